#pragma once

#include <optional>

#include "kam/document/data.hpp"
#include "kam/document/document.hpp"
#include "kam/model/number.hpp"

namespace kam {

// Money that was added up, subtracted or multiplied, to the cent: 0.1 + 0.2 is 0.3. A figure of the files
// stays as it is.
inline Cell sum_cell(const std::optional<double>& amount) {
  return amount ? Cell(Money{round_half_away(*amount, 2)}) : Cell(Unknown{});
}
inline Data sum_data(const std::optional<double>& amount) {
  return amount ? Data(round_half_away(*amount, 2)) : Data();
}

}  // namespace kam
