#pragma once

#include "report/sections.hpp"

namespace kam {

// How satisfied the customer says it is and how that moved, from its own ratings alone; nothing where it has
// not rated.
Blocks satisfaction_blocks(const AccountView& of);

}  // namespace kam
