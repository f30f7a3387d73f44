#pragma once

#include <string>

namespace kam {

inline constexpr int kBarWidth = 10;

// Ten cells for 0 to 100: full blocks, one of eighths, the rest light shade.
std::string draw_bar(double score);

}  // namespace kam
