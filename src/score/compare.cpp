#include "kam/score/compare.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include "kam/model/number.hpp"

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
using Topic = std::pair<std::string_view, std::string_view>;
Topic topic_of(const Finding& finding) {
  if (finding.code == "assessment-stale" || finding.subjects.empty()) return {finding.code, {}};
  return {finding.code, finding.subjects.front()};
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

}  // namespace kam
