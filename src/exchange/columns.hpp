#pragma once

#include <string>
#include <vector>

#include "kam/exchange/import.hpp"

namespace kam {

// What each column of a list becomes, by `--map` first, then by its header; in the columns' order. Throws
// UsageError as `plan_import` says.
std::vector<ColumnUse> find_columns(const std::vector<std::string>& header, const ImportOptions& options);

}  // namespace kam
