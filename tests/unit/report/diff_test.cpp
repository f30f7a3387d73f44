#include "kam/report/diff.hpp"

#include <algorithm>

#include "kam/model/error.hpp"
#include "stage.hpp"

using namespace kam;

namespace {

// A comparison of two sides that lives as long as they do.
class Sides {
 public:
  Sides(std::vector<Account> before, std::vector<Account> after, Settings settings = settings_of("X"),
        Language language = Language::en)
      : before_(std::move(before), settings_of("X")),
        after_(std::move(after), std::move(settings)),
        before_view_(before_.view(language)),
        after_view_(after_.view(language)) {}
  PortfolioDiff diff(const std::vector<std::string>& gates = {}) const {
    PortfolioDiff diff{before_view_, after_view_, from, {}, {}, {}, {}};
    diff.comparison = compare_portfolios({before_view_.settings, before_view_.accounts, before_view_.scores},
                                         {after_view_.settings, after_view_.accounts, after_view_.scores});
    std::vector<DifferenceGate> parsed;
    for (const auto& gate : gates) parsed.push_back(parse_difference_gate(gate));
    diff.gates = judge_differences(before_view_, after_view_, diff.comparison, parsed);
    return diff;
  }
  Lines lines(const std::vector<std::string>& gates = {}) const {
    auto all = lines_of(build_diff(diff(gates)));
    return {all.begin() + 3, all.end()};  // without title, day and company
  }
  StateName from{"HEAD", "0123456789abcdef", day(2026, 11, 20)};

 private:
  Stage before_;
  Stage after_;
  View before_view_;
  View after_view_;
};

Account assessed(const std::string& id, double fulfilment) {
  Account account = named(id, "N " + id);
  account.manager = "Anna";
  account.assessments = {
      {day(2026, 3, 31), Perspective::customer, "", "", {{"flexibility", {4, fulfilment, {}, ""}}}}};
  return account;
}

Lines fold_of(const Sides& sides) {
  const auto lines = sides.lines();
  const auto begin =
      std::ranges::find_if(lines, [](const std::string& line) { return line.starts_with("+ "); });
  return {begin, std::ranges::find(lines, ".")};
}

}  // namespace

TEST_CASE("the title says what is compared, and nothing is said of what did not change") {
  Sides sides({assessed("a", 3)}, {assessed("a", 3)});
  CHECK(
      lines_of(build_diff(sides.diff())) ==
      Lines{
          "Changes: HEAD = 01234567 (20 Nov 2026) → working tree", "as of 24 Nov 2026", "X",
          "Nothing changed in the relationship with any customer.",
          "Portfolio: Customers 1 · Revenue – · 0 A, 0 B, 0 C · Share of the largest – · Share of the three "
          "largest –"});
  sides.from = {"0123", "0123456789abcdef", {}};
  CHECK(build_diff(sides.diff()).title == "Changes: 01234567 (–) → working tree");
  CHECK_FALSE(has_changes(sides.diff().comparison));
}

TEST_CASE("scores, ratings and findings of an account that changed, folded") {
  const Sides sides({assessed("a", 3)}, {assessed("a", 4)});
  const auto lines = sides.lines();
  CHECK(lines[0] == "1 changed");
  CHECK(lines[1] == "| Customer | Change | Fulfilment");
  CHECK(lines[2] == "| N a | changed | 60 → 80 (+20)");
  CHECK(fold_of(sides) == Lines{"+ N a: 4 changes", "| Fulfilment | 60 → 80 (+20)",
                                "| Is flexible and open to change (Customer's view) | Fulfilment 3 → 4",
                                "| Assessment of 31 Mar 2026 (Customer's view) | changed: 1 requirement",
                                "- Gone: Shortfall without an action: Is flexible and open to change"});
}

TEST_CASE("what is not known on a side is a dash without a difference") {
  const Sides sides({named("a", "A")}, {assessed("a", 3)}, settings_of("X"), Language::de);
  const auto lines = sides.lines();
  CHECK(lines[2] == "| N a | geändert | – → 60");
  const auto back = Sides({assessed("a", 3)}, {named("a", "N a")}).lines();
  CHECK(back[2] == "| N a | changed | 60 → –");
}

TEST_CASE("facts are said in the catalogue's words") {
  Account before = named("a", "A");
  before.status = Status::candidate;
  before.figures[2025].revenue = 1240000;
  before.actions = {{"Plan", "", "Jonas", day(2026, 12, 15), ActionStatus::open}};
  before.contacts = {{"Maren", "", ContactRole::user, {}, Attitude::critic, ""}};
  before.notes = "long\ntext";
  before.potentials = {{"Gears", "new_offerings", 400000, 12.5, PotentialStatus::open, "", {}}};
  Account after = before;
  after.status = Status::key_account;
  after.tags = {"export", "offshore"};
  after.notes = "other\ntext";
  after.figures[2025].revenue = 1300000;
  after.figures[2026].revenue_plan = 1400000;
  after.collaboration = {{"logistics", {3, {}, {}}}};
  after.contacts[0].attitude = Attitude::supporter;
  after.potentials[0].probability = 50;
  after.actions[0].status = ActionStatus::done;
  after.actions.push_back({"Visit", "flexibility", "", day(2027, 2, 1), ActionStatus::open});
  after.assessments = {{day(2026, 11, 20), Perspective::own, "", "", {{"flexibility", {4, 2, {}, ""}}}}};
  const auto lines = fold_of(Sides({before}, {after}, settings_of("X"), Language::de));
  const auto holds = [&](const std::string& line) {
    CAPTURE(lines);
    CAPTURE(line);
    CHECK(std::ranges::find(lines, line) != lines.end());
  };
  holds("| Status | Kandidat → Schlüsselkunde");
  holds("| Umsatz | 1.240.000 → 1.300.000 (+60.000)");
  holds("| Merkmale | – → export, offshore");
  holds("| Notizen | Text geändert");
  holds("| Kennzahlen 2025 | Umsatz 1.240.000 → 1.300.000");
  holds("| Kennzahlen 2026 | Geplanter Umsatz – → 1.400.000");
  holds("| Logistik | – → 3");
  holds("| Ist flexibel und offen für Veränderungen (Eigensicht) | Wichtigkeit – → 4 · Erfüllung – → 2");
  holds("| Bewertung vom 20.11.2026 (Eigensicht) | neu: 1 Kundenanforderung");
  holds("| Ansprechpartner beim Kunden: Maren | Einstellung Kritiker → Unterstützer");
  holds("| Potenzial: Gears | Wahrscheinlichkeit 12,5\u00A0% → 50\u00A0%");
  holds("| Maßnahme: Plan | Status Offen → Erledigt");
  holds(
      "| Maßnahme: Visit | neu: Status Offen · Kundenanforderung Ist flexibel und offen für Veränderungen · "
      "Fällig 01.02.2027");
}

TEST_CASE("accounts that came, went or are called otherwise") {
  Account old = named("old", "A");
  old.external_id = "7";
  Account now = named("new", "B");
  now.external_id = "7";
  const auto lines = Sides({old, named("gone", "G")}, {now, named("came", "C")}).lines();
  CHECK(lines[0] == "1 added · 1 removed · 1 renamed");
  CHECK(lines[1] == "| Customer | Change | Qualification");
  CHECK(lines[2] == "| C | added | – → Not yet known");
  CHECK(lines[3] == "| B | renamed: old → new | Not yet known");
  CHECK(lines[4] == "| G | removed | Not yet known → –");
  CHECK(std::ranges::count(lines, ".") == 1);
}

TEST_CASE("a changed rating model is named before anything else") {
  auto model = settings_of("X");
  model.attractiveness[3].weight = 30;
  model.requirements.push_back({"packaging", {"Packaging", "", ""}});
  model.thresholds.crosshair.kind = Crosshair::Kind::mean;
  model.thresholds.stale_after_days = 700;
  const auto lines = Sides({assessed("a", 3)}, {assessed("a", 3)}, model).lines();
  CHECK(lines[0].starts_with("The rating model has changed."));
  CHECK(lines[1] == "- Attractiveness: Value as a reference: Weight 15 → 30");
  CHECK(lines[2] == "- Requirement: Packaging: new");
  CHECK(lines[3] == "- Cross-hair of the requirements: 3, 3.5 → mean");
  CHECK(lines[4] == "- Assessments go out of date after (days): 365 → 700");
}

TEST_CASE("what went is told without its advice") {
  Account before = named("a", "A");
  before.actions = {{"Plan", "", "", day(2026, 11, 1), ActionStatus::open}};
  before.contacts = {{"Maren", "", ContactRole::decision_maker, 2, Attitude::opponent, ""}};
  Account after = before;
  after.manager = "Anna";
  after.actions[0].status = ActionStatus::done;
  after.contacts[0].attitude = Attitude::champion;
  after.contacts[0].influence = 5;
  after.assessments = {{day(2026, 11, 20), Perspective::customer, "", "", {{"flexibility", {4, 5, {}, ""}}}}};
  const auto lines = Sides({before}, {after}, settings_of("X"), Language::de).lines();
  for (const auto* line :
       {"- Entfallen: Kein Key-Account-Manager benannt", "- Entfallen: Erfüllungsgrad unbekannt",
        "- Entfallen: Überfällig: Plan", "- Entfallen: Entscheider kritisch: Maren",
        "- Entfallen: Kein einflussreicher Ansprechpartner bekannt"}) {
    CAPTURE(line);
    CAPTURE(lines);
    CHECK(std::ranges::find(lines, line) != lines.end());
  }
}

TEST_CASE("gates judge who had a value before, and what is lost misses") {
  Account former = assessed("former", 1);
  former.status = Status::former;
  Account former_before = assessed("former", 5);
  former_before.status = Status::former;
  const Sides sides(
      {assessed("a", 3), assessed("b", 4), assessed("lost", 4), named("first", "F"), former_before},
      {assessed("a", 4), assessed("b", 2.5), named("lost", "L"), assessed("first", 1), former});
  const auto gates = sides.diff({"fulfilment >= -30", "fulfilment > -30", "rank <= 4"}).gates;
  REQUIRE(gates.size() == 3);
  CHECK(gates[0].judged == 3);
  CHECK(gates[0].skipped == 1);
  REQUIRE(gates[0].misses.size() == 1);
  CHECK_FALSE(gates[0].misses[0].difference);
  CHECK(gates[1].misses.size() == 2);
  CHECK(gates[2].misses.empty());
  const auto lines = sides.lines({"fulfilment > -30", "rank <= 4"});
  CHECK(lines[1] ==
        "- Gate fulfilment > -30: missed by N b (-30) and L (Fulfilment is no longer known), 3 judged, 1 "
        "without a "
        "value before");
  CHECK(lines[2] == "- Gate rank <= 4: met, 4 judged");
}

TEST_CASE("a gate needs a number that can move") {
  for (const auto* text : {"name = x", "fulfilment ~ 5", "fulfilment =", "status = former", "stale = true",
                           "last_assessed > 2026-01-01"})
    CHECK_THROWS_AS(parse_difference_gate(text), UsageError);
  CHECK_THROWS_AS(parse_difference_gate("fulfillment > 1"), UsageError);
  CHECK(parse_difference_gate("revenue>=-1000.5").condition.value == "-1000.5");
}
