#include "sample.hpp"

#include <algorithm>

namespace kam::sample {

const Date kToday = day("2026-11-24");

Date day(std::string_view iso) {
  return parse_date(iso).value();
}

Settings settings() {
  Settings settings = default_settings();
  settings.offerings = {{"spare_parts", {}}};
  return settings;
}

Settings bare_settings() {
  return {};
}

namespace {

// What the file says about the customer and how we work with it.
void add_facts(Account& account) {
  account.status = Status::key_account;
  account.industry = "Windenergie";
  account.manager = "Anna Schmidt";
  account.customer_since = 2014;
  account.external_id = "10023";
  account.tags = {"export", "offshore"};
  account.figures[2024] = {1180000, 390000, {}, 3300000, {}};
  account.figures[2025] = {1240000, 412000, 150000, 3500000, {}};
  account.figures[2026] = {{}, {}, {}, {}, 1400000};
  account.attractiveness = {{"reference", {4, ""}},
                            {"technology_partner", {3, "Prüfstand wird gemeinsam betrieben"}}};
  account.partnership = {{"collaboration_potential", {4, ""}},
                         {"partner_acceptance", {5, ""}},
                         {"strategic_relevance", {3, "einer von zwei gelisteten Lieferanten"}}};
  account.unique_services = {"Ersatzteile binnen 24 Stunden an jedem Standort"};
  account.collaboration = {{"logistics", {4, {"Konsignationslager Bremerhaven"}, {"Jonas Weber"}}}};
  account.team = {{"Anna Schmidt",
                   "Key-Account-Managerin",
                   "Key-Account-Management",
                   {"Jahresgespräch führen"},
                   {"Rabatt bis 5 %"}}};
  account.contacts = {{"Dr. Maren Petersen", "Leiterin Einkauf", ContactRole::decision_maker, 5,
                       Attitude::supporter, "Anna Schmidt"}};
  account.customer_view = {{"Anlagenverfügbarkeit über 98 %"},
                           {"Liefertreue", "Dokumentation"},
                           {"Offshore-Service"},
                           "Kürzere Stillstände durch schnelle Ersatzteile"};
}

// What it requires, and what we plan with it.
void add_plans(Account& account) {
  account.requirements = {{"english_documentation", {"Dokumentation auf Englisch", "", ""}}};
  account.assessments = {
      {day("2026-03-31"),
       Perspective::customer,
       "Jahresgespräch 2026",
       "Anna Schmidt",
       {{"delivered_quality", {5, 4, {}, ""}}, {"flexibility", {4, 2, 4, "Eilaufträge dauern zu lange"}}}},
      {day("2026-09-15"), Perspective::customer, "", "", {{"flexibility", {{}, 3, {}, ""}}}}};
  account.offerings = {{"spare_parts", {420000, 600000, "Meyer Teile KG"}}};
  account.potentials = {{"Zustandsüberwachung als Dienstleistung", "new_offerings", 250000, 40,
                         PotentialStatus::open, "Jonas Weber", day("2027-06-30")}};
  account.objectives = {{"Umsatz 1,5 Mio. EUR", Measure::revenue, 1500000, 2027}};
  account.actions = {{"Lieferavis per EDI einführen", "delivery_on_time", "Jonas Weber", day("2026-12-15"),
                      ActionStatus::open}};
  account.swot = {{"Servicenetz"}, {"lange Angebotszeiten"}, {"Offshore-Ausbau"}, {"Zweitlieferant ab 2027"}};
  account.notes = "Free text.\n";
}

}  // namespace

Account nordlicht() {
  Account account;
  account.id = "nordlicht-windkraft";
  account.name = "Nordlicht Windkraft GmbH";
  add_facts(account);
  add_plans(account);
  return account;
}

Account unknown_account(const std::string& id) {
  Account account;
  account.id = id;
  account.name = id;
  return account;
}

Assessment assessment(std::string_view date, Perspective perspective, std::initializer_list<Given> ratings) {
  Assessment result;
  result.date = day(date);
  result.perspective = perspective;
  for (const Given& given : ratings)
    result.ratings.push_back({given.id, {given.importance, given.fulfilment, {}, ""}});
  return result;
}

Account account_with_revenue(const std::string& id, double revenue) {
  Account account = unknown_account(id);
  account.figures[2025].revenue = revenue;
  return account;
}

const RequirementScore& find(const PerspectiveScore& perspective, std::string_view id) {
  const auto found = std::ranges::find(perspective.requirements, id, &RequirementScore::id);
  REQUIRE(found != perspective.requirements.end());
  return *found;
}

const CriterionScore& find(const WeightedScore& weighted, std::string_view id) {
  const auto found = std::ranges::find(weighted.criteria, id, &CriterionScore::id);
  REQUIRE(found != weighted.criteria.end());
  return *found;
}

}  // namespace kam::sample
