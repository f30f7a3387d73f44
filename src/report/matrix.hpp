#pragma once

#include <span>

#include "kam/report/report.hpp"

namespace kam {

// The portfolio matrix, drawn in characters: attractiveness upwards, fulfilment to the right, the thresholds
// as lines, each account as its rank; under it who stands where, and who could not be placed.
void add_matrix(Document& document, const View& view, std::span<const std::size_t> accounts);

}  // namespace kam
