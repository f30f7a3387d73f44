#pragma once

#include <string>
#include <vector>

#include "kam/exchange/import.hpp"

namespace kam {

struct FoundColumns {
  std::vector<ColumnUse> uses;  // in the columns' order
  std::vector<ImportQuestion> questions;
};

// What each column of a list becomes, by `--map` first, then by its header. Throws UsageError and asks
// questions as `plan_import` says.
FoundColumns find_columns(const std::vector<std::string>& header, const ImportOptions& options,
                          ListKind list = ListKind::accounts);

}  // namespace kam
