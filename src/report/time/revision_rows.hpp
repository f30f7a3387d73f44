#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "kam/report/history.hpp"

namespace kam {

// As people write a commit: ten digits of its id.
std::string short_commit(const std::string& commit);

// The states that have the account, with what is kept of it; both outlive the list.
using StateOfAccount = std::pair<const PastState*, const PastAccount*>;
std::vector<StateOfAccount> states_with(const std::vector<PastState>& states, std::string_view id);

}  // namespace kam
