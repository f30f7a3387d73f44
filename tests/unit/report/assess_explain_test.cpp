#include <cmath>

#include "arithmetic.hpp"
#include "kam/report/assess.hpp"
#include "report/account/assess_parts.hpp"
#include "stage.hpp"

using namespace kam;

namespace {

Settings nordlicht_settings() {
  Settings settings = settings_of("Beispiel AG");
  settings.offerings = {{"spare_parts", {}}};
  return settings;
}

// An account whose ratings and weights are no round numbers.
Account crooked() {
  Account account = named("schief", "Schief KG");
  account.attractiveness = {{"reference", {3.3333, ""}}, {"differentiation", {1.25, ""}}};
  account.partnership = {{"partner_acceptance", {2.5, ""}}};
  account.collaboration = {{"logistics", {1.75, {}, {}}}, {"sales", {0, {}, {}}}};
  account.figures[2025] = {1234567, -5000, {}, {}, {}};
  account.figures[2024].revenue = 1000000;
  account.assessments = {{day(2026, 5, 1),
                          Perspective::customer,
                          "",
                          "",
                          {{"flexibility", {3.7, 1.1, {}, ""}}, {"delivery_on_time", {4.9, 4.3, {}, ""}}}},
                         {day(2026, 5, 2), Perspective::own, "", "", {{"flexibility", {3, 4.9, {}, ""}}}}};
  account.potentials = {{"A", "", 33333.33, 33, PotentialStatus::open, "", {}},
                        {"B", "", 1000, 50, PotentialStatus::won, "", {}},
                        {"C", "", 1000, {}, PotentialStatus::open, "", {}},
                        {"D", "", 2000, 12.5, PotentialStatus::open, "", {}}};
  account.offerings = {{"a", {100, 50, ""}}, {"b", {1000, 250000.5, ""}}, {"c", {{}, 7, ""}}};
  return account;
}

Lines explained(const Account& account, Language language = Language::en,
                const Settings& settings = nordlicht_settings()) {
  const Stage stage({account}, settings);
  const View view = stage.view(language);
  return explain_lines(account_view(view, 0));
}

// Redoes each `name = formula = result`; the number of lines redone.
int redo(const Lines& lines, Language language) {
  int redone = 0;
  for (const auto& line : lines) {
    CAPTURE(line);
    const auto last = line.rfind(" = ");
    if (last == std::string::npos) continue;
    auto before = line.substr(0, last);
    const auto first = before.find(" = ");
    const std::string_view so = language == Language::de ? ", also " : ", so ";
    const auto begin = first != std::string::npos ? first + 3 : before.find(so) + so.size();
    const double printed = Calculator(line.substr(last + 3), language).result();
    const double result = Calculator(before.substr(begin), language).result();
    CHECK(std::abs(result - printed) <= 0.0051);
    ++redone;
  }
  return redone;
}

// The line that begins so.
std::string line_of(const Lines& lines, std::string_view beginning) {
  for (const auto& line : lines)
    if (line.starts_with(beginning)) return line;
  return {};
}

}  // namespace

TEST_CASE("every line of the explanation can be redone by hand") {
  for (const auto language : {Language::en, Language::de}) {
    CHECK(redo(explained(nordlicht(), language), language) == 20);
    CHECK(redo(explained(crooked(), language), language) == 20);
  }
}

TEST_CASE("the explanation of the worked example") {
  CHECK(
      explained(nordlicht()) ==
      Lines{
          "Revenue with us: Revenue EUR 1.2 million (2025) reaches 5 of 5 steps, so 5 × 5 / 5 = 5",
          "Contribution margin: Contribution margin EUR 412,000 (2025) reaches 5 of 5 steps, so 5 × 5 / 5 = "
          "5",
          "Growth of our revenue with it: Revenue growth 5.1% (2025) reaches 3 of 5 steps, so 5 × 3 / 5 = 3",
          "Attractiveness = 100 × (20×5 + 20×5 + 10×3 + 15×4 + 10×3) / (5 × (20 + 20 + 10 + 15 + 10)) = "
          "85.33",
          "Attractiveness, known share = 100 × (20 + 20 + 10 + 15 + 10) / (20 + 20 + 10 + 15 + 10 + 10 + 10 "
          "+ 5) = 75",
          "Partnership = 100 × (1×4 + 1×5 + 1×3) / (5 × (1 + 1 + 1)) = 80",
          "Partnership, known share = 100 × (1 + 1 + 1) / (1 + 1 + 1) = 100",
          "Collaboration = 100 × (1×4) / (5 × (1)) = 80",
          "Collaboration, known share = 100 × (1) / (1 + 1 + 1 + 1 + 1) = 20",
          "Fulfilment (Customer's view) = 100 × (5×4 + 4×3) / (5 × (5 + 4)) = 71.11",
          "Fulfilment (Customer's view), known share = 100 × 2 / 14 = 14.29",
          "Delivers the agreed quality, points lost = 100 × 5 × (5 − 4) / (5 × (5 + 4)) = 11.11",
          "Is flexible and open to change, points lost = 100 × 4 × (5 − 3) / (5 × (5 + 4)) = 17.78",
          "Cross-hair of the requirements: importance 3, fulfilment 3.5",
          "Fulfilment (Own view) = 100 × (5×4.5) / (5 × (5)) = 90",
          "Fulfilment (Own view), known share = 100 × 1 / 14 = 7.14",
          "Delivers the agreed quality, points lost = 100 × 5 × (5 − 4.5) / (5 × (5)) = 10",
          "Cross-hair of the requirements: importance 3, fulfilment 3.5",
          "Perception gap = 90 − 71.1111 = 18.89",
          "Qualification: Attractiveness 85.3333 (threshold 60), Partnership 80 (threshold 50) → Key account",
          "Portfolio position: Attractiveness 85.3333 (threshold 60), Fulfilment 71.1111 (threshold 67) → "
          "Strategic customer",
          "ABC: customers with more revenue hold 0%, class limits 80% and 95% → A",
          "Expected value = 250,000 × 40 / 100 = 100,000",
          "White space = max(0, 600,000 − 420,000) = 180,000",
          "Completeness = 100 × 20 / 21 = 95.24"});
}

TEST_CASE("a measured rating between the steps is exact enough to go on with") {
  Settings settings = nordlicht_settings();
  settings.attractiveness = {{"revenue", 2, Measure::revenue, {1, 2, 9000000}, {}},
                             {"reference", 1.5, {}, {}, {}}};
  const auto lines = explained(crooked(), Language::de, settings);
  CHECK(lines[0] ==
        "Umsatz mit uns: Umsatz 1,2 Mio. EUR (2025) erreicht 2 von 3 Stufen, also 5 × 2 / 3 = 3,3333");
  CHECK(lines[1] == "Attraktivität = 100 × (2×3,3333 + 1,5×3,3333) / (5 × (2 + 1,5)) = 66,67");
}

TEST_CASE("a score of which less than half is known says so where it decides") {
  CHECK(line_of(explained(crooked()), "Qualification") ==
        "Qualification: Attractiveness 58.9284 (threshold 60), Partnership 50 (threshold 50), only 33.33% of "
        "it "
        "known "
        "→ Not yet known");
  CHECK(line_of(explained(crooked(), Language::de), "Einstufung").find("davon nur 33,33\u00A0% bekannt") !=
        std::string::npos);
}

TEST_CASE("the ABC class is explained by what those with more revenue hold") {
  std::vector<Account> accounts;
  for (const auto& [id, revenue] :
       {std::pair{"a", 500.0}, {"b", 320.0}, {"c", 90.0}, {"d", 90.0}, {"e", -5.0}}) {
    accounts.push_back(named(id, id));
    accounts.back().figures[2025].revenue = revenue;
  }
  accounts.push_back(named("f", "f"));
  accounts.push_back(accounts.front());
  accounts.back().id = "g";
  accounts.back().status = Status::former;
  const Stage stage(accounts);
  const View view = stage.view();
  const auto abc = [&](std::size_t account) {
    return line_of(explain_lines(account_view(view, account)), "ABC");
  };
  CHECK(abc(0) == "ABC: customers with more revenue hold 0%, class limits 80% and 95% → A");
  CHECK(abc(1) == "ABC: customers with more revenue hold 50%, class limits 80% and 95% → A");
  CHECK(abc(2) == "ABC: customers with more revenue hold 82%, class limits 80% and 95% → B");
  CHECK(abc(3) == abc(2));
  CHECK(abc(4) == "ABC: customers with more revenue hold 100%, class limits 80% and 95% → C");
  CHECK(abc(5).empty());
  CHECK(abc(6).empty());
}

TEST_CASE("of an account of which nothing is known only the classes and the questions are explained") {
  CHECK(explained(named("leer", "Leer")) ==
        Lines{"Qualification: Attractiveness – (threshold 60), Partnership – (threshold 50) → Not yet known",
              "Portfolio position: Attractiveness – (threshold 60), Fulfilment – (threshold 67) → –",
              "Completeness = 100 × 0 / 21 = 0"});
}
