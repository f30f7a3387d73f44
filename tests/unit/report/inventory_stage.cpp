#include "inventory_stage.hpp"

namespace kam {

namespace {

Account customer(const std::string& id, std::optional<double> revenue, std::optional<double> reference,
                 const std::vector<std::pair<std::string, RequirementRating>>& ratings) {
  Account account = named(id, "Firma " + id);
  if (revenue) account.figures[2025].revenue = revenue;
  if (reference) account.attractiveness = {{"reference", {reference, ""}}};
  if (!ratings.empty()) account.assessments = {{day(2026, 5, 1), Perspective::customer, "", "", ratings}};
  return account;
}

}  // namespace

Settings simple_settings() {
  Settings settings = settings_of("Beispiel AG");
  settings.attractiveness = {{"reference", 1, {}, {}, {}}};
  settings.partnership = {{"partner_acceptance", 1, {}, {}, {}}};
  return settings;
}

std::vector<Account> five_customers() {
  Account a =
      customer("alpha", 600000, 5, {{"flexibility", {4, 3, {}, ""}}, {"delivery_on_time", {4, 5, {}, ""}}});
  a.status = Status::key_account;
  a.manager = "Anna Schmidt";
  a.industry = "Windenergie";
  a.external_id = "10023";
  a.tags = {"Export", "offshore"};
  a.figures[2025].contribution_margin = 150000;
  a.figures[2024].revenue = 480000;
  a.partnership = {{"partner_acceptance", {4, ""}}};
  a.actions = {{"Schulung", "flexibility", "Zoe", day(2026, 12, 1), ActionStatus::open}};
  a.potentials = {{"Neues", "joint_strategy", 100000, 25, PotentialStatus::open, "", {}}};
  Account b = customer("beta", 300000, 4, {{"flexibility", {5, 1, {}, ""}}});
  b.status = Status::candidate;
  b.industry = "Bahn";
  b.tags = {"export"};
  b.partnership = {{"partner_acceptance", {1, ""}}};
  b.actions = {{"Anruf", "", "Anna", day(2026, 11, 20), ActionStatus::open}};
  Account c = customer("gamma", 100000, {}, {{"flexibility", {5, 0, {}, ""}}});
  c.industry = "Windenergie";
  c.assessments[0].date = day(2025, 5, 1);
  Account d = customer("delta", {}, 1, {});
  d.manager = "anna schmidt";
  Account e = customer("omega", 900000, 5, {{"flexibility", {5, 0, {}, ""}}});
  e.status = Status::former;
  e.industry = "Bahn";
  return {a, b, c, d, e};
}

std::string selected(const View& view, const InventoryQuery& query) {
  std::string ids;
  for (const auto account : select_accounts(view, query))
    ids += (ids.empty() ? "" : " ") + view.accounts[account].id;
  return ids;
}

}  // namespace kam
