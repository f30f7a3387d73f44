#include "score/actions.hpp"

#include <algorithm>

namespace kam {

namespace {

bool is_open(const Action& action) {
  return action.status == ActionStatus::open;
}

}  // namespace

bool is_overdue(std::optional<Date> due, Date as_of) {
  return due && *due < as_of;
}

bool is_overdue(const Action& action, Date as_of) {
  return is_open(action) && is_overdue(action.due, as_of);
}

int count_open_actions(const Account& account) {
  return static_cast<int>(std::ranges::count_if(account.actions, is_open));
}

int count_overdue_actions(const Account& account, Date as_of) {
  return static_cast<int>(std::ranges::count_if(
      account.actions, [&](const Action& action) { return is_overdue(action, as_of); }));
}

bool is_worked_on(const Account& account, std::string_view requirement) {
  return std::ranges::any_of(account.actions, [&](const Action& action) {
    return is_open(action) && action.requirement == requirement;
  });
}

}  // namespace kam
