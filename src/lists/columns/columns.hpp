#pragma once

#include <string>
#include <vector>

#include "kam/lists/import.hpp"

namespace kam {

struct FoundColumns {
  std::vector<ColumnUse> uses;  // in the columns' order
  std::vector<ImportQuestion> questions;
  std::vector<DisputedColumn> disputed;
  std::vector<std::size_t> bare;   // columns that a rating has by a bare word: `Vertrieb` may be a person
  std::vector<UnusedColumn> left;  // why each column would be left, a header each
};

// What each column of a list becomes, by `--map` first, then by its header. Throws UsageError and asks
// questions as `plan_import` says.
FoundColumns find_columns(const std::vector<std::string>& header, const ImportOptions& options,
                          ListKind list = ListKind::accounts);

// Begins a plan with the table's header and what its columns become. A column that is a rating by a bare word
// is one only where it holds a number, or nothing.
void open_plan(ListPlan& plan, const CsvTable& table, FoundColumns found);

}  // namespace kam
