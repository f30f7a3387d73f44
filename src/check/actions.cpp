#include <fmt/format.h>

#include "check/doubts.hpp"

namespace kam {

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
