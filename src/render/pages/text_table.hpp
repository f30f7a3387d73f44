#pragma once

#include <optional>
#include <vector>

#include "kam/document/document.hpp"
#include "render/pages/styled.hpp"

namespace kam {

// The table as aligned lines, two blanks between columns. Given a width, columns are dropped by rank until
// the rest fits with its long texts cut to a comfortable width; then the widest texts are cut, each only as
// far as needed.
std::vector<StyledLine> lay_out_table(const Table& table, Language language, std::optional<int> width);

}  // namespace kam
