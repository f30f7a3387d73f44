#pragma once

#include <vector>

#include "kam/document/chart.hpp"

namespace kam {

// Charts of every kind for tests: quiet ones, crowded ones drawn at random (the same every time), and ones
// whose texts try to break out of the picture.
std::vector<Chart> sample_charts();

// A portfolio matrix with that many customers, drawn at random from that seed.
Chart random_matrix(std::size_t points, unsigned seed);

}  // namespace kam
