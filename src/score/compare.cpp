#include "kam/score/compare.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <iterator>
#include <map>
#include <string_view>
#include <utility>

#include "kam/model/number.hpp"
#include "kam/unicode/invisible.hpp"
#include "kam/unicode/unicode.hpp"
#include "score/items.hpp"

namespace kam {

namespace {

using Scores = const AccountScores*;  // null: not there on that side

template <class Get>
ValueChange value_change(std::string_view key, Scores before, Scores after, Get get) {
  const auto value = [&](Scores scores) {
    return scores == nullptr ? std::optional<double>() : std::optional<double>(get(*scores));
  };
  return {key, value(before), value(after)};
}

std::vector<ValueChange> compare_score_values(Scores before, Scores after) {
  const auto change = [&](std::string_view key, auto get) { return value_change(key, before, after, get); };
  return {change("attractiveness", [](const AccountScores& scores) { return scores.attractiveness.score; }),
          change("partnership", [](const AccountScores& scores) { return scores.partnership.score; }),
          change("collaboration", [](const AccountScores& scores) { return scores.collaboration.score; }),
          change("fulfilment", [](const AccountScores& scores) { return scores.fulfilment.score; }),
          change("completeness", [](const AccountScores& scores) { return scores.completeness.score; }),
          change("revenue", [](const AccountScores& scores) { return scores.figures.revenue; }),
          change("expected_value", [](const AccountScores& scores) { return scores.expected_value; }),
          change("white_space", [](const AccountScores& scores) { return scores.white_space; })};
}

template <class Enum>
std::optional<std::string> class_id(std::optional<Enum> value) {
  return value ? std::optional(std::string(to_id(*value))) : std::nullopt;
}

std::optional<std::string> class_of(std::string_view key, Scores scores) {
  if (scores == nullptr) return std::nullopt;
  if (key == "qualification") return class_id(std::optional(scores->qualification));
  if (key == "quadrant") return class_id(scores->quadrant);
  if (key == "abc") return class_id(scores->abc);
  return class_id(scores->fulfilment.perspective);
}

std::vector<ClassChange> compare_classes(Scores before, Scores after) {
  std::vector<ClassChange> changes;
  for (const std::string_view key : {"qualification", "quadrant", "abc", "perspective"})
    changes.push_back({key, class_of(key, before), class_of(key, after)});
  return changes;
}

// What it is about: days and gaps move without it being another one.
using Topic = std::pair<FindingKind, std::string_view>;
Topic topic_of(const Finding& finding) {
  if (finding.kind == FindingKind::assessment_stale || finding.subjects.empty()) return {finding.kind, {}};
  return {finding.kind, finding.subjects.front()};
}

// Those of `findings` that `others` lacks; of several alike, as many as there are more.
std::vector<Finding> findings_without(const std::vector<Finding>& findings,
                                      const std::vector<Finding>& others) {
  std::map<Topic, std::size_t> left;
  for (const auto& other : others) ++left[topic_of(other)];
  std::vector<Finding> rest;
  for (const auto& finding : findings) {
    auto& alike = left[topic_of(finding)];
    if (alike == 0)
      rest.push_back(finding);
    else
      --alike;
  }
  return rest;
}

AccountChange::Kind kind_of(const AccountChange& change, const PortfolioState& before,
                            const PortfolioState& after) {
  using Kind = AccountChange::Kind;
  if (!change.before) return Kind::added;
  if (!change.after) return Kind::removed;
  if (before.accounts[*change.before].id != after.accounts[*change.after].id) return Kind::renamed;
  const bool moved = std::ranges::any_of(change.values, &ValueChange::differs) ||
                     std::ranges::any_of(change.classes, &ClassChange::differs);
  const bool same = change.items.empty() && change.appeared.empty() && change.gone.empty() && !moved;
  return same ? Kind::same : Kind::changed;
}

AccountChange compare_pair(const AccountPair& pair, const PortfolioState& before,
                           const PortfolioState& after) {
  const Scores old = pair.before ? &before.scores.accounts[*pair.before] : nullptr;
  const Scores now = pair.after ? &after.scores.accounts[*pair.after] : nullptr;
  AccountChange change;
  change.before = pair.before;
  change.after = pair.after;
  change.values = compare_score_values(old, now);
  change.classes = compare_classes(old, now);
  if (old != nullptr && now != nullptr) {
    change.items = compare_facts({before.accounts[*pair.before], *old}, {after.accounts[*pair.after], *now});
    change.appeared = findings_without(now->findings, old->findings);
    change.gone = findings_without(old->findings, now->findings);
  }
  change.kind = kind_of(change, before, after);
  return change;
}

// What figures rate stands behind the account's own ratings, or with the one of that criterion.
void list_measured(FactItems& items, const std::string& section, const WeightedScore& scores) {
  for (const auto& criterion : scores.criteria) {
    if (criterion.source != RatingSource::measured) continue;
    const auto is_it = [&](const FactItem& item) {
      return item.section == section && item.item == criterion.id;
    };
    const auto found = std::ranges::find_if(items, is_it);
    (found == items.end() ? add_item(items, section, criterion.id) : *found)
        .put("measured", criterion.rating);
  }
}

// What holds on the day, whatever assessment gave it.
void list_effective(FactItems& items, const std::string& section, const PerspectiveScore& scores) {
  for (const auto& requirement : scores.requirements) {
    auto& item = add_item(items, section, requirement.id)
                     .put("importance", requirement.importance)
                     .put("fulfilment", requirement.fulfilment)
                     .put("best_competitor", requirement.best_competitor)
                     .put("note", requirement.note);
    if (item.facts.empty()) items.pop_back();
  }
}

// Ratings that come of figures or assessments are told only where these changed: else kam.yaml did.
struct Sources {
  bool figures = false;
  bool assessments = false;
};

// The people are told behind what they say.
constexpr std::array<std::string_view, 3> kPeople{"team", "contacts", "customer_view"};

FactItems list_facts(const ScoredAccount& of, const Sources& differ) {
  const auto& [account, scores] = of;
  FactItems items;
  list_values(items, account_format(), &account);
  for (const auto& field : account_format().fields) {
    if (std::ranges::find(kPeople, field.key) != kPeople.end()) continue;
    if (field.key == "requirements" && differ.assessments) {
      list_effective(items, "customer", scores.fulfilment.customer);
      list_effective(items, "own", scores.fulfilment.own);
    }
    list_section(items, field, &account);
    if (field.key == "attractiveness" && differ.figures)
      list_measured(items, "attractiveness", scores.attractiveness);
    if (field.key == "partnership" && differ.figures) list_measured(items, "partnership", scores.partnership);
    if (field.key == "assessments")
      for (const auto person : kPeople) list_section(items, *find_field(account_format(), person), &account);
  }
  return items;
}

// What moves no score. The currency is told last of what stands alone, and the crosshair as one.
constexpr std::array<std::string_view, 6> kSilent{"company",    "language",  "label",
                                                  "potentials", "crosshair", "currency"};

std::vector<std::string> crosshair_texts(const Crosshair& crosshair) {
  switch (crosshair.kind) {
    case Crosshair::Kind::mean:
      return {"mean"};
    case Crosshair::Kind::median:
      return {"median"};
    case Crosshair::Kind::midpoint:
      return {"midpoint"};
    case Crosshair::Kind::fixed:
      break;
  }
  return {format_plain_number(crosshair.importance), format_plain_number(crosshair.fulfilment)};
}

FactItems list_model(const Settings& settings) {
  FactItems items;
  list_values(items, settings_format(), &settings, kSilent);
  items.back().put("currency", settings.currency);
  for (const auto& field : settings_format().fields) list_section(items, field, &settings, kSilent);
  auto& thresholds = items.back().facts;  // of which the last is no threshold of a score
  thresholds.emplace(std::prev(thresholds.end()), "crosshair",
                     crosshair_texts(settings.thresholds.crosshair));
  return items;
}

using Key = std::function<std::string(const Account&)>;
using Partners = std::vector<std::optional<std::size_t>>;

struct Partnership {
  Partners of_before;
  Partners of_after;
};

std::map<std::string, std::vector<std::size_t>> group_by_key(const Key& key,
                                                             std::span<const Account> accounts,
                                                             const Partners& partners) {
  std::map<std::string, std::vector<std::size_t>> groups;
  for (std::size_t i = 0; i < accounts.size(); ++i)
    if (!partners[i]) groups[key(accounts[i])].push_back(i);
  groups.erase("");
  return groups;
}

// Pairs accounts without partner that alone on their sides have the same key; an empty key is none.
void pair_by(const Key& key, std::span<const Account> before, std::span<const Account> after,
             Partnership& partners) {
  const auto old = group_by_key(key, before, partners.of_before);
  for (const auto& [text, accounts] : group_by_key(key, after, partners.of_after)) {
    const auto found = old.find(text);
    if (found == old.end() || found->second.size() != 1 || accounts.size() != 1) continue;
    partners.of_after[accounts.front()] = found->second.front();
    partners.of_before[found->second.front()] = accounts.front();
  }
}

}  // namespace

std::optional<double> ValueChange::difference() const {
  if (!before || !after) return std::nullopt;
  return *after - *before;
}

bool ValueChange::differs() const {
  if (before && after) return !nearly_equal(*before, *after);
  return before.has_value() != after.has_value();
}

Comparison compare_portfolios(const PortfolioState& before, const PortfolioState& after) {
  Comparison comparison;
  comparison.model = compare_models(before.settings, after.settings);
  auto pairs = pair_accounts(before.accounts, after.accounts);
  const auto rank = [&](const AccountPair& pair) {
    return pair.after ? std::pair(0, after.scores.accounts[*pair.after].rank)
                      : std::pair(1, before.scores.accounts[*pair.before].rank);
  };
  std::ranges::stable_sort(pairs, {}, rank);
  for (const auto& pair : pairs) comparison.accounts.push_back(compare_pair(pair, before, after));
  return comparison;
}

bool has_changes(const Comparison& comparison) {
  return !comparison.model.empty() ||
         std::ranges::any_of(comparison.accounts, [](const AccountChange& change) {
           return change.kind != AccountChange::Kind::same;
         });
}

std::vector<ItemChange> compare_facts(const ScoredAccount& before, const ScoredAccount& after) {
  const auto& old = before.account;
  const auto& now = after.account;
  const Sources differ{old.figures != now.figures,
                       old.assessments != now.assessments || old.requirements != now.requirements};
  return compare_items(list_facts(before, differ), list_facts(after, differ));
}

std::vector<ItemChange> compare_models(const Settings& before, const Settings& after) {
  return compare_items(list_model(before), list_model(after));
}

std::vector<AccountPair> pair_accounts(std::span<const Account> before, std::span<const Account> after) {
  Partnership partners{Partners(before.size()), Partners(after.size())};
  pair_by([](const Account& account) { return account.id; }, before, after, partners);
  pair_by([](const Account& account) { return without_ignorable(account.external_id); }, before, after,
          partners);
  pair_by([](const Account& account) { return fold_name(account.name); }, before, after, partners);
  std::vector<AccountPair> pairs;
  for (std::size_t i = 0; i < after.size(); ++i) pairs.push_back({partners.of_after[i], i});
  for (std::size_t i = 0; i < before.size(); ++i)
    if (!partners.of_before[i]) pairs.push_back({i, {}});
  return pairs;
}

}  // namespace kam
