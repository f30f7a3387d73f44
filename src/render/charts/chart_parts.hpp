#pragma once

#include <string>

#include "kam/document/chart.hpp"

namespace kam {

// `Without revenue: A, B`: the reason with all its names.
std::string not_drawn_text(const NotDrawn& part);

// The chart in words: its alternative and what is not drawn.
std::string chart_in_words(const Chart& chart);

}  // namespace kam
