#pragma once

#include "report/sections.hpp"

namespace kam {

// The requirements whose fulfilment would win most: what each would add, and the score with it and those
// before it. At most three, since nobody closes more at once; nothing where no points are lost.
Blocks gain_blocks(const AccountView& of);

}  // namespace kam
