#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "kam/model/ids.hpp"

namespace kam {

// Something a key account manager should act on. In this order; of one kind in the file's order, gaps with
// the most lost points first. What `subjects` and `numbers` of a finding hold:
enum class FindingKind {
  no_fixed_contact,
  assessment_missing,       // no fulfilment of either perspective
  customer_never_asked,     // the headline is our own view, and there is no assessment of the customer's
  assessment_stale,         // date (ISO); days since: the latest of either perspective
  requirement_gap,          // requirement id; importance, fulfilment, lost points: `concentrate_here` in the
                            // headline, and no open action names it
  overdue_action,           // title, owner, which may be empty, due (ISO); days overdue
  own_view_too_rosy,        // perception gap, from 15 up
  decision_maker_critical,  // name, attitude id: a decision maker who is critic or opponent
  no_influential_contact    // contacts are named, none with an influence known to be >= 80 % of the scale
};

// What programs call each, and `kam check`, which tells of every one of them, in a few words.
struct FindingName {
  std::string_view id;
  std::string_view title;
};
inline constexpr std::array<FindingName, 9> kFindings{{
    {"no-fixed-contact", "No fixed contact"},
    {"assessment-missing", "Never assessed"},
    {"customer-never-asked", "The customer was never asked"},
    {"assessment-stale", "The assessment is out of date"},
    {"requirement-gap", "An important requirement badly fulfilled, without an action"},
    {"overdue-action", "An action is overdue"},
    {"own-view-too-rosy", "Our own view is 15 or more points above the customer's"},
    {"decision-maker-critical", "A decision maker is critic or opponent"},
    {"no-influential-contact", "Nobody with influence is known"},
}};
constexpr std::string_view finding_id(FindingKind kind) {
  return kFindings.at(static_cast<std::size_t>(kind)).id;
}

struct Finding {
  FindingKind kind = FindingKind::no_fixed_contact;
  std::vector<std::string> subjects{};
  std::vector<double> numbers{};
};

}  // namespace kam
