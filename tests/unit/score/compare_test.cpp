#include "kam/score/compare.hpp"

#include <algorithm>
#include <functional>
#include <vector>

#include "kam/format/format.hpp"
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

struct Edit {
  std::string path;
  std::function<void(Account&)> carry_out;
};

// What the field does not say.
Value other_value(const Shape& shape, const std::optional<Value>& now) {
  const auto other = [&](const Value& one, const Value& another) { return now == one ? another : one; };
  switch (shape.kind) {
    case ShapeKind::choice:
      return other(std::size_t{0}, std::size_t{1});
    case ShapeKind::date:
      return day("2026-04-01");
    case ShapeKind::texts:
      return std::vector<std::string>{"x"};
    case ShapeKind::year:
      return other(2015.0, 2016.0);
    case ShapeKind::number:
    case ShapeKind::rating:
    case ShapeKind::percent:
      return other(1.0, 2.0);
    default:
      return std::string("x");
  }
}

using FindOwner = std::function<void*(Account&)>;

// An edit for each field of the record and of those in it: of a container's first element, and all of it
// gone.
void collect_edits(std::vector<Edit>& edits, const Record& record, const std::string& path,
                   const FindOwner& owner) {
  for (const auto& field : record.fields) {
    const auto name = path + std::string(field.key);
    if (field.put != nullptr)
      edits.push_back({name, [&field, owner](Account& account) {
                         field.put(owner(account), other_value(field.shape, field.get(owner(account))));
                       }});
    if (field.clear != nullptr)
      edits.push_back({name, [&field, owner](Account& account) { field.clear(owner(account)); }});
    if (field.list != nullptr)
      collect_edits(edits, *field.shape.record, name + ".", [&field, owner](Account& account) {
        return const_cast<void*>(field.list(owner(account)).at(0).record);
      });
  }
}

// Of an account that has something at each key.
std::vector<Edit> edits() {
  std::vector<Edit> all;
  collect_edits(all, account_format(), "", [](Account& account) -> void* { return &account; });
  all.push_back({"a criterion that kam.yaml lacks", [](Account& account) {
                   account.attractiveness.push_back({"no_such", {3, ""}});
                 }});
  all.push_back(
      {"a second of the same", [](Account& account) { account.actions.push_back(account.actions[0]); }});
  return all;
}

}  // namespace

TEST_CASE("every fact of an account that changes is told, and the reverse as its reverse") {
  const Account before = nordlicht();
  CHECK(facts_of(before, before).empty());
  for (const auto& edit : edits()) {
    CAPTURE(edit.path);
    Account after = before;
    edit.carry_out(after);
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
  CHECK(change.appeared[0].kind == FindingKind::no_fixed_contact);
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
