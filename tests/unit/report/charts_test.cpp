#include "report/charts.hpp"

#include "stage.hpp"

using namespace kam;

namespace {

Account with_revenue(const std::string& id, std::optional<double> revenue) {
  Account account = named(id, "Firma " + id);
  account.figures[2025].revenue = revenue;
  return account;
}

Account placed(const std::string& id, double attractiveness, double fulfilment) {
  Account account = with_revenue(id, 100);
  account.attractiveness = {{"reference", {attractiveness / 20, ""}}};
  account.assessments = {
      {day(2026, 5, 1), Perspective::customer, "", "", {{"flexibility", {5, fulfilment / 20, {}, ""}}}}};
  return account;
}

std::vector<std::size_t> all(const View& view) {
  return view.scores.ranking;
}

template <class Picture>
const Picture& picture_of(const Chart& chart) {
  REQUIRE(std::holds_alternative<Picture>(chart.picture));
  return std::get<Picture>(chart.picture);
}

Chart chart_of(const Account& account, std::optional<Chart> (*build)(const AccountView&),
               Language language = Language::en) {
  const Stage stage({account});
  const View view = stage.view(language);
  const auto chart = build(account_view(view, 0));
  REQUIRE(chart);
  return *chart;
}

bool is_drawn(const Account& account, std::optional<Chart> (*build)(const AccountView&)) {
  const Stage stage({account});
  const View view = stage.view();
  return build(account_view(view, 0)).has_value();
}

}  // namespace

TEST_CASE("the portfolio matrix places who is known and names who is not") {
  Settings settings = default_settings();
  settings.attractiveness = {{"reference", 1, {}, {}, {}}};
  const Stage stage({placed("a", 80, 90), placed("b", 20, 30), named("c", "Ohne Wert")}, settings);
  const View view = stage.view(Language::de);
  const Chart chart = portfolio_chart(view, all(view));
  const auto& matrix = picture_of<ScatterChart>(chart);
  REQUIRE(matrix.points.size() == 2);
  CHECK(matrix.points[0].label == "Firma a");
  CHECK(matrix.points[0].sign == "1");
  CHECK(matrix.points[0].x == doctest::Approx(90));
  CHECK(matrix.points[0].y == doctest::Approx(80));
  CHECK(matrix.points[0].size == 100);
  CHECK(matrix.points[0].details == "Attraktivität 80, Erfüllungsgrad 90, Umsatz 100 EUR");
  CHECK(matrix.cross == ChartCross{{67, "67"}, {60, "60"}});
  CHECK(matrix.quadrants[0] == "Entwicklungskunde");
  CHECK(chart.alternative ==
        "Kunden nach Attraktivität und Erfüllungsgrad: Entwicklungskunde (0), Strategischer Kunde (1), "
        "Mitnahmekunde "
        "(1), Ertragskunde (0).");
  REQUIRE(chart.not_drawn.size() == 1);
  CHECK(chart.not_drawn[0].names == Lines{"Ohne Wert"});
}

TEST_CASE("an unknown revenue is no revenue of zero") {
  Account account = placed("a", 80, 90);
  account.figures.clear();
  const Stage stage({account});
  const View view = stage.view();
  CHECK_FALSE(picture_of<ScatterChart>(portfolio_chart(view, all(view))).points.at(0).size);
}

TEST_CASE("the ABC curve adds up from the largest") {
  const Stage stage({with_revenue("a", 100), with_revenue("b", 800), with_revenue("c", 100),
                     with_revenue("d", std::nullopt), with_revenue("e", -5)});
  const auto chart = abc_chart(stage.view());
  REQUIRE(chart);
  const auto& curve = picture_of<LineChart>(*chart);
  REQUIRE(curve.series.size() == 1);
  const auto& points = curve.series[0].points;
  REQUIRE(points.size() == 4);
  CHECK(points[0].y == 0);
  CHECK(points[1].y == doctest::Approx(80));
  CHECK(points[1].details.starts_with("Firma b: 80"));
  CHECK(points[3].x == 3);
  CHECK(points[3].y == doctest::Approx(100));
  CHECK(curve.levels.size() == 2);
  CHECK(chart->alternative ==
        "1 of 3 customers with revenue are in class A and together account for 80% of it.");
  REQUIRE(chart->not_drawn.size() == 2);
  CHECK(chart->not_drawn[0].names == Lines{"Firma d"});
  CHECK(chart->not_drawn[1].names == Lines{"Firma e"});
}

TEST_CASE("one customer makes no curve") {
  const Stage stage({with_revenue("a", 100), with_revenue("b", std::nullopt)});
  CHECK_FALSE(abc_chart(stage.view()));
}

TEST_CASE("requirements stand by importance and fulfilment, numbered by points lost") {
  const Chart chart = chart_of(nordlicht(), priorities_chart);
  const auto& matrix = picture_of<ScatterChart>(chart);
  REQUIRE(matrix.points.size() == 2);
  CHECK(matrix.points[0].sign == "1");
  CHECK(matrix.points[0].x == 3);
  CHECK(matrix.points[0].y == 4);
  CHECK(matrix.points[1].x == 4);
  CHECK(matrix.points[1].y == 5);
  CHECK(matrix.x.to == 5);
  CHECK(chart.alternative ==
        "Requirements by importance and fulfilment: Concentrate here (1), Keep up the good work (1).");
  REQUIRE(chart.not_drawn.size() == 1);
  CHECK(chart.not_drawn[0].reason == "Not rated yet");
  CHECK_FALSE(is_drawn(named("a", "A"), priorities_chart));
}

TEST_CASE("both views stand side by side, an unknown one without a bar") {
  const Chart chart = chart_of(nordlicht(), views_chart, Language::de);
  const auto& bars = picture_of<BarChart>(chart);
  CHECK(bars.series == Lines{"Kundensicht", "Eigensicht"});
  REQUIRE(bars.groups.size() == 2);
  CHECK(bars.groups[0].texts == Lines{"4", "4,5"});
  CHECK(bars.groups[1].texts == Lines{"3", "–"});
  CHECK_FALSE(bars.groups[1].values.at(1));
  CHECK_FALSE(is_drawn(placed("a", 50, 50), views_chart));
}

TEST_CASE("the trend is drawn from two assessments of one view, and leaves our view out where asked") {
  const Stage stage({nordlicht()});
  const View view = stage.view();
  const AccountView of = account_view(view, 0);
  const auto both = trend_chart(of, Views::both);
  REQUIRE(both);
  const auto& lines = picture_of<LineChart>(*both);
  REQUIRE(lines.series.size() == 2);
  CHECK(lines.series[0].points.size() == 2);
  CHECK(lines.x.to - lines.x.from == 169);  // 31 March to 16 September
  CHECK(lines.x.ticks.front().label == "31 Mar 2026");
  const auto customer = trend_chart(of, Views::customer_only);
  REQUIRE(customer);
  CHECK(picture_of<LineChart>(*customer).series.size() == 1);
  CHECK(customer->alternative.find("Own view") == std::string::npos);
  const Stage once({placed("a", 50, 50)});
  const View seen = once.view();
  CHECK_FALSE(trend_chart(account_view(seen, 0), Views::both));
}

TEST_CASE("people stand by influence and attitude, who is not known is named") {
  Account account = nordlicht();
  account.contacts.push_back({"Olaf Brandt", "", {}, 0, Attitude::opponent, ""});
  account.contacts.push_back({"Ute Still", "", {}, {}, Attitude::neutral, ""});
  const Chart chart = chart_of(account, people_chart);
  const auto& map = picture_of<ScatterChart>(chart);
  REQUIRE(map.points.size() == 2);
  CHECK(map.points[0].x == 5);
  CHECK(map.y.ticks.at(static_cast<std::size_t>(map.points[0].y)).label == "Supporter");
  CHECK(map.points[0].details == "Leiterin Einkauf, Decision maker, Influence 5, Supporter");
  CHECK(map.points[1].y == 0);
  CHECK(map.y.ticks.front().label == "Opponent");
  CHECK(chart.alternative ==
        "People at the customer by influence and attitude: Supporter (1), Opponent (1).");
  REQUIRE(chart.not_drawn.size() == 1);
  CHECK(chart.not_drawn[0].names == Lines{"Ute Still"});
}

TEST_CASE("each stage of the funnel holds the next") {
  Account account = named("a", "A");
  account.potentials = {
      {"W", "", 100, {}, PotentialStatus::won, "", {}}, {"L", "", 900, 90, PotentialStatus::lost, "", {}},
      {"O", "", 50, 50, PotentialStatus::open, "", {}}, {"P", "", 30, 49, PotentialStatus::open, "", {}},
      {"Q", "", 20, {}, PotentialStatus::open, "", {}}, {"R", "", {}, 80, PotentialStatus::open, "", {}}};
  const Chart chart = chart_of(account, potentials_chart);
  const auto& stages = picture_of<FunnelChart>(chart).stages;
  REQUIRE(stages.size() == 3);
  CHECK(stages[0].value == 200);
  CHECK(stages[1].value == 150);
  CHECK(stages[2].value == 100);
  CHECK(chart.alternative == "Open or won: EUR 200; At least 50% likely, or won: EUR 150; Won: EUR 100.");
  REQUIRE(chart.not_drawn.size() == 2);
  CHECK(chart.not_drawn[0].names == Lines{"R"});
  CHECK(chart.not_drawn[1].names == Lines{"Q"});
  account.potentials = {{"L", "", 900, 90, PotentialStatus::lost, "", {}}};
  CHECK_FALSE(is_drawn(account, potentials_chart));
}
