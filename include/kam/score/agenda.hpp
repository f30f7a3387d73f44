#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "kam/score/score.hpp"

namespace kam {

// What is to be done, over all accounts: open actions and open potentials; assessments that are missing or go
// out of date; annual talks. Actions and potentials of a former customer count too, being somebody's duty
// until they are closed; its assessments and talks do not.
struct AgendaItem {
  std::size_t account = 0;  // index among the accounts given
  AgendaKind kind = AgendaKind::action;
  std::string title;  // of an action or potential, as the file has it; else empty
  int occurrence =
      1;  // among those of that account, kind and title, whatever their status, in the file's order
  std::string owner;  // of an assessment or talk the key account manager; empty where nobody is named
  // Without one: not known. Of an assessment the last day on which it is not out of date. Of a talk a year
  // after the last assessment that says in its source to be from one, else after the last assessment; 29
  // February becomes 28 February.
  std::optional<Date> due;
  std::optional<Date> counted_from;  // the day of the assessment that an assessment or talk is due after
};

// By due date, what has none last; of one day by account id, then actions, potentials, assessment, talk, each
// in the file's order. Assessments dated after `as_of` do not count. A customer that was never assessed has a
// missing assessment and no talk, and an assessment that the talk comes first to renew is not listed before
// it is out of date. `scores`: of these accounts, in their order.
std::vector<AgendaItem> find_agenda(std::span<const Account> accounts, std::span<const AccountScores> scores,
                                    const Thresholds& thresholds, Date as_of);

// Whether the account is to be assessed at all, assessed anew, or neither.
enum class AssessmentState { missing, stale, fresh };
AssessmentState assessment_state(const AccountScores& scores);

// Whether a source says that the assessment is from an annual talk (Jahresgespräch), compared without case.
bool is_annual_talk(const std::string& source);

}  // namespace kam
