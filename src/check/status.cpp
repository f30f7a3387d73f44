#include <fmt/format.h>

#include "check/doubts.hpp"
#include "kam/model/number.hpp"

namespace kam {

namespace {

std::string whole(double score) {
  return format_plain_number(round_half_away(score, 1));
}

std::string scores_text(const AccountScores& scores) {
  return fmt::format("attractiveness {}, partnership {}", whole(*scores.attractiveness.score),
                     whole(*scores.partnership.score));
}

std::string rule(const Thresholds& thresholds) {
  return fmt::format("A key account reaches attractiveness {} and partnership {} (thresholds in kam.yaml)",
                     format_plain_number(thresholds.key_account_attractiveness),
                     format_plain_number(thresholds.key_account_partnership));
}

// Without revenue a prospect is no customer yet, however it scores.
bool is_mere_prospect(const AccountSubject& subject) {
  const auto& revenue = subject.scores.figures.revenue;
  return subject.account.status == Status::prospect && (!revenue || *revenue <= 0);
}

}  // namespace

// Where too little is known to qualify an account, nothing speaks against what is declared.
Doubts find_status_above_scores(const AccountSubject& subject) {
  const auto qualification = subject.scores.qualification;
  if (subject.account.status != Status::key_account || qualification == Qualification::unknown ||
      qualification == Qualification::key_account)
    return {};
  return {{Trail{"status"},
           fmt::format("status is key_account, but the scores say {} ({})", to_id(qualification),
                       scores_text(subject.scores)),
           rule(subject.settings.thresholds) + ": change the status, or rate it anew."}};
}

Doubts find_status_below_scores(const AccountSubject& subject) {
  const auto& status = subject.account.status;
  if (subject.scores.qualification != Qualification::key_account || status == Status::key_account ||
      status == Status::former || is_mere_prospect(subject))
    return {};
  const auto declared = status ? fmt::format("status is {}", to_id(*status)) : "no status is given";
  return {{Trail{"status"},
           fmt::format("{}, but the scores say key_account ({})", declared, scores_text(subject.scores)),
           rule(subject.settings.thresholds) + ": write status: key_account, or rate it anew."}};
}

Doubts find_done_before_due(const AccountSubject& subject) {
  Doubts doubts;
  const auto& actions = subject.account.actions;
  for (std::size_t i = 0; i < actions.size(); ++i)
    if (actions[i].status == ActionStatus::done && actions[i].due && *actions[i].due > subject.as_of)
      doubts.push_back(
          {Trail{"actions", i, "due"},
           fmt::format("the action is done, but due only on {}", format_iso_date(*actions[i].due)),
           "Correct the status or the day; what was done early is due on the day it was done."});
  return doubts;
}

Doubts find_overdue_actions(const AccountSubject& subject) {
  Doubts doubts;
  const auto& actions = subject.account.actions;
  for (std::size_t i = 0; i < actions.size(); ++i) {
    const auto& action = actions[i];
    if (!is_overdue(action, subject.as_of)) continue;
    const int days = days_between(*action.due, subject.as_of);
    doubts.push_back({Trail{"actions", i, "due"},
                      fmt::format("the action is {} {} overdue{}", days, days == 1 ? "day" : "days",
                                  action.owner.empty() ? ", and nobody owns it" : ""),
                      action.owner.empty() ? "Give it an owner and a new day, or write status: dropped."
                                           : "Write status: done or dropped, or agree on a new day."});
  }
  return doubts;
}

}  // namespace kam
