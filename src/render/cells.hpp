#pragma once

#include <string>

#include "kam/document/data.hpp"
#include "kam/document/document.hpp"

namespace kam {

// What people see where nothing is known.
inline constexpr const char* kUnknownSign = "–";

// What people read in a cell, in the language's format; of a score the number alone. Words stand as they are,
// yet to be escaped for the output.
std::string cell_text(const Cell& cell, Language language);

// Whether the cell holds words, which come from files or the catalogue and have to be escaped; all else is
// written by our own formats.
bool holds_words(const Cell& cell);

}  // namespace kam
