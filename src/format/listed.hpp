#pragma once

#include <string>
#include <string_view>

namespace kam {

// A text as a cell of a list can hold it: on one line, blanks at the ends dropped, others made one.
std::string as_listed(std::string_view text);

// Whether a list says the same: two texts that differ only by blanks which a cell cannot hold.
bool is_same_listed(std::string_view a, std::string_view b);

}  // namespace kam
