#pragma once

#include <vector>

#include "kam/lists/import.hpp"

namespace kam {

// What is particular to lists of DATEV's bookkeeping.

// Whether it is the line before the header: `"EXTF";700;16;"Debitoren/Kreditoren";…`.
bool is_datev_metadata(const CsvRow& row);

// Takes the accounts of suppliers (70000 to 99999, or with more digits) out of the table, their lines into
// `plan`. Only of DATEV's lists, which that line or their columns show: elsewhere such a number may be a
// customer's.
void take_suppliers(CsvTable& table, ListPlan& plan);

}  // namespace kam
