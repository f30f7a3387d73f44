#pragma once

#include <string_view>

#include "kam/score/score.hpp"

namespace kam {

int count_open_actions(const Account& account);
int count_overdue_actions(const Account& account, Date as_of);

// Whether an open action names the requirement.
bool is_worked_on(const Account& account, std::string_view requirement);

}  // namespace kam
