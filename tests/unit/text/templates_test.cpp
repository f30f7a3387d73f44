#include "kam/text/templates.hpp"

#include <doctest/doctest.h>

#include <array>
#include <sstream>
#include <string>
#include <vector>

#include "kam/text/labels.hpp"
#include "kam/yaml/tree.hpp"
#include "text/label_table.hpp"

namespace kam {

namespace {

constexpr std::array kBoth{Language::en, Language::de};

std::vector<std::string> lines_of(const std::string& text) {
  std::istringstream stream(text);
  std::vector<std::string> lines;
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

bool is_prose(const std::string& line) {
  return line.size() > 2 && line.starts_with("# ") && line[2] != ' ';
}
bool is_fill_in(const std::string& line) {
  return line.starts_with('#') && !is_prose(line);
}

// The lines to be filled in, their # taken off.
std::string freed(const std::string& text) {
  std::string yaml;
  for (const auto& line : lines_of(text))
    if (is_fill_in(line)) yaml += line.substr(1) + '\n';
  return yaml;
}

// The top-level keys of `yaml`, one after the other.
std::string keys_of(const std::string& yaml) {
  std::string keys;
  for (const auto& line : lines_of(yaml))
    if (!line.empty() && line[0] >= 'a' && line[0] <= 'z') keys += line.substr(0, line.find(':')) + ' ';
  return keys;
}

std::string without_remarks(const std::string& text) {
  std::string yaml;
  for (const auto& line : lines_of(text)) {
    if (line.empty() || line[0] == '#') continue;
    const auto remark = line.find("  # ");
    const auto end = line.find_last_not_of(' ', remark == std::string::npos ? remark : remark - 1);
    yaml += line.substr(0, end + 1) + '\n';
  }
  return yaml;
}

bool holds(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

const Date kDay = *parse_date("2026-11-24");

Settings own_settings() {
  auto settings = default_settings();
  settings.scale = 10;
  settings.currency = "CHF";
  settings.attractiveness = {{"reference", 1, {}, {}, {}},
                             {"margin", 2, Measure::profit, {1, 2}, {"Ertrag", "", ""}}};
  settings.partnership = {{"trust", 1, {}, {}, {"", "Vertrauen", "Trust"}}};
  settings.collaboration = {{"research", 1, {}, {}, {"Forschung", "", ""}}};
  settings.requirements = {{"delivery_on_time", {}}, {"night", {"eins\nzwei: {", "", ""}}};
  settings.potentials = {{"retrofit", {"Umrüstung", "", ""}}};
  settings.offerings = {{"spare_parts", {"", "Ersatzteile", "Spare parts"}}, {"service", {}}};
  return settings;
}

}  // namespace

TEST_CASE("a new kam.yaml holds the values of kam-portfolio(5)") {
  const std::string expected = R"(kam: 1
company: Beispiel Antriebstechnik AG
language: de
currency: EUR
scale: 5
attractiveness:
  revenue:             {weight: 20, measure: revenue, steps: [50000, 100000, 250000, 500000, 1000000]}
  contribution_margin: {weight: 20, measure: contribution_margin, steps: [10000, 25000, 75000, 150000, 300000]}
  growth:              {weight: 10, measure: revenue_growth, steps: [0, 2.5, 5, 10, 20]}
  reference:           {weight: 15}
  technology_partner:  {weight: 10}
  innovation_leader:   {weight: 10}
  industry_pioneer:    {weight: 10}
  differentiation:     {weight: 5}
partnership:
  collaboration_potential: {weight: 1}
  partner_acceptance:      {weight: 1}
  strategic_relevance:     {weight: 1}
collaboration:
  product_development: {weight: 1}
  logistics:           {weight: 1}
  quality_management:  {weight: 1}
  marketing:           {weight: 1}
  sales:               {weight: 1}
requirements:
  delivered_quality: {}
  delivery_on_time: {}
  acceptable_price: {}
  customer_goals: {}
  market_information: {}
  innovative_products: {}
  proven_quality: {}
  flexibility: {}
  market_strategies: {}
  brand_integration: {}
  joint_revenue_potential: {}
  price_performance: {}
  negotiation_competence: {}
potentials:
  new_offerings: {}
  process_optimisation: {}
  faster_development: {}
  new_business_fields: {}
  joint_strategy: {}
offerings: {}
thresholds:
  abc: [80, 95]
  bands: [34, 67]
  key_account: {attractiveness: 60, partnership: 50}
  matrix: {attractiveness: 60, strength: 67}
  crosshair: {importance: 3, fulfilment: 3.5}
  stale_after_days: 365
)";
  CHECK(without_remarks(settings_file_text("Beispiel Antriebstechnik AG", "EUR", Language::de)) == expected);
}

TEST_CASE("company, currency and language are put in as given") {
  const auto text = settings_file_text("\"No: 1\"", "CHF", Language::en);
  CHECK(holds(text, "\ncompany: \"No: 1\"\nlanguage: en   # language of"));
  CHECK(holds(text, "\ncurrency: CHF  # currency"));
  CHECK(holds(settings_file_text("", "EUR", Language::de), "\ncompany:\nlanguage: de   # Sprache der"));
}

TEST_CASE("kam.yaml explains itself in its language") {
  const auto german = settings_file_text("AG", "EUR", Language::de);
  CHECK(german.starts_with("# Einstellungen dieses Portfolios: "));
  CHECK(holds(german, "  reference:           {weight: 15}  # Wert als Referenz\n"));
  CHECK(holds(german, "\n\n# Attraktivität: Warum ist ein Kunde für uns besonders wichtig?\n# weight: "));
  CHECK(holds(german, "\n#  export_share:        {weight: 5, label: Exportanteil}\n\n# Partnerschaft: "));
  CHECK(holds(german, "\n#  own_language_documentation: {label: Dokumentiert in unserer Sprache}\n\n"));
  CHECK(holds(german, "offerings: {}  # z. B. {spare_parts: {label: Ersatzteile}}\n\n# Schwellenwerte: "));
  CHECK(
      holds(german, "  # A: die größten Kunden bis zusammen 80 % des Umsatzes; B: bis 95 %; C: der Rest\n"));
  CHECK(holds(german, "  # Werte unter 34 sind rot, ab 67 grün, dazwischen gelb\n"));
  const auto english = settings_file_text("AG", "EUR", Language::en);
  CHECK(english.starts_with("# Settings of this portfolio: "));
  CHECK(holds(english, "  delivery_on_time: {}         # Delivers on time\n"));
  CHECK(holds(english, "\n#  export_share:        {weight: 5, label: Share of exports}\n\n# Partnership: "));
  CHECK(holds(english, "{spare_parts: {label: Spare parts}}"));
  for (const auto id : ids_of<Measure>()) CHECK(holds(english, id));
}

TEST_CASE("both languages of kam.yaml say the same to the program") {
  auto english = without_remarks(settings_file_text("AG", "EUR", Language::en));
  english.replace(english.find("language: en"), 12, "language: de");
  CHECK(english == without_remarks(settings_file_text("AG", "EUR", Language::de)));
}

TEST_CASE("the sections are comments and blank lines, each of one kind") {
  for (const auto language : kBoth)
    for (const auto& settings : {default_settings(), own_settings(), Settings{}}) {
      const auto text = account_sections_text(settings, kDay, language);
      CHECK(text.starts_with("\n# "));
      CHECK(text.ends_with("\n#notes:\n"));
      CHECK_FALSE(holds(text, "\n\n\n"));
      for (const auto& line : lines_of(text)) {
        CAPTURE(line);
        CHECK((line.empty() || line.starts_with('#')));
        CHECK((line.empty() || line.back() != ' '));
      }
    }
}

TEST_CASE("a file reads as it is, and with every line freed") {
  const auto reads = [](const std::string& text) {
    const auto tree = parse_tree(text, "file");
    for (const auto& problem : tree.problems) FAIL_CHECK(problem.line, ": ", problem.message);
    return tree.root.has_value();
  };
  for (const auto language : kBoth) {
    const auto settings = settings_file_text("AG", "EUR", language);
    CHECK(reads(settings));
    CHECK(reads(without_remarks(settings) + "x_freed:\n" + freed(settings)));
    for (const auto& catalogues : {default_settings(), own_settings(), Settings{}}) {
      const auto sections = account_sections_text(catalogues, kDay, language);
      CHECK(reads("name: AG\n" + sections));
      CHECK(reads("name: AG\n" + freed(sections)));
    }
  }
}

TEST_CASE("an own label cannot leave its comment") {
  auto settings = own_settings();
  settings.requirements = {{"night", {"Nachts\nname: Fremd", "", ""}}};
  const auto text = account_sections_text(settings, kDay, Language::de);
  CHECK(holds(text, "  # Nachts name: Fremd\n"));
  CHECK(parse_tree("name: AG\n" + text, "file").root->entries.size() == 1);
}

TEST_CASE("the sections stand in the order of the format") {
  const std::string without =
      "figures attractiveness partnership unique_services collaboration team contacts customer_view "
      "requirements assessments potentials objectives actions swot notes ";
  const std::string with =
      "figures attractiveness partnership unique_services collaboration team contacts customer_view "
      "requirements assessments offerings potentials objectives actions swot notes ";
  for (const auto language : kBoth) {
    CHECK(keys_of(freed(account_sections_text(default_settings(), kDay, language))) == without);
    CHECK(keys_of(freed(account_sections_text(own_settings(), kDay, language))) == with);
  }
}

TEST_CASE("every question of the handbook is asked") {
  for (const auto language : kBoth) {
    const auto text = account_sections_text(default_settings(), kDay, language);
    for (const auto& question : label_table::questions()) {
      CAPTURE(question.id);
      CHECK(holds(text, "# " + std::string(question_text(question.id, language)) + "\n"));
    }
  }
}

TEST_CASE("the sections are those of the portfolio's catalogues") {
  const auto text = account_sections_text(own_settings(), kDay, Language::de);
  CHECK(holds(text, "von 0 (gar nicht) bis 10 (voll)"));
  CHECK(holds(text, "# Beträge in CHF, je Geschäftsjahr"));
  CHECK(holds(text,
              "#attractiveness:\n"
              "#  reference:  # Wert als Referenz\n"
              "#  margin:     # Ertrag (leer: aus den Kennzahlen berechnet)\n\n"));
  CHECK(holds(text, "#partnership:\n#  trust:  # Vertrauen\n\n"));
  CHECK(holds(text,
              "#collaboration:\n"
              "#  research:  # Forschung\n"
              "#    intensity:\n#    activities: []\n#    people: []\n\n"));
  CHECK(holds(text,
              "#    ratings:\n"
              "#      delivery_on_time: {importance: , fulfilment: }  # Liefert pünktlich\n"
              "#      night:            {importance: , fulfilment: }  # eins zwei: {\n\n"));
  CHECK(holds(text, "# current, potential: CHF im Jahr. "));
  CHECK(holds(text,
              "#offerings:\n"
              "#  spare_parts: {current: , potential: , competitor: }  # Ersatzteile\n"
              "#  service:     {current: , potential: , competitor: }  # service\n\n"));
  CHECK(holds(
      text,
      "# value: was es uns wert ist, in CHF. Die Arten (kind):\n# - retrofit: Umrüstung\n#potentials:\n"));
  CHECK(holds(account_sections_text(own_settings(), kDay, Language::en), "#  trust:  # Trust\n"));
}

TEST_CASE("the days of the sections are those of as-of") {
  const auto text = account_sections_text(default_settings(), *parse_date("2030-02-03"), Language::en);
  CHECK(holds(text,
              "#  2029: {revenue: , contribution_margin: , profit: , purchasing_volume: }\n"
              "#  2030: {revenue_plan: }\n"));
  CHECK(holds(text, "#  - date: 2030-02-03\n"));
  CHECK(holds(text, "#    year: 2031\n"));
}

TEST_CASE("the sections name the choices") {
  const auto text = account_sections_text(default_settings(), kDay, Language::en);
  CHECK(holds(text, "status (prospect | candidate | key_account | former)"));
  CHECK(holds(text, "#    role:       # decision_maker | approver | evaluator | user | other\n"));
  CHECK(holds(text, "#    attitude:   # champion | supporter | neutral | critic | opponent\n"));
  CHECK(holds(text, "#    perspective: customer  # customer | own\n"));
  CHECK(holds(text, "#    status: open  # open | won | lost\n"));
  CHECK(holds(text, "#    status: open  # open | done | dropped\n"));
}

}  // namespace kam
