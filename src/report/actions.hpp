#pragma once

#include <string>
#include <vector>

#include "report/sections.hpp"

namespace kam {

// The open ones by due date (without a date last), then what is done, then what was dropped; otherwise in
// the file's order.
std::vector<Action> sorted_actions(const Account& account);

// Where something open stands, in words: overdue since when, due today, open.
Term open_state(std::optional<Date> due, const View& view);

// Where an action stands, in words: open, overdue since when, due today, done, dropped.
Term action_state(const Action& action, const View& view);

// The titles of the open actions that close a requirement.
std::vector<std::string> open_actions_for(const Account& account, std::string_view requirement);

// The actions of one account with requirement (its column called as given), owner, due date and state;
// nothing where there are none.
Blocks action_blocks(const AccountView& of, std::string requirement_title);

// a before b; what has no date comes last.
bool is_due_before(std::optional<Date> a, std::optional<Date> b);

}  // namespace kam
