#include <doctest/doctest.h>

#include <string>

#include "kam/disk/portfolio.hpp"
#include "support/problem_lines.hpp"
#include "support/worked_example.hpp"

using namespace kam;

namespace {

Date day(const char* iso) {
  return parse_date(iso).value();
}

FigureYear figures(std::optional<double> revenue, std::optional<double> margin, std::optional<double> profit,
                   std::optional<double> volume, std::optional<double> plan) {
  return {revenue, margin, profit, volume, plan};
}

Account worked_account() {
  Account account;
  account.id = "nordlicht-windkraft";
  account.name = "Nordlicht Windkraft GmbH";
  account.status = Status::key_account;
  account.industry = "Windenergie";
  account.manager = "Anna Schmidt";
  account.customer_since = 2014;
  account.external_id = "10023";
  account.tags = {"export", "offshore"};
  account.figures[2024] = figures(1180000, 390000, {}, 3300000, {});
  account.figures[2025] = figures(1240000, 412000, 150000, 3500000, {});
  account.figures[2026] = figures({}, {}, {}, {}, 1400000);
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
  return account;
}

}  // namespace

TEST_CASE("the format's worked account arrives whole") {
  const auto decoded = decode_account(kWorkedAccount, "accounts/nordlicht-windkraft.yaml",
                                      "nordlicht-windkraft", default_settings());
  CHECK(problem_lines(decoded.problems).empty());
  const auto expected = worked_account();
  const auto& account = decoded.account;
  CHECK(account.figures == expected.figures);
  CHECK(account.attractiveness == expected.attractiveness);
  CHECK(account.partnership == expected.partnership);
  CHECK(account.collaboration == expected.collaboration);
  CHECK(account.team == expected.team);
  CHECK(account.contacts == expected.contacts);
  CHECK(account.customer_view == expected.customer_view);
  CHECK(account.requirements == expected.requirements);
  CHECK(account.assessments == expected.assessments);
  CHECK(account.offerings == expected.offerings);
  CHECK(account.potentials == expected.potentials);
  CHECK(account.objectives == expected.objectives);
  CHECK(account.actions == expected.actions);
  CHECK(account.swot == expected.swot);
  CHECK(account == expected);
}

TEST_CASE("what the worked account leaves out arrives too") {
  const auto decoded = decode_account(
      "kam: 1\nname: B\nstatus: former\n"
      "contacts: [{role: other, attitude: opponent}]\n"
      "assessments: [{date: 2026-01-02, perspective: own}]\n"
      "potentials: [{status: lost}]\nobjectives: [{measure: share_of_wallet}]\nactions: [{status: dropped}]\n"
      "attractiveness: {reference: {reason: why}}\nfigures: {2020: {profit: -5}}\n"
      "requirements: {a: {label: {de: X, en: Y}}}\n",
      "f", "b", default_settings());
  CHECK(problem_lines(decoded.problems).empty());
  Account expected;
  expected.id = "b";
  expected.name = "B";
  expected.status = Status::former;
  expected.contacts = {{"", "", ContactRole::other, {}, Attitude::opponent, ""}};
  expected.assessments = {{day("2026-01-02"), Perspective::own, "", "", {}}};
  expected.potentials = {{"", "", {}, {}, PotentialStatus::lost, "", {}}};
  expected.objectives = {{"", Measure::share_of_wallet, {}, {}}};
  expected.actions = {{"", "", "", {}, ActionStatus::dropped}};
  expected.attractiveness = {{"reference", {{}, "why"}}};
  expected.figures[2020].profit = -5;
  expected.requirements = {{"a", {"", "X", "Y"}}};
  CHECK(decoded.account == expected);
}

TEST_CASE("an account alone with its name") {
  const auto decoded = decode_account("\xEF\xBB\xBFkam: 1\r\nname: C\r\n", "f", "c", default_settings());
  CHECK(decoded.problems.empty());
  Account expected;
  expected.id = "c";
  expected.name = "C";
  CHECK(decoded.account == expected);
}
