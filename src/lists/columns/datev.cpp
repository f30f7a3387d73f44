#include "lists/columns/datev.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "lists/columns/headings.hpp"

#include "kam/model/number.hpp"

namespace kam {

namespace {

using namespace std::string_view_literals;

// `Konto` alone is in many lists; beside one of these it is a ledger's.
bool is_ledger_column(std::string_view key) {
  constexpr std::array kBeside{"kontobezeichnung"sv, "kontobeschriftung"sv, "beschriftung"sv};
  return key.find("adressattyp") != std::string_view::npos ||
         std::ranges::find(kBeside, key) != kBeside.end();
}

// Customers' numbers begin with 1 to 6, suppliers' with 7 to 9; both have five to nine digits.
bool is_supplier(std::string_view account) {
  return account.size() >= 5 && account.size() <= 9 && account.front() >= '7' &&
         std::ranges::all_of(account, is_digit);
}

}  // namespace

bool is_datev_metadata(const CsvRow& row) {
  if (row.cells.size() < 2 || (row.cells[0] != "EXTF" && row.cells[0] != "DTVF")) return false;
  return !row.cells[1].empty() && std::ranges::all_of(row.cells[1], is_digit);
}

void take_suppliers(CsvTable& table, ListPlan& plan) {
  std::vector<std::string> keys;
  for (const std::string& header : table.header.cells) keys.push_back(heading_key(header));
  const auto konto = std::ranges::find(keys, "konto");
  const bool has_metadata =
      std::ranges::find(plan.remarks, RowRemark::Kind::metadata, &RowRemark::kind) != plan.remarks.end();
  if (konto == keys.end() || !(has_metadata || std::ranges::any_of(keys, is_ledger_column))) return;
  const auto column = static_cast<std::size_t>(konto - keys.begin());
  for (const CsvRow& row : table.rows)
    if (is_supplier(row.cells[column])) plan.suppliers.push_back(row.line);
  std::erase_if(table.rows, [&](const CsvRow& row) { return is_supplier(row.cells[column]); });
}

}  // namespace kam
