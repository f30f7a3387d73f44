#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "kam/document/data.hpp"
#include "kam/document/document.hpp"
#include "kam/report/report.hpp"

namespace kam {

// The stock-take. Its columns are one list: help, validation, sorting, conditions, CSV header and JSON keys
// read it.

enum class ColumnKind { text, list, term, number, date, flag };
struct InventoryColumn {
  std::string_view key;
  ColumnKind kind = ColumnKind::text;                             // numbers are aligned to the right
  Cell (*read)(const View& view, std::size_t account) = nullptr;  // null: the fact at the key of that name
  std::span<const std::string_view> (*ids)() = nullptr;  // the values of a column that holds ids of an enum

  Cell cell(const View& view, std::size_t account) const;
};
std::span<const InventoryColumn> inventory_columns();
// Throws UsageError naming the nearest column.
const InventoryColumn& find_inventory_column(std::string_view key);

// `COL OP VALUE`, OP one of = != < <= > >= ~ (contains, without case). An unknown value meets only `=` and
// `!=` against the empty text. Scores compare unrounded; a list meets `=` and `~` where one of its items
// does.
struct Condition {
  enum class Op { equal, not_equal, less, less_equal, greater, greater_equal, contains };
  const InventoryColumn* column = nullptr;
  Op op = Op::equal;
  std::string value;
};
// Throws UsageError: no operator, an unknown column or id (with the nearest), a value that does not fit the
// column.
Condition parse_condition(std::string_view text);
bool meets(const Condition& condition, const View& view, std::size_t account);
bool meets(const Condition& condition, const Cell& cell);  // whatever column it is of

struct SortKey {
  enum class Direction { ascending, descending };
  const InventoryColumn* column = nullptr;
  Direction direction = Direction::ascending;
};
SortKey parse_sort_key(std::string_view text);  // `COL[:asc|desc]`; throws UsageError

struct InventoryQuery {
  std::vector<std::size_t> accounts;  // indices; empty: all
  std::vector<Condition> where;       // all must be met
  std::vector<SortKey> sort;          // unknown last in either direction; then by rank
  std::optional<std::size_t> top;
  std::vector<const InventoryColumn*> columns;  // empty: all in machine formats, a selection for people
  const InventoryColumn* group_by =
      nullptr;  // rows of one value together, groups in the order of their first row
};

// The accounts that the query asks for, in its order (grouped, where it groups).
std::vector<std::size_t> select_accounts(const View& view, const InventoryQuery& query);

Document build_inventory(const View& view, const InventoryQuery& query, Matrix matrix);
// All columns, or those asked for, untranslated: for CSV and TSV.
Table build_inventory_table(const View& view, const InventoryQuery& query);
// {"kam", "as_of", "company", "currency", "summary", "accounts"} and, where the query groups, "groups".
// `accounts` are the rows of `build_inventory_table` as records.
Data build_inventory_data(const View& view, const InventoryQuery& query, Data::List accounts);
// The summary object of inventory and report.
Data build_summary_data(const PortfolioSummary& summary);

}  // namespace kam
