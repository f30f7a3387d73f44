#include "kam/exchange/import.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "exchange/amount.hpp"
#include "exchange/columns.hpp"
#include "exchange/headings.hpp"
#include "kam/model/number.hpp"
#include "kam/unicode/unicode.hpp"

namespace kam {

namespace {

// A text of one line: a quoted cell may hold line breaks and tabs.
std::string join_lines(std::string_view cell) {
  std::string text;
  for (const char c : cell) {
    const bool is_blank = c == '\n' || c == '\r' || c == '\t' || c == ' ';
    if (!is_blank)
      text += c;
    else if (!text.ends_with(' '))
      text += ' ';
  }
  return text;
}

// Which rows have which external ids and names so far, by the line they begin in.
class SeenRows {
 public:
  // What a row has in common with an earlier one that must be the same customer: the external id, or the
  // name where one of the two has no external id.
  std::optional<std::string> find_repeated(const ImportRow& row) const {
    if (const auto line = by_id_.find(row.external_id); line != by_id_.end())
      return fmt::format("the row repeats the external id \"{}\" of line {}", row.external_id, line->second);
    const auto& lines = row.external_id.empty() ? by_name_ : by_name_without_id_;
    if (const auto line = lines.find(fold_name(row.name)); line != lines.end())
      return fmt::format("the row repeats the name \"{}\" of line {}", row.name, line->second);
    return std::nullopt;
  }

  void add(const ImportRow& row) {
    const std::string name = fold_name(row.name);
    by_name_.try_emplace(name, row.line);
    if (row.external_id.empty())
      by_name_without_id_.try_emplace(name, row.line);
    else
      by_id_.try_emplace(row.external_id, row.line);
  }

 private:
  std::map<std::string, int> by_id_;
  std::map<std::string, int> by_name_;
  std::map<std::string, int> by_name_without_id_;
};

class RowImporter {
 public:
  RowImporter(const CsvTable& table, const ImportOptions& options, const std::string& file, ImportPlan& plan)
      : table_(table), file_(file), plan_(plan) {
    for (const ColumnUse& use : plan.columns)
      marks_.push_back(options.decimal == DecimalMark::automatic ? find_mark(use.column) : options.decimal);
  }

  void import(const CsvRow& row) {
    const std::size_t problems = plan_.problems.size();
    ImportRow imported;
    imported.line = row.line;
    for (std::size_t i = 0; i < plan_.columns.size(); ++i)
      import_cell(row.cells[plan_.columns[i].column], plan_.columns[i], marks_[i], imported);
    check(row, imported);
    if (plan_.problems.size() == problems) plan_.rows.push_back(std::move(imported));
  }

 private:
  DecimalMark find_mark(std::size_t column) const {
    std::vector<std::string> cells;
    for (const CsvRow& row : table_.rows) cells.push_back(row.cells[column]);
    return find_decimal_mark(cells);
  }

  void import_cell(const std::string& cell, const ColumnUse& use, DecimalMark mark, ImportRow& row) {
    if (cell.empty()) return;
    if (use.field == "name") row.name = join_lines(cell);
    if (use.field == "external_id") row.external_id = join_lines(cell);
    if (use.field == "industry") row.industry = join_lines(cell);
    if (use.field == "manager") row.manager = join_lines(cell);
    if (use.field == "status") row.status = import_status(cell, row.line);
    if (!is_money(use.field)) return;
    const auto amount = import_amount(cell, use, mark, row.line);
    if (!amount) return;
    FigureYear& year = row.figures[use.year.value()];
    (use.field == "revenue" ? year.revenue : year.contribution_margin) = amount;
  }

  std::optional<Status> import_status(const std::string& cell, int line) {
    const auto status = parse_id<Status>(cell);
    if (status) return status;
    const auto ids = ids_of<Status>();
    const auto near = nearest(cell, ids);
    add_problem(line, "list-status", fmt::format("\"{}\" is no status", cell),
                fmt::format("{}It is one of {}; --map status= leaves the column out.",
                            near ? fmt::format("Did you mean {}? ", *near) : "", fmt::join(ids, ", ")));
    return std::nullopt;
  }

  std::optional<double> import_amount(const std::string& cell, const ColumnUse& use, DecimalMark mark,
                                      int line) {
    const Amount amount = read_amount(cell, mark, use.unit);
    const std::string& column = table_.header.cells[use.column];
    if (amount.kind == AmountKind::ambiguous) {
      add_problem(line, "list-number",
                  fmt::format(R"("{}" in column "{}" may be {} or {})", cell, column,
                              format_plain_number(read_amount(cell, DecimalMark::comma, use.unit).value),
                              format_plain_number(read_amount(cell, DecimalMark::point, use.unit).value)),
                  "Say with --decimal , or --decimal . which sign the decimals follow.");
      return std::nullopt;
    }
    if (amount.kind == AmountKind::other_unit) {
      add_problem(line, "list-unit",
                  fmt::format(R"("{}" has a unit that the header "{}" does not say)", cell, column),
                  "Write the unit into the header, as in \"Umsatz 2025 (T€)\" or \"Revenue 2025 (EUR "
                  "million)\", and all amounts of the column in it; or write them in full.");
      return std::nullopt;
    }
    if (amount.kind != AmountKind::unreadable) return amount.value;
    add_problem(line, "list-number", fmt::format(R"("{}" in column "{}" is no number)", cell, column),
                fmt::format("Write it as {}, or leave the cell empty if it is unknown.",
                            mark == DecimalMark::comma ? "1234,50" : "1234.50"));
    return std::nullopt;
  }

  // What concerns the row as a whole.
  void check(const CsvRow& row, const ImportRow& imported) {
    const std::size_t columns = table_.header.cells.size();
    if (row.cells.size() > columns)
      add_problem(row.line, "list-cells",
                  fmt::format("the row has {} cells, the header {}", row.cells.size(), columns),
                  "Put a cell that holds the separator into double quotes.");
    if (imported.name.empty()) {
      add_problem(row.line, "list-name", "the row has no name", "Fill it in or remove the row.");
      return;
    }
    if (const auto repeated = seen_.find_repeated(imported))
      add_problem(row.line, "list-repeated", *repeated,
                  "Keep one row for each customer, or tell them apart by an external id.");
    seen_.add(imported);
  }

  void add_problem(int line, const char* code, std::string message, std::string hint) {
    plan_.problems.push_back({file_, line, 0, Severity::error, code, std::move(message), std::move(hint)});
  }

  const CsvTable& table_;
  const std::string& file_;
  ImportPlan& plan_;
  std::vector<DecimalMark> marks_;  // of `plan_.columns`
  SeenRows seen_;
};

// Columns without a header count where something is in them.
std::vector<UnusedColumn> find_unused(const CsvTable& table, const std::vector<ColumnUse>& uses) {
  std::vector<UnusedColumn> unused;
  for (std::size_t i = 0; i < table.header.cells.size(); ++i) {
    if (std::ranges::find(uses, i, &ColumnUse::column) != uses.end()) continue;
    const std::string& text = table.header.cells[i];
    const auto is_filled = [i](const CsvRow& row) { return !row.cells[i].empty(); };
    if (!text.empty() || std::ranges::any_of(table.rows, is_filled))
      unused.push_back({i, text, read_heading(text).unused});
  }
  return unused;
}

}  // namespace

ImportPlan plan_import(const CsvTable& table, const ImportOptions& options, const std::string& file) {
  ImportPlan plan;
  plan.columns = find_columns(table.header.cells, options);
  plan.unused = find_unused(table, plan.columns);
  RowImporter importer(table, options, file, plan);
  for (const CsvRow& row : table.rows) importer.import(row);
  return plan;
}

}  // namespace kam
