#pragma once

#include <string>
#include <vector>

#include "kam/document/chart.hpp"

namespace kam {

inline constexpr int kPictureColumns = 66;  // where no terminal says how many it has
inline constexpr int kWidestPicture = 80;   // more columns do not make it easier to read

// The chart in characters, without its title, sentence and what is not drawn: lines of safe text, none wider
// than `width`. No lines where there is nothing to draw.
std::vector<std::string> draw_chart(const Chart& chart, int width);

}  // namespace kam
