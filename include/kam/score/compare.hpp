#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "kam/model/account.hpp"
#include "kam/model/settings.hpp"
#include "kam/score/score.hpp"

namespace kam {

// What changed between two states of a portfolio, each scored with its own settings, both seen from one day.
// Pure, as the scores are. What is not known on a side is absent there, never zero.

// A fact as the files have it; enumerators by their ids. Nothing: not known.
using FactValue = std::variant<std::monostate, double, std::string, Date, std::vector<std::string>>;

struct FactChange {
  std::string field;  // the key in the file; of an assessment's ratings `REQUIREMENT.importance`
  FactValue before;
  FactValue after;
  bool operator==(const FactChange&) const = default;
};

// What an account or kam.yaml lists: one that came, went, or says something else.
//   section         item                    facts
//   –               –                       name, status, industry, manager, …, notes
//   figures         year                    the figures
//   attractiveness, partnership, collaboration: criterion or area; `measured` is the rating that figures give
//   customer, own   requirement             what holds on the day in that perspective, where an assessment
//                                           changed
//   team, contacts  name
//   customer_view, swot: –
//   requirements    id
//   assessments     `DATE PERSPECTIVE`
//   offerings       id
//   potentials, objectives, actions: title
// Of kam.yaml: – (scale, currency), the criteria and areas, requirements, offerings, thresholds.
struct ItemChange {
  enum class Kind { added, removed, changed };
  std::string section;
  std::string item;
  Kind kind = Kind::changed;
  std::vector<FactChange> facts;  // that differ; of an item that came or went, all that are known
  bool operator==(const ItemChange&) const = default;
};

// A score, or an amount that is summed up: `revenue`, `expected_value`, `white_space`.
struct ValueChange {
  std::string_view key;  // as the inventory's column
  std::optional<double> before;
  std::optional<double> after;
  std::optional<double> difference() const;  // where both are known
  bool differs() const;
};

// Where the account is put: `qualification`, `quadrant`, `abc`, `perspective` (whose view the fulfilment is).
struct ClassChange {
  std::string_view key;
  std::optional<std::string> before;  // ids
  std::optional<std::string> after;
  bool differs() const { return before != after; }
};

// One account on both sides, or on one: the same by its id (the file's name), else by its number at the
// customer's (external_id), else by its name.
struct AccountChange {
  enum class Kind { same, added, removed, renamed, changed };
  Kind kind = Kind::same;
  std::optional<std::size_t> before;  // where it stands among the accounts of that side
  std::optional<std::size_t> after;
  std::vector<ItemChange> items;  // of an account that came or went none
  std::vector<ValueChange> values;
  std::vector<ClassChange> classes;
  std::vector<Finding> appeared;
  std::vector<Finding> gone;
};

struct Comparison {
  std::vector<ItemChange> model;        // what moves scores by itself
  std::vector<AccountChange> accounts;  // all, by rank; those that went at the end
};

struct PortfolioState {
  const Settings& settings;
  std::span<const Account> accounts;
  const PortfolioScores& scores;
};
Comparison compare_portfolios(const PortfolioState& before, const PortfolioState& after);

bool has_changes(const Comparison& comparison);

// What moves scores, or the amounts' meaning, between two kam.yaml.
std::vector<ItemChange> compare_models(const Settings& before, const Settings& after);

// Everything that the account's files say differently. The scores give the ratings that hold on the day.
struct ScoredAccount {
  const Account& account;
  const AccountScores& scores;
};
std::vector<ItemChange> compare_facts(const ScoredAccount& before, const ScoredAccount& after);

// Which accounts are one: places on both sides, or on one. In the order of `after`, then those that went.
struct AccountPair {
  std::optional<std::size_t> before;
  std::optional<std::size_t> after;
  bool operator==(const AccountPair&) const = default;
};
std::vector<AccountPair> pair_accounts(std::span<const Account> before, std::span<const Account> after);

}  // namespace kam
