#include "kam/exchange/import.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "exchange/amount.hpp"
#include "exchange/columns.hpp"
#include "exchange/headings.hpp"
#include "exchange/page_lines.hpp"
#include "exchange/totals.hpp"
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
      : table_(table), file_(file), plan_(plan), sums_(find_steps(plan.columns)) {
    for (const ColumnUse& use : plan.columns)
      marks_.push_back(options.decimal == DecimalMark::automatic ? find_mark(use.column) : options.decimal);
  }

  // A row of the list: a customer's, or a total of those above.
  void import(const CsvRow& row) {
    const RunningSums::Amounts amounts = read_amounts(row);
    const RowKind kind = find_row_kind(look_at(row), sums_.check(amounts));
    if (kind != RowKind::customer) add_remark(row, kind);
    if (kind == RowKind::total || kind == RowKind::total_that_differs) {
      sums_.begin_group();
      return;
    }
    sums_.add(amounts);
    import_customer(row);
  }

 private:
  static std::vector<double> find_steps(const std::vector<ColumnUse>& uses) {
    std::vector<double> steps;
    for (const ColumnUse& use : uses)
      steps.push_back(use.unit == AmountUnit::million ? 1e6 : use.unit == AmountUnit::thousand ? 1e3 : 1);
    return steps;
  }

  RunningSums::Amounts read_amounts(const CsvRow& row) const {
    RunningSums::Amounts amounts;
    for (std::size_t i = 0; i < plan_.columns.size(); ++i) {
      const ColumnUse& use = plan_.columns[i];
      const std::string& cell = row.cells[use.column];
      const bool is_amount = is_money(use.field) && !cell.empty();
      amounts.push_back(is_amount ? std::optional(read_amount(cell, marks_[i], use.unit)) : std::nullopt);
    }
    return amounts;
  }

  RowLook look_at(const CsvRow& row) const {
    RowLook look;
    std::string name;
    for (const ColumnUse& use : plan_.columns) {
      const std::string& cell = row.cells[use.column];
      if (cell.empty() || is_money(use.field)) continue;
      if (use.field == "name")
        name = cell;
      else if (read_total_word(cell) != TotalWord::none)
        continue;
      else if (use.field == "external_id")
        look.has_number = true;
      else
        look.has_facts = true;
    }
    look.has_name = !name.empty();
    look.word = read_total_word(look.has_name ? name : first_filled(row));
    return look;
  }

  void add_remark(const CsvRow& row, RowKind kind) {
    using enum RowRemark::Kind;
    plan_.remarks.push_back({row.line,
                             kind == RowKind::kept    ? kept
                             : kind == RowKind::total ? total
                                                      : total_that_differs,
                             first_filled(row)});
  }

  void import_customer(const CsvRow& row) {
    const std::size_t problems = plan_.problems.size();
    ImportRow imported;
    imported.line = row.line;
    for (std::size_t i = 0; i < plan_.columns.size(); ++i)
      import_cell(row.cells[plan_.columns[i].column], plan_.columns[i], marks_[i], imported);
    check(row, imported);
    if (plan_.problems.size() == problems) plan_.rows.push_back(std::move(imported));
  }

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
  RunningSums sums_;
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

ImportPlan plan_import(const CsvTable& given, const ImportOptions& options, const std::string& file) {
  ImportPlan plan;
  CsvTable table = find_header(given, options, plan.remarks);
  plan.columns = find_columns(table.header.cells, options);
  plan.unused = find_unused(table, plan.columns);
  take_footer(table, plan.remarks);
  RowImporter importer(table, options, file, plan);
  for (const CsvRow& row : table.rows) importer.import(row);
  std::ranges::stable_sort(plan.remarks, {}, &RowRemark::line);
  return plan;
}

}  // namespace kam
