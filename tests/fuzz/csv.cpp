// Any bytes as a customer list: it never fails but by saying why, and what was read from it is read again
// from every dialect that kam writes.

#include "kam/lists/csv.hpp"
#include "fuzz.hpp"
#include "kam/lists/contacts.hpp"
#include "kam/lists/import.hpp"
#include "kam/lists/requirement_list.hpp"
#include "kam/model/error.hpp"
#include "kam/render/render.hpp"

using namespace kam;
using namespace kam::fuzz;

namespace {

constexpr CsvDialect kDialects[] = {CsvDialect::plain, CsvDialect::tsv, CsvDialect::rfc4180,
                                    CsvDialect::excel_en, CsvDialect::excel_de};

void check_table(const CsvTable& list, std::string_view text) {
  int line = list.header.line;
  for (const auto& row : list.rows) {
    require(row.cells.size() <= list.header.cells.size() || !row.cells.back().empty(),
            "a row is longer than the header only as far as something is in it", text);
    require(row.line >= line, "rows stand in the list's order", text);
    line = row.line;
    for (const auto& cell : row.cells) require(as_utf8(cell) == cell, "a cell is UTF-8", text, cell);
  }
}

// At least two columns, since a header of one shows no separator.
Table to_table(const CsvTable& list) {
  Table table;
  std::size_t columns = std::max(list.header.cells.size(), std::size_t{2});
  for (const auto& row : list.rows) columns = std::max(columns, row.cells.size());
  for (std::size_t i = 0; i < columns; ++i)
    table.columns.push_back({"column_" + std::to_string(i), "", Align::left, 0, Naming::plain});
  for (const auto& row : list.rows) {
    std::vector<Cell> cells;
    for (const auto& cell : row.cells) cells.emplace_back(Text{cell, {}});
    cells.resize(columns, Text{});
    table.rows.push_back(std::move(cells));
  }
  return table;
}

void check_round_trip(const CsvTable& list, std::string_view text) {
  const auto table = to_table(list);
  for (const auto dialect : kDialects) {
    const auto written = render_csv(table, dialect);
    const auto again = parse_csv(written, "list.csv");
    require(again.rows.size() == list.rows.size(), "each row is read again", text, written);
    for (std::size_t i = 0; i < list.rows.size(); ++i)
      for (std::size_t k = 0; k < table.columns.size(); ++k) {
        const auto& cells = list.rows[i].cells;
        require(again.rows[i].cells[k] == (k < cells.size() ? cells[k] : ""), "each cell is read again", text,
                written);
      }
  }
}

void plan(const CsvTable& list) {
  ImportOptions options;
  options.year = 2025;
  static const Settings settings = default_settings();
  Account account;
  account.id = "nordwerk";
  account.name = "Nordwerk AG";
  const std::vector<Account> accounts{account};
  try {
    match_rows(plan_import(list, options, "list.csv").rows, accounts, "list.csv");
    match_contacts(plan_contacts(list, options, "list.csv").rows, accounts, "list.csv");
    if (is_requirement_list(list)) read_requirement_list(list, {accounts, settings, {}, {}}, "list.csv");
    read_requirement_list(list, {accounts, settings, 0, {}}, "list.csv");
  } catch (const UsageError&) {  // it says which column is missing
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto text = as_text(data, size);
  const auto list = parse_csv(text, "list.csv");
  if (!list.problems.empty()) return 0;
  check_table(list, text);
  check_round_trip(list, text);
  plan(list);
  count_accepted();
  return 0;
}
