#include "kam/score/compare.hpp"

#include <algorithm>
#include <functional>
#include <vector>

#include "sample.hpp"

using namespace kam;
using namespace kam::sample;

namespace {

// A side of a comparison, scored.
struct State {
  Settings settings;
  std::vector<Account> accounts;
  PortfolioScores scores;
  explicit State(std::vector<Account> all, Settings with = sample::settings())
      : settings(std::move(with)),
        accounts(std::move(all)),
        scores(score_portfolio(accounts, settings, kToday)) {}
  PortfolioState state() const { return {settings, accounts, scores}; }
};

Comparison compare(const State& before, const State& after) {
  return compare_portfolios(before.state(), after.state());
}

std::vector<ItemChange> facts_of(const Account& before, const Account& after) {
  return compare(State({before}), State({after})).accounts.at(0).items;
}

Account named(const std::string& id, const std::string& name, const std::string& number = {}) {
  Account account = unknown_account(id);
  account.name = name;
  account.external_id = number;
  return account;
}

using Edit = std::function<void(Account&)>;

// One edit for every member of an account and of what it holds.
std::vector<std::pair<std::string, Edit>> edits() {
  return {
      {"name", [](Account& a) { a.name = "x"; }},
      {"status", [](Account& a) { a.status = Status::former; }},
      {"industry", [](Account& a) { a.industry = "x"; }},
      {"manager", [](Account& a) { a.manager.clear(); }},
      {"customer_since", [](Account& a) { a.customer_since = 2015; }},
      {"external_id", [](Account& a) { a.external_id = "x"; }},
      {"tags", [](Account& a) { a.tags.pop_back(); }},
      {"revenue", [](Account& a) { a.figures[2025].revenue = 1; }},
      {"contribution_margin", [](Account& a) { a.figures[2025].contribution_margin = {}; }},
      {"profit", [](Account& a) { a.figures[2025].profit = 1; }},
      {"purchasing_volume", [](Account& a) { a.figures[2024].purchasing_volume = 1; }},
      {"revenue_plan", [](Account& a) { a.figures[2026].revenue_plan = 1; }},
      {"year", [](Account& a) { a.figures.erase(2024); }},
      {"attractiveness", [](Account& a) { a.attractiveness[0].second.rating = 1; }},
      {"reason", [](Account& a) { a.attractiveness[1].second.reason = "x"; }},
      {"unknown criterion",
       [](Account& a) {
         a.attractiveness.push_back({"no_such", {3, ""}});
       }},
      {"partnership", [](Account& a) { a.partnership.pop_back(); }},
      {"unique_services", [](Account& a) { a.unique_services.clear(); }},
      {"intensity", [](Account& a) { a.collaboration[0].second.intensity = 0; }},
      {"activities", [](Account& a) { a.collaboration[0].second.activities.clear(); }},
      {"people", [](Account& a) { a.collaboration[0].second.people.push_back("x"); }},
      {"team role", [](Account& a) { a.team[0].role = "x"; }},
      {"team unit", [](Account& a) { a.team[0].unit = "x"; }},
      {"team tasks", [](Account& a) { a.team[0].tasks.clear(); }},
      {"team authority", [](Account& a) { a.team[0].authority.clear(); }},
      {"contact", [](Account& a) { a.contacts.clear(); }},
      {"contact title", [](Account& a) { a.contacts[0].title = "x"; }},
      {"contact role", [](Account& a) { a.contacts[0].role = ContactRole::user; }},
      {"contact influence", [](Account& a) { a.contacts[0].influence = 1; }},
      {"contact attitude", [](Account& a) { a.contacts[0].attitude = {}; }},
      {"contact owner", [](Account& a) { a.contacts[0].owner = "x"; }},
      {"goals", [](Account& a) { a.customer_view.goals.clear(); }},
      {"important_services", [](Account& a) { a.customer_view.important_services.clear(); }},
      {"market_strengths", [](Account& a) { a.customer_view.market_strengths.clear(); }},
      {"our_contribution", [](Account& a) { a.customer_view.our_contribution.clear(); }},
      {"requirement", [](Account& a) { a.requirements.clear(); }},
      {"requirement label", [](Account& a) { a.requirements[0].label.en = "x"; }},
      {"assessment", [](Account& a) { a.assessments.pop_back(); }},
      {"assessment date", [](Account& a) { a.assessments[0].date = day("2026-04-01"); }},
      {"perspective", [](Account& a) { a.assessments[0].perspective = Perspective::own; }},
      {"source", [](Account& a) { a.assessments[0].source = "x"; }},
      {"by", [](Account& a) { a.assessments[0].by = "x"; }},
      {"importance", [](Account& a) { a.assessments[0].ratings[0].second.importance = 1; }},
      {"fulfilment", [](Account& a) { a.assessments[0].ratings[0].second.fulfilment = 1; }},
      {"best_competitor", [](Account& a) { a.assessments[0].ratings[1].second.best_competitor = {}; }},
      {"note", [](Account& a) { a.assessments[0].ratings[1].second.note = "x"; }},
      {"offering current", [](Account& a) { a.offerings[0].second.current = 1; }},
      {"offering potential", [](Account& a) { a.offerings[0].second.potential = 1; }},
      {"offering competitor", [](Account& a) { a.offerings[0].second.competitor = "x"; }},
      {"potential title", [](Account& a) { a.potentials[0].title = "x"; }},
      {"potential kind", [](Account& a) { a.potentials[0].kind = "x"; }},
      {"potential value", [](Account& a) { a.potentials[0].value = 1; }},
      {"potential probability", [](Account& a) { a.potentials[0].probability = 1; }},
      {"potential status", [](Account& a) { a.potentials[0].status = PotentialStatus::won; }},
      {"potential owner", [](Account& a) { a.potentials[0].owner = "x"; }},
      {"potential due", [](Account& a) { a.potentials[0].due = {}; }},
      {"objective measure", [](Account& a) { a.objectives[0].measure = Measure::profit; }},
      {"objective target", [](Account& a) { a.objectives[0].target = 1; }},
      {"objective year", [](Account& a) { a.objectives[0].year = 2028; }},
      {"action", [](Account& a) { a.actions.push_back(a.actions[0]); }},
      {"action title", [](Account& a) { a.actions[0].title = "x"; }},
      {"action requirement", [](Account& a) { a.actions[0].requirement.clear(); }},
      {"action owner", [](Account& a) { a.actions[0].owner = "x"; }},
      {"action due", [](Account& a) { a.actions[0].due = day("2026-12-16"); }},
      {"action status", [](Account& a) { a.actions[0].status = ActionStatus::done; }},
      {"strengths", [](Account& a) { a.swot.strengths.clear(); }},
      {"weaknesses", [](Account& a) { a.swot.weaknesses.clear(); }},
      {"opportunities", [](Account& a) { a.swot.opportunities.clear(); }},
      {"threats", [](Account& a) { a.swot.threats.clear(); }},
      {"notes", [](Account& a) { a.notes = "x"; }},
  };
}

}  // namespace

TEST_CASE("every fact of an account that changes is told, and the reverse as its reverse") {
  const Account before = nordlicht();
  CHECK(facts_of(before, before).empty());
  for (const auto& edit : edits()) {
    CAPTURE(edit.first);
    Account after = before;
    edit.second(after);
    REQUIRE_FALSE(after == before);
    const auto there = facts_of(before, after);
    const auto back = facts_of(after, before);
    CHECK_FALSE(there.empty());
    CHECK(there.size() == back.size());
    for (const auto& change : there)
      for (const auto& fact : change.facts) CHECK_FALSE(fact.before == fact.after);
  }
}

TEST_CASE("the order of what a file lists is no fact") {
  Account before = nordlicht();
  before.actions.push_back({"Other", "", "", {}, ActionStatus::open});
  Account after = before;
  std::ranges::reverse(after.actions);
  std::ranges::reverse(after.attractiveness);
  std::ranges::reverse(after.assessments[0].ratings);
  const auto comparison = compare(State({before}), State({after}));
  CHECK(comparison.accounts.at(0).kind == AccountChange::Kind::same);
  CHECK_FALSE(has_changes(comparison));
}

TEST_CASE("a rating that holds is told beside the assessment it came with") {
  const Account before = nordlicht();
  Account after = before;
  after.assessments.push_back(assessment("2026-11-20", Perspective::customer, {{"flexibility", {}, 5}}));
  CHECK(facts_of(before, after) ==
        std::vector<ItemChange>{
            {"customer", "flexibility", ItemChange::Kind::changed, {{"fulfilment", 3.0, 5.0}}},
            {"assessments",
             "2026-11-20 customer",
             ItemChange::Kind::added,
             {{"flexibility.fulfilment", std::monostate{}, 5.0}}}});
}

TEST_CASE("figures that move a measured rating are told with it") {
  const Account before = account_with_revenue("a", 100000);
  const Account after = account_with_revenue("a", 600000);
  CHECK(facts_of(before, after) ==
        std::vector<ItemChange>{
            {"figures", "2025", ItemChange::Kind::changed, {{"revenue", 100000.0, 600000.0}}},
            {"attractiveness", "revenue", ItemChange::Kind::changed, {{"measured", 2.0, 4.0}}}});
}

TEST_CASE("a changed rating model moves scores, but no facts of a customer") {
  auto model = sample::settings();
  model.attractiveness[0].weight = 50;
  model.attractiveness.pop_back();
  model.requirements.erase(model.requirements.begin());
  model.thresholds.abc = {70, 95};
  model.currency = "CHF";
  const auto comparison = compare(State({nordlicht()}), State({nordlicht()}, model));
  REQUIRE(comparison.model.size() == 5);
  CHECK(comparison.model[0].facts ==
        std::vector<FactChange>{{"currency", std::string("EUR"), std::string("CHF")}});
  CHECK(comparison.model[1].item == "revenue");
  CHECK(comparison.model[2].kind == ItemChange::Kind::removed);
  CHECK(comparison.model[3].section == "requirements");
  CHECK(comparison.model[4].section == "thresholds");
  const auto& account = comparison.accounts.at(0);
  CHECK(account.kind == AccountChange::Kind::changed);
  CHECK(account.items.empty());
  CHECK(account.values[0].differs());
}

TEST_CASE("labels, company and language are no part of the rating model") {
  auto model = sample::settings();
  model.company = "x";
  model.language = Language::de;
  model.attractiveness[0].label.any = "x";
  model.requirements[0].label.en = "x";
  model.potentials.clear();
  CHECK(compare_models(sample::settings(), model).empty());
}

TEST_CASE("accounts are one by id, then by number, then by name, where that is clear") {
  using Pairs = std::vector<AccountPair>;
  const auto pairs = [](const std::vector<Account>& before, const std::vector<Account>& after) {
    return pair_accounts(before, after);
  };
  CHECK(pairs({named("a", "A"), named("b", "B")}, {named("b", "A"), named("c", "C")}) ==
        Pairs{{1, 0}, {{}, 1}, {0, {}}});
  CHECK(pairs({named("a", "Old", "7")}, {named("b", "New", "7")}) == Pairs{{0, 0}});
  CHECK(pairs({named("a", "Weser  GUSS")}, {named("b", " weser ｇｕｓｓ ")}) == Pairs{{0, 0}});
  CHECK(pairs({named("a", "A"), named("b", "A")}, {named("c", "A")}) == Pairs{{{}, 0}, {0, {}}, {1, {}}});
  CHECK(pairs({named("a", "A")}, {named("b", "A"), named("c", "A")}) == Pairs{{{}, 0}, {{}, 1}, {0, {}}});
  CHECK(pairs({named("a", "X", "7")}, {named("b", "X"), named("c", "Y", "7")}) == Pairs{{{}, 0}, {0, 1}});
  CHECK(pairs({named("a", "")}, {named("b", "")}) == Pairs{{{}, 0}, {0, {}}});
}

TEST_CASE("what is not known on a side has no difference") {
  Account rated = unknown_account("a");
  rated.assessments = {assessment("2026-03-31", Perspective::customer, {{"flexibility", 4, 3}})};
  const auto comparison = compare(State({unknown_account("a")}), State({rated, unknown_account("b")}));
  const auto& change = comparison.accounts.at(0);
  const auto found = std::ranges::find(change.values, "fulfilment", &ValueChange::key);
  REQUIRE(found != change.values.end());
  CHECK(found->differs());
  CHECK_FALSE(found->before);
  CHECK_FALSE(found->difference());
  CHECK(change.classes[3].after == "customer");
  const auto& added = comparison.accounts.at(1);
  CHECK(added.kind == AccountChange::Kind::added);
  for (const auto& value : added.values) CHECK_FALSE(value.before);
  for (const auto& of : added.classes) CHECK_FALSE(of.before);
  CHECK(added.items.empty());
}

TEST_CASE("findings that came or went are told once, however many days they last") {
  Account before = nordlicht();
  before.actions = {{"One", "", "Anna", day("2026-11-01"), ActionStatus::open},
                    {"Two", "", "Anna", day("2026-11-01"), ActionStatus::open}};
  Account after = before;
  after.actions[0].due = day("2026-11-02");
  after.actions[1].status = ActionStatus::done;
  after.manager.clear();
  const auto change = compare(State({before}), State({after})).accounts.at(0);
  REQUIRE(change.appeared.size() == 1);
  CHECK(change.appeared[0].code == "no-fixed-contact");
  REQUIRE(change.gone.size() == 1);
  CHECK(change.gone[0].subjects.at(0) == "Two");
}

TEST_CASE("a renamed account is compared, and those that went stand last") {
  Account old = nordlicht();
  Account now = nordlicht();
  now.id = "nordlicht";
  now.industry = "Solar";
  const auto comparison = compare(State({named("z", "Z"), old}), State({unknown_account("b"), now}));
  REQUIRE(comparison.accounts.size() == 3);
  CHECK(comparison.accounts[0].kind == AccountChange::Kind::renamed);
  CHECK(comparison.accounts[0].items.size() == 1);
  CHECK(comparison.accounts[1].kind == AccountChange::Kind::added);
  CHECK(comparison.accounts[2].kind == AccountChange::Kind::removed);
}
