#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

#include "kam/report/inventory.hpp"

namespace kam {

// The number a cell holds, if it holds one.
std::optional<double> cell_number(const Cell& cell);

// By their folded forms, so that `=` finds a name however it is written.
std::partial_ordering compare_texts(std::string_view a, std::string_view b);

// How cells of one column compare: numbers by value (equal within 1e-9), days by day, terms and texts by
// their folded text. Cells of different kinds, and unknown ones, are unordered.
std::partial_ordering compare_cells(const Cell& a, const Cell& b);

// A cell against a value as written in a condition. Unordered where the value does not fit the cell.
std::partial_ordering compare_cell(const Cell& cell, std::string_view value);

// Throws UsageError where no cell of the column could ever compare with `value`: a word against a number,
// say.
void check_comparable(const InventoryColumn& column, std::string_view value);

// The text that `~` searches: names as they are, ids of terms, numbers in plain form.
std::string cell_text(const Cell& cell);

}  // namespace kam
