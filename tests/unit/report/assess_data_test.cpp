#include "kam/report/assess.hpp"
#include "stage.hpp"

using namespace kam;

namespace {

Settings small_settings() {
  Settings settings = settings_of("Beispiel AG");
  settings.attractiveness = {{"reference", 2, {}, {}, {}},
                             {"growth", 1, Measure::revenue_growth, {0, 10, 20}, {"Wachstum", "", ""}},
                             {"revenue", 3, Measure::revenue, {1000}, {}}};
  settings.partnership = {{"partner_acceptance", 1, {}, {}, {}}};
  settings.collaboration = {{"logistics", 1, {}, {}, {}}, {"sales", 4, {}, {}, {}}};
  settings.requirements = {{"flexibility", {}}, {"delivery_on_time", {}}};
  return settings;
}

Account full() {
  Account account = named("alpha", "Alpha");
  account.figures[2024].revenue = 3000;
  account.figures[2025].revenue = 3500.25;
  account.attractiveness = {{"reference", {4, ""}}};
  account.collaboration = {{"logistics", {3, {}, {}}}};
  account.assessments = {
      {day(2026, 3, 1), Perspective::customer, "", "", {{"flexibility", {4, 3.7, 4.5, ""}}}},
      {day(2026, 4, 1), Perspective::own, "", "", {{"flexibility", {3, 5, {}, ""}}}}};
  account.potentials = {{"Neu", "joint_strategy", 1000, 25.5, PotentialStatus::open, "Zoe", day(2027, 1, 1)},
                        {"Alt", "", 1000, 50, PotentialStatus::won, "", {}},
                        {"", "", {}, 50, PotentialStatus::open, "", {}}};
  account.manager = "Anna";
  return account;
}

const Data::Record& record_of(const Data& data) {
  return std::get<Data::Record>(data.value());
}

std::string keys_of(const Data& data) {
  std::string keys;
  for (const auto& [key, value] : record_of(data)) keys += (keys.empty() ? "" : " ") + key;
  return keys;
}

const Data& at(const Data& data, std::string_view key) {
  for (const auto& [name, value] : record_of(data))
    if (name == key) return value;
  FAIL("no key " << key);
  return data;
}

const Data& item(const Data& list, std::size_t number) {
  return std::get<Data::List>(list.value()).at(number);
}

Data account_data(const Account& account, Language language = Language::en) {
  const Stage stage({account}, small_settings());
  const auto data = build_assessment_data(stage.view(language), std::vector<std::size_t>{0});
  return item(at(data, "accounts"), 0);
}

Lines rows_of(const Table& table) {
  Document document;
  document.blocks.emplace_back(table);
  const auto lines = lines_of(document);
  return {lines.begin() + 2, lines.end()};
}

}  // namespace

TEST_CASE("the keys stand as the contract lists them") {
  const Stage stage({full(), named("leer", "Leer")}, small_settings());
  const auto data = build_assessment_data(stage.view(), std::vector<std::size_t>{1, 0});
  CHECK(keys_of(data) == "kam as_of accounts");
  CHECK(at(data, "kam") == Data(1));
  CHECK(at(data, "as_of") == Data("2026-11-24"));
  CHECK(at(item(at(data, "accounts"), 0), "id") == Data("leer"));
  const auto& account = item(at(data, "accounts"), 1);
  CHECK(keys_of(account) ==
        "id name attractiveness partnership collaboration fulfilment qualification quadrant abc potentials "
        "stakeholders completeness history findings");
  const auto& attractiveness = at(account, "attractiveness");
  CHECK(keys_of(attractiveness) == "score coverage criteria");
  CHECK(keys_of(item(at(attractiveness, "criteria"), 0)) == "id label weight rating source value points");
  CHECK(keys_of(at(account, "partnership")) == "score coverage criteria");
  CHECK(keys_of(at(account, "collaboration")) == "score coverage areas");
  CHECK(keys_of(item(at(at(account, "collaboration"), "areas"), 0)) == "id label weight intensity");
  const auto& fulfilment = at(account, "fulfilment");
  CHECK(keys_of(fulfilment) == "score coverage perspective customer own perception_gap requirements");
  CHECK(keys_of(item(at(fulfilment, "requirements"), 0)) ==
        "id label importance fulfilment lost_points gap quadrant best_competitor rated_on");
  CHECK(keys_of(at(account, "potentials")) == "expected_value items");
  CHECK(keys_of(item(at(at(account, "potentials"), "items"), 0)) ==
        "title kind value probability expected_value status owner due");
  CHECK(keys_of(at(account, "completeness")) == "score answered total open");
  CHECK(keys_of(item(at(account, "history"), 0)) == "date perspective score");
  CHECK(keys_of(item(at(account, "findings"), 0)) == "code message");
}

TEST_CASE("weighted scores, their sources and values; scores and percentages to two decimals") {
  const auto account = account_data(full());
  const auto& attractiveness = at(account, "attractiveness");
  CHECK(at(attractiveness, "score") == Data(87.78));  // 100 × (2×4 + 1×10/3 + 3×5) / (5×6)
  CHECK(at(attractiveness, "coverage") == Data(100.0));
  CHECK(at(attractiveness, "criteria") == Data(Data::List{Data::Record{{"id", "reference"},
                                                                       {"label", "Value as a reference"},
                                                                       {"weight", 2.0},
                                                                       {"rating", 4.0},
                                                                       {"source", "rated"},
                                                                       {"value", Data()},
                                                                       {"points", 26.67}},
                                                          Data::Record{{"id", "growth"},
                                                                       {"label", "Wachstum"},
                                                                       {"weight", 1.0},
                                                                       {"rating", 5 * 2.0 / 3},
                                                                       {"source", "measured"},
                                                                       {"value", 16.68},
                                                                       {"points", 11.11}},
                                                          Data::Record{{"id", "revenue"},
                                                                       {"label", "Revenue with us"},
                                                                       {"weight", 3.0},
                                                                       {"rating", 5.0},
                                                                       {"source", "measured"},
                                                                       {"value", 3500.25},
                                                                       {"points", 50.0}}}));
  CHECK(at(account, "partnership") ==
        Data(Data::Record{
            {"score", Data()},
            {"coverage", 0.0},
            {"criteria", Data::List{Data::Record{{"id", "partner_acceptance"},
                                                 {"label", "How far does it accept us as a partner?"},
                                                 {"weight", 1.0},
                                                 {"rating", Data()},
                                                 {"source", "unknown"},
                                                 {"value", Data()},
                                                 {"points", Data()}}}}}));
  CHECK(
      at(account, "collaboration") ==
      Data(Data::Record{
          {"score", 60.0},
          {"coverage", 20.0},
          {"areas",
           Data::List{
               Data::Record{{"id", "logistics"}, {"label", "Logistics"}, {"weight", 1.0}, {"intensity", 3.0}},
               Data::Record{{"id", "sales"}, {"label", "Sales"}, {"weight", 4.0}, {"intensity", Data()}}}}}));
}

TEST_CASE("fulfilment, its requirements, classes, completeness and history") {
  const auto account = account_data(full(), Language::de);
  const auto& fulfilment = at(account, "fulfilment");
  CHECK(at(fulfilment, "score") == Data(74.0));
  CHECK(at(fulfilment, "coverage") == Data(50.0));
  CHECK(at(fulfilment, "perspective") == Data("customer"));
  CHECK(at(fulfilment, "customer") == Data(74.0));
  CHECK(at(fulfilment, "own") == Data(100.0));
  CHECK(at(fulfilment, "perception_gap") == Data(26.0));
  CHECK(at(fulfilment, "requirements") ==
        Data(Data::List{Data::Record{{"id", "flexibility"},
                                     {"label", "Ist flexibel und offen für Veränderungen"},
                                     {"importance", 4.0},
                                     {"fulfilment", 3.7},
                                     {"lost_points", 26.0},
                                     {"gap", 0.3},
                                     {"quadrant", "keep_up"},
                                     {"best_competitor", 4.5},
                                     {"rated_on", "2026-03-01"}},
                        Data::Record{{"id", "delivery_on_time"},
                                     {"label", "Liefert pünktlich"},
                                     {"importance", Data()},
                                     {"fulfilment", Data()},
                                     {"lost_points", Data()},
                                     {"gap", Data()},
                                     {"quadrant", Data()},
                                     {"best_competitor", Data()},
                                     {"rated_on", Data()}}}));
  CHECK(at(account, "qualification") == Data("unknown"));
  CHECK(at(account, "quadrant") == Data("strategic"));
  CHECK(at(account, "abc") == Data("A"));
  const auto& completeness = at(account, "completeness");
  CHECK(at(completeness, "score") == Data(28.57));
  CHECK(at(completeness, "answered") == Data(6));
  CHECK(at(completeness, "total") == Data(21));
  CHECK(std::get<Data::List>(at(completeness, "open").value()).size() == 15);
  CHECK(item(at(completeness, "open"), 0) == Data("strategic_relevance"));
  CHECK(at(account, "history") ==
        Data(Data::List{Data::Record{{"date", "2026-03-01"}, {"perspective", "customer"}, {"score", 74.0}},
                        Data::Record{{"date", "2026-04-01"}, {"perspective", "own"}, {"score", 100.0}}}));
  CHECK(at(account, "findings") ==
        Data(Data::List{Data::Record{
            {"code", "own-view-too-rosy"},
            {"message",
             "Wir bewerten uns um 26 Punkte besser, als der Kunde es tut: Sprechen Sie mit ihm über die "
             "Unterschiede."}}}));
}

TEST_CASE("potentials: only an open one with both has an expected value") {
  CHECK(at(account_data(full()), "potentials") ==
        Data(Data::Record{{"expected_value", 255.0},
                          {"items", Data::List{Data::Record{{"title", "Neu"},
                                                            {"kind", "joint_strategy"},
                                                            {"value", 1000.0},
                                                            {"probability", 25.5},
                                                            {"expected_value", 255.0},
                                                            {"status", "open"},
                                                            {"owner", "Zoe"},
                                                            {"due", "2027-01-01"}},
                                               Data::Record{{"title", "Alt"},
                                                            {"kind", Data()},
                                                            {"value", 1000.0},
                                                            {"probability", 50.0},
                                                            {"expected_value", Data()},
                                                            {"status", "won"},
                                                            {"owner", Data()},
                                                            {"due", Data()}},
                                               Data::Record{{"title", Data()},
                                                            {"kind", Data()},
                                                            {"value", Data()},
                                                            {"probability", 50.0},
                                                            {"expected_value", Data()},
                                                            {"status", "open"},
                                                            {"owner", Data()},
                                                            {"due", Data()}}}}}));
}

TEST_CASE("what is not known of an account is null") {
  const auto account = account_data(named("leer", "Leer"));
  for (const auto* key : {"score", "perspective", "customer", "own", "perception_gap"})
    CHECK_MESSAGE(at(at(account, "fulfilment"), key) == Data(), key);
  CHECK(at(account, "quadrant") == Data());
  CHECK(at(account, "abc") == Data());
  CHECK(at(at(account, "potentials"), "expected_value") == Data());
  CHECK(at(account, "history") == Data(Data::List{}));
}

TEST_CASE("the table for CSV has a row for each criterion, area and requirement") {
  const Stage stage({named("leer", "Leer"), full()}, small_settings());
  const auto table = build_assessment_table(stage.view(Language::de), std::vector<std::size_t>{1});
  CHECK(
      rows_of(table) ==
      Lines{
          "| account | section | id | source | weight | rating | value | importance | fulfilment | "
          "best_competitor | points | lost_points | gap | quadrant | rated_on",
          "| alpha | attractiveness | reference | rated | 2 | 4 | – | – | – | – | 26.67 | – | – | – | –",
          "| alpha | attractiveness | growth | measured | 1 | 3.3333 | 16.7% | – | – | – | 11.11 | – | – | – "
          "| –",
          "| alpha | attractiveness | revenue | measured | 3 | 5 | 3500.25 | – | – | – | 50 | – | – | – | –",
          "| alpha | partnership | partner_acceptance | unknown | 1 | – | – | – | – | – | – | – | – | – | –",
          "| alpha | collaboration | logistics | rated | 1 | 3 | – | – | – | – | 60 | – | – | – | –",
          "| alpha | collaboration | sales | unknown | 4 | – | – | – | – | – | – | – | – | – | –",
          "| alpha | requirements | flexibility | Kundensicht | – | – | – | 4 | 3.7 | 4.5 | – | 26 | 0.3 | "
          "Stärke halten | 2026-03-01",
          "| alpha | requirements | delivery_on_time | Kundensicht | – | – | – | – | – | – | – | – | – | – | "
          "–"});
  CHECK(std::get<Number>(table.rows[6][12]).value == 0.3);
  CHECK(std::get<Term>(table.rows[6][13]).id == "keep_up");
  CHECK(build_assessment_table(stage.view(), std::vector<std::size_t>{0, 1}).rows.size() == 16);
  for (std::size_t i = 0; i < table.columns.size(); ++i)
    CHECK((table.columns[i].align == Align::right) == (i >= 4 && i <= 12));
}
