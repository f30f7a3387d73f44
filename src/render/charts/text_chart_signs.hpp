#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kam/document/chart.hpp"

namespace kam {

// Where a point's sign stands in the field.
struct SignPlace {
  std::string text;  // with `+` where others stand at it too
  int column = 0;
  int line = 0;
  std::optional<std::size_t> at{};  // the point at whose sign it stands, having no room for its own
};

// One for each point: at its place, else as near to it as can be read rightly, on the same side of the
// cross-hair; else with the nearest sign that stands.
std::vector<SignPlace> place_signs(const ScatterChart& chart, int width, int height);

}  // namespace kam
