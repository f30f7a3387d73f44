#include <algorithm>

#include "inventory_stage.hpp"

using namespace kam;

namespace {

InventoryQuery query_of(const std::vector<std::string>& conditions) {
  InventoryQuery query;
  for (const auto& text : conditions) query.where.push_back(parse_condition(text));
  return query;
}

Lines inventory(const View& view, const InventoryQuery& query = {}) {
  return lines_of(build_inventory(view, query, Matrix::hidden));
}

// The last lines of a document, from the one that begins with `start`.
Lines from(const Lines& lines, std::string_view start) {
  const auto found =
      std::ranges::find_if(lines, [&](const std::string& line) { return line.starts_with(start); });
  return {found, lines.end()};
}

}  // namespace

TEST_CASE("the inventory for people, in both languages") {
  const Stage stage(five_customers(), simple_settings());
  CHECK(
      inventory(stage.view()) ==
      Lines{"Beispiel AG", "as of 24 Nov 2026",
            "| # | Customer | ABC | Revenue | Attractiveness | Partnership | Fulfilment | Qualification",
            "| 1 | Firma omega>omega | – | 900000 | 100 green | – | 0 red* | Not yet known",
            "| 2 | Firma alpha>alpha | A | 600000 | 100 green | 80 green | 80 green* | Key account",
            "| 3 | Firma beta>beta | A | 300000 | 80 green | 20 red | 20 red* | Candidate",
            "| 4 | Firma delta>delta | – | – | 20 red | – | – | Not yet known",
            "| 5 | Firma gamma>gamma | B | 100000 | – | – | 0 red*† | Not yet known",
            "5 customers · revenue EUR 1 million · 2 A, 1 B, 0 C · largest 60%, three largest 100%",
            "* less than half known · † assessment out of date · 1 not assessed · 1 assessment out of date · "
            "1 action overdue",
            "Next: kam assess delta"});
  CHECK(
      from(inventory(stage.view(Language::de)), "5 Kunden") ==
      Lines{
          "5 Kunden · Umsatz 1 Mio. EUR · 2 A, 1 B, 0 C · größter 60\u00A0%, drei größte 100\u00A0%",
          "* weniger als zur Hälfte bekannt · † Bewertung veraltet · 1 nicht bewertet · 1 Bewertung veraltet "
          "· 1 Maßnahme überfällig",
          "Weiter: kam assess delta"});
}

TEST_CASE("the document knows its language and currency, and which columns go first") {
  auto settings = simple_settings();
  settings.currency = "CHF";
  const Stage stage(five_customers(), settings);
  const auto document = build_inventory(stage.view(Language::de), {}, Matrix::hidden);
  CHECK(document.language == Language::de);
  CHECK(document.currency == "CHF");
  std::string ranks;
  for (const auto& column : std::get<Table>(document.blocks.front()).columns)
    ranks += column.key + ":" + std::to_string(column.rank) + " ";
  CHECK(ranks ==
        "rank:0 name:0 abc:5 revenue:1 attractiveness:2 partnership:4 fulfilment:3 qualification:6 ");
}

TEST_CASE("a view of some accounts counts those") {
  const Stage stage(five_customers(), simple_settings());
  CHECK(from(inventory(stage.view(), query_of({"status != former"})), "2 of") ==
        Lines{"2 of 5 customers · revenue EUR 900,000 (90% of the total)",
              "* less than half known · 1 action overdue", "Next: kam assess delta"});
  CHECK(from(inventory(stage.view(), query_of({"id = delta"})), "1 of") ==
        Lines{"1 of 5 customers", "1 not assessed", "Next: kam assess delta"});
  CHECK(from(inventory(stage.view(), query_of({"status = former"})), "1 of") ==
        Lines{"1 of 5 customers", "* less than half known", "Next: kam assess delta"});
  CHECK(from(inventory(stage.view(Language::de), query_of({"stale = true"})), "1 von") ==
        Lines{"1 von 5 Kunden · Umsatz 100.000 EUR (10\u00A0% vom Ganzen)",
              "* weniger als zur Hälfte bekannt · † Bewertung veraltet · 1 Bewertung veraltet",
              "Weiter: kam assess delta"});
}

TEST_CASE("several of a kind are spoken of in the plural") {
  auto customers = five_customers();
  customers[0].assessments[0].date = day(2025, 1, 1);
  customers[0].actions[0].due = day(2026, 11, 23);
  const Stage stage(customers, simple_settings());
  CHECK(from(inventory(stage.view()), "* less")[0] ==
        "* less than half known · † assessment out of date · 1 not assessed · 2 assessments out of date · 2 "
        "actions overdue");
}

TEST_CASE("a portfolio of which nothing is late or missing has no footnote, and the report is next") {
  Account account = named("alpha", "Alpha");
  account.attractiveness = {{"reference", {3, ""}}};
  account.partnership = {{"partner_acceptance", {3, ""}}};
  account.assessments = {{day(2026, 5, 1), Perspective::customer, "", "", {{"a", {4, 3, {}, ""}}}}};
  auto settings = simple_settings();
  settings.requirements = {{"a", {}}};
  const Stage stage({account}, settings);
  CHECK(from(inventory(stage.view()), "1 customer") == Lines{"1 customer", "Next: kam report -o report"});
}

TEST_CASE("the next step goes to the customer of highest rank of whom too little is known") {
  auto customers = five_customers();
  const auto next = [&] { return inventory(Stage(customers, simple_settings()).view()).back(); };
  CHECK(next() == "Next: kam assess delta");  // not omega, which is former
  customers[1].partnership.clear();           // the qualification of beta is unknown
  CHECK(next() == "Next: kam assess beta");
  customers[0].assessments.clear();
  CHECK(next() == "Next: kam assess alpha");
  customers = five_customers();
  customers[0].assessments[0].date = day(2025, 1, 1);
  CHECK(next() == "Next: kam assess alpha");
}

TEST_CASE("an empty portfolio says how to begin") {
  const Stage stage({}, simple_settings());
  CHECK(inventory(stage.view()) == Lines{"Beispiel AG", "as of 24 Nov 2026", "No customers yet.",
                                         "Next: kam add-account NAME or kam import FILE.csv"});
  CHECK(inventory(stage.view(Language::de)) ==
        Lines{"Beispiel AG", "Stand 24.11.2026", "Noch keine Kunden erfasst.",
              "Weiter: kam add-account NAME oder kam import FILE.csv"});
}

TEST_CASE("where no account meets the conditions, that is said") {
  const Stage stage(five_customers(), simple_settings());
  CHECK(inventory(stage.view(), query_of({"revenue > 99999999"})) ==
        Lines{"Beispiel AG", "as of 24 Nov 2026", "No customer meets the conditions."});
}

TEST_CASE("a company without a name still has a title") {
  auto settings = simple_settings();
  settings.company.clear();
  const Stage stage(five_customers(), settings);
  CHECK(inventory(stage.view())[0] == "Key accounts");
  CHECK(inventory(stage.view(Language::de))[0] == "Schlüsselkunden");
}

TEST_CASE("the columns that are asked for are shown, in that order") {
  const Stage stage(five_customers(), simple_settings());
  auto query = query_of({"id = alpha"});
  query.columns = {&find_inventory_column("stale"), &find_inventory_column("id")};
  CHECK(inventory(stage.view(), query)[2] == "| Stale | Id");
  CHECK(inventory(stage.view(), query)[3] == "| no | alpha");
}

TEST_CASE("a grouped inventory has a table and a total for each value") {
  const Stage stage(five_customers(), simple_settings());
  InventoryQuery query;
  query.columns = {&find_inventory_column("id")};
  query.group_by = &find_inventory_column("industry");
  CHECK(inventory(stage.view(), query) ==
        Lines{"Beispiel AG", "as of 24 Nov 2026", "## Bahn", "| Id", "| omega", "| beta",
              "2 customers · revenue EUR 300,000 (30% of the total)", "## Windenergie", "| Id", "| alpha",
              "| gamma", "2 customers · revenue EUR 700,000 (70% of the total)", "## Not known", "| Id",
              "| delta", "1 customer",
              "5 customers · revenue EUR 1 million · 2 A, 1 B, 0 C · largest 60%, three largest 100%",
              "1 not assessed · 1 assessment out of date · 1 action overdue", "Next: kam assess delta"});
}

TEST_CASE("groups are headed in words of the language") {
  auto customers = five_customers();
  customers[0].figures[2025].revenue = 600000.5;
  const Stage stage(customers, simple_settings());
  const auto titles = [&](const char* column, Language language) {
    InventoryQuery query;
    query.group_by = &find_inventory_column(column);
    return headings_of(build_inventory(stage.view(language), query, Matrix::hidden));
  };
  CHECK(titles("status", Language::de) ==
        Lines{"Ehemaliger Kunde", "Schlüsselkunde", "Kandidat", "Nicht bekannt"});
  CHECK(titles("stale", Language::de) == Lines{"nein", "ja", "Nicht bekannt"});
  CHECK(titles("last_assessed", Language::de) == Lines{"01.05.2026", "01.05.2025", "Nicht bekannt"});
  CHECK(titles("tags", Language::en) == Lines{"Export, offshore", "export", "Not known"});
  CHECK(titles("revenue_year", Language::en) == Lines{"2025", "Not known"});
  CHECK(titles("revenue", Language::de) ==
        Lines{"900.000", "600.000,5", "300.000", "100.000", "Nicht bekannt"});
  CHECK(titles("name", Language::en).front() == "Firma omega");
}
