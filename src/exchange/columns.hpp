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

// Begins a plan with the table's header and what its columns become.
void open_plan(ListPlan& plan, const CsvTable& table, FoundColumns found);

}  // namespace kam
