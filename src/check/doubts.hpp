#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "kam/check/check.hpp"

namespace kam {

// Where in a file: keys, and 0-based indices of lists as the model counts them (empty items left out).
using TrailStep = std::variant<std::string, std::size_t>;
using Trail = std::vector<TrailStep>;

// What a check found, before it has its code, severity and line.
struct Doubt {
  std::optional<Trail> at;  // absent: the file as a whole
  std::string message;      // as in Problem
  std::string hint;
  std::string file{};  // of what was found in an account: filled in by the caller
};
using Doubts = std::vector<Doubt>;

// One account, with what its checks may look at.
struct AccountSubject {
  const Account& account;
  const AccountScores& scores;
  const Settings& settings;
  Date as_of;
};

// Finds the places of many doubts in one file, which lives as long as this.
class Places {
 public:
  explicit Places(const Node& root) : root_(root) {}
  // The line and column of what `trail` names; where it is absent, of the nearest key around it. A list or
  // map has the place of its key.
  Place find(const Trail& trail);

 private:
  const Node* find_item(const Node& list, std::size_t index);

  const Node& root_;
  std::map<const Node*, std::vector<const Node*>> items_;  // of each list, without the empty ones
};

// Whether the account's file is still worked with: former customers are history.
bool is_customer(const Account& account);

// Those of one kind; none of former customers.
std::vector<const Finding*> findings_of(const AccountSubject& subject, FindingKind kind);

// ---- the checks, each in the file of its theme ----
Doubts find_passed_over_files(const CheckedPortfolio& portfolio);  // files.cpp
Doubts find_id_collisions(const CheckedPortfolio& portfolio);
Doubts find_unknown_ignored_codes(const CheckedPortfolio& portfolio);  // ignored_codes.cpp
Doubts find_zero_weights(const CheckedPortfolio& portfolio);           // settings.cpp
Doubts find_steps_that_rate_alike(const CheckedPortfolio& portfolio);  // steps.cpp
Doubts find_duplicate_names(const CheckedPortfolio& portfolio);        // duplicates.cpp
Doubts find_duplicate_external_ids(const CheckedPortfolio& portfolio);
Doubts find_invisible_characters(const CheckedPortfolio& portfolio);  // names.cpp
Doubts find_mixed_scripts(const CheckedPortfolio& portfolio);
Doubts find_revenue_concentration(const CheckedPortfolio& portfolio);  // figures.cpp
Doubts find_future_figures(const AccountSubject& subject);
Doubts find_margin_above_revenue(const AccountSubject& subject);
Doubts find_volume_below_revenue(const AccountSubject& subject);
Doubts find_margin_ratio_jumps(const AccountSubject& subject);
Doubts find_status_above_scores(const AccountSubject& subject);  // status.cpp
Doubts find_status_below_scores(const AccountSubject& subject);
Doubts find_unknown_action_requirements(const AccountSubject& subject);  // catalogues.cpp
Doubts find_unknown_potential_kinds(const AccountSubject& subject);
Doubts find_unknown_offerings(const AccountSubject& subject);
Doubts find_done_before_due(const AccountSubject& subject);  // actions.cpp
Doubts find_overdue_actions(const AccountSubject& subject);
Doubts find_future_assessments(const AccountSubject& subject);  // assessments.cpp
Doubts find_missing_assessment(const AccountSubject& subject);
Doubts find_stale_assessment(const AccountSubject& subject);
Doubts find_customer_never_asked(const AccountSubject& subject);
Doubts find_requirement_gaps(const AccountSubject& subject);
Doubts find_own_view_too_rosy(const AccountSubject& subject);
Doubts find_owners_not_in_team(const AccountSubject& subject);  // people.cpp
Doubts find_missing_contact(const AccountSubject& subject);
Doubts find_critical_decision_makers(const AccountSubject& subject);
Doubts find_missing_influence(const AccountSubject& subject);

// ---- of the driver ----
// The codes that the file silences; errors are never among them.
std::set<std::string> ignored_codes(const Node& root);

}  // namespace kam
