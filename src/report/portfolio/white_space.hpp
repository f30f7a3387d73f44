#pragma once

#include <cstddef>
#include <vector>

#include "report/sections.hpp"

namespace kam {

// The totals of each offering over some accounts, and where most of it lies.
Table offering_table(const View& view, const std::vector<std::size_t>& accounts);

}  // namespace kam
