#include "lists/cells/cells.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>

#include "kam/model/date.hpp"
#include "kam/model/number.hpp"
#include "kam/unicode/spreadsheet.hpp"
#include "kam/unicode/unicode.hpp"
#include "lists/columns/headings.hpp"

namespace kam {

namespace {

// `2014`, `2014-03-01`, `01.03.2014` or `3/1/2014`: of a date the year alone is wanted.
std::optional<int> find_year(std::string_view text) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  std::optional<int> found;
  std::size_t parts = 0;
  while (!text.empty()) {
    const auto end = static_cast<std::size_t>(std::ranges::find_if_not(text, is_digit) - text.begin());
    if (end == 0 || end == 3 || end > 4 || ++parts > 3) return std::nullopt;
    if (end == 4) {
      if (found) return std::nullopt;
      found.emplace();
      std::from_chars(text.data(), text.data() + end, *found);
    }
    text.remove_prefix(end);
    if (!text.empty() &&
        (std::string_view("-./").find(text.front()) == std::string_view::npos || text.size() == 1))
      return std::nullopt;
    if (!text.empty()) text.remove_prefix(1);
  }
  const bool is_whole = parts == 1 || parts == 3;
  return is_whole && found && *found >= 1000 ? found : std::nullopt;
}

// The ids of a field that holds one of a closed list; empty of any other.
std::span<const std::string_view> ids_of_field(std::string_view key) {
  const Field* field = find_list_field(key);
  return field == nullptr ? std::span<const std::string_view>{} : field->shape.choices;
}

}  // namespace

bool is_rating(std::string_view field) {
  return field == "influence" || field.find('.') != std::string_view::npos;
}

std::string join_lines(std::string_view cell) {
  std::string text;
  for (const char c : cell) {
    const bool is_blank = c == '\n' || c == '\r' || c == '\t' || c == ' ';
    if (!is_blank)
      text += c;
    else if (!text.empty() && !text.ends_with(' '))
      text += ' ';
  }
  if (text.ends_with(' ')) text.pop_back();
  return text;
}

std::vector<std::string> split_list(const std::string& cell) {
  std::vector<std::string> items;
  std::string_view rest = cell;
  while (!rest.empty()) {
    const auto end = std::min(rest.find(';'), rest.size());
    std::string item = join_lines(rest.substr(0, end));
    if (!item.empty() && std::ranges::find(items, item) == items.end()) items.push_back(std::move(item));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return items;
}

CellReader::CellReader(const CsvTable& table, const ImportOptions& options, const std::string& file,
                       std::vector<ColumnUse>& uses, Problems& problems)
    : table_(table), options_(options), file_(file), problems_(problems) {
  if (is_own_header(table.header.cells))
    fallback_ = table.separator == ';' ? DecimalMark::comma : DecimalMark::point;
  for (ColumnUse& use : uses)
    if (is_figure(use.field) || is_rating(use.field))
      use.decimal = options.decimal == DecimalMark::automatic ? find_mark(use.column) : options.decimal;
}

DecimalMark CellReader::find_mark(std::size_t column) const {
  std::vector<std::string> cells;
  for (const CsvRow& row : table_.rows) cells.push_back(row.cells[column]);
  return find_decimal_mark(cells);
}

// Only figures are money.
Amount CellReader::read_as(const CsvRow& row, const ColumnUse& use, DecimalMark mark) const {
  return read_amount(row.cells[use.column], mark, use.unit,
                     is_figure(use.field) ? std::string_view(options_.currency) : std::string_view{});
}

std::optional<Amount> CellReader::amount(const CsvRow& row, const ColumnUse& use) const {
  if (row.cells[use.column].empty()) return std::nullopt;
  const Amount amount = read_as(row, use, use.decimal);
  return amount.kind == AmountKind::ambiguous ? read_as(row, use, fallback_) : amount;
}

std::optional<Amount> CellReader::rating_amount(const CsvRow& row, const ColumnUse& use) const {
  const auto found = amount(row, use);
  if (!found || found->kind != AmountKind::ambiguous) return found;
  const Amount comma = read_as(row, use, DecimalMark::comma);
  const Amount point = read_as(row, use, DecimalMark::point);
  const auto fits = [&](const Amount& rating) { return rating.value <= vocabulary().scale; };
  if (fits(comma) == fits(point)) return found;
  return fits(comma) ? comma : point;
}

void CellReader::add_problem(int line, const char* code, std::string message, std::string hint) {
  problems_.push_back({file_, line, 0, Severity::error, code, std::move(message), std::move(hint)});
}

void CellReader::tell_ambiguous(const CsvRow& row, const ColumnUse& use) {
  add_problem(row.line, kAmbiguousNumber,
              fmt::format(R"("{}" in column "{}" may be {} or {})", row.cells[use.column], header(use),
                          format_plain_number(read_as(row, use, DecimalMark::comma).value),
                          format_plain_number(read_as(row, use, DecimalMark::point).value)),
              "Say with --decimal , or --decimal . which sign the decimals follow.");
}

void CellReader::tell_no_figure(const CsvRow& row, const ColumnUse& use, AmountKind kind) {
  const std::string& cell = row.cells[use.column];
  if (kind == AmountKind::other_unit)
    add_problem(row.line, "list-unit",
                fmt::format(R"("{}" has a unit that the header "{}" does not say)", cell, header(use)),
                "Write the unit into the header, as in \"Umsatz 2025 (T€)\" or \"Revenue 2025 (EUR "
                "million)\", and all amounts of the column in it; or write them in full.");
  else if (kind == AmountKind::whole_currency)
    add_problem(
        row.line, "list-unit",
        fmt::format(R"("{}" names a currency without the unit that the header "{}" says)", cell, header(use)),
        "Leave the currency out of the cell if the amount is in the header's unit; else write it in "
        "that unit.");
  else if (kind == AmountKind::other_currency)
    add_problem(
        row.line, "list-currency",
        fmt::format(R"("{}" in column "{}" is in another currency than the portfolio's {})", cell,
                    header(use), options_.currency),
        fmt::format("Write the amount in {}, or leave the cell empty if it is unknown.", options_.currency));
  else if (cell.find('%') != std::string::npos)
    add_problem(row.line, "list-number",
                fmt::format(R"("{}" in column "{}" is a percentage, no amount of money)", cell, header(use)),
                "Write the amount, or leave the cell empty if it is unknown.");
  else
    add_problem(row.line, "list-number",
                fmt::format(R"("{}" in column "{}" is no number)", cell, header(use)),
                fmt::format("Write it as {}, or leave the cell empty if it is unknown.",
                            use.decimal == DecimalMark::comma ? "1234,50" : "1234.50"));
}

std::optional<double> CellReader::read_figure(const CsvRow& row, const ColumnUse& use) {
  const auto found = amount(row, use);
  if (!found) return std::nullopt;
  if (is_number(found->kind)) return found->value;
  if (found->kind == AmountKind::ambiguous)
    tell_ambiguous(row, use);
  else
    tell_no_figure(row, use, found->kind);
  return std::nullopt;
}

std::optional<double> CellReader::read_rating(const CsvRow& row, const ColumnUse& use) {
  const auto found = rating_amount(row, use);
  if (!found) return std::nullopt;
  const double scale = vocabulary().scale;
  const std::string top = format_plain_number(scale);
  if (found->kind == AmountKind::ambiguous)
    tell_ambiguous(row, use);
  else if (!is_number(found->kind))
    add_problem(row.line, "list-rating",
                fmt::format(R"("{}" in column "{}" is no rating)", row.cells[use.column], header(use)),
                fmt::format("Write a number from 0 to {}, or leave the cell empty if it is unknown; --map "
                            "{}= leaves the column out.",
                            top, use.field));
  else if (found->value < 0 || found->value > scale)
    add_problem(row.line, "list-rating",
                fmt::format(R"(rating {} in column "{}" is {})", row.cells[use.column], header(use),
                            found->value < 0 ? "below 0" : fmt::format("above the scale's {}", top)),
                fmt::format("Ratings run from 0 to {} (scale in kam.yaml).", top));
  else
    return found->value;
  return std::nullopt;
}

std::optional<int> CellReader::read_year(const CsvRow& row, const ColumnUse& use) {
  const std::string& cell = row.cells[use.column];
  if (cell.empty()) return std::nullopt;
  const auto year = find_year(cell);
  if (!year)
    add_problem(row.line, "list-year", fmt::format(R"("{}" in column "{}" is no year)", cell, header(use)),
                "Write a year with four digits, as in 2014, or a date.");
  return year;
}

std::optional<std::string> CellReader::find_word(const std::string& cell, std::string_view field) const {
  const std::string key = heading_key(cell);
  const auto ids = ids_of_field(field);
  const auto id =
      std::ranges::find_if(ids, [&](std::string_view given) { return heading_key(given) == key; });
  if (id != ids.end()) return std::string(*id);
  const auto& words = vocabulary().words;
  const auto word = std::ranges::find_if(words, [&](const ImportWord& given) {
    return heading_key(given.word) == key && std::ranges::find(ids, given.id) != ids.end();
  });
  if (word == words.end()) return std::nullopt;
  return word->id;
}

std::optional<std::string> CellReader::read_word(const CsvRow& row, const ColumnUse& use) {
  const std::string& cell = row.cells[use.column];
  if (cell.empty()) return std::nullopt;
  if (auto id = find_word(cell, use.field)) return id;
  const auto ids = ids_of_field(use.field);
  const auto near = nearest(cell, ids);
  add_problem(
      row.line, "list-word", fmt::format("\"{}\" is no {}", cell, use.field),
      fmt::format("{}It is one of {}; --map {}= leaves the column out.",
                  near ? fmt::format("Did you mean {}? ", *near) : "", fmt::join(ids, ", "), use.field));
  return std::nullopt;
}

std::optional<Value> CellReader::read_value(const CsvRow& row, const ColumnUse& use, const Field& field,
                                            Texts texts) {
  const std::string& cell = row.cells[use.column];
  if (cell.empty()) return std::nullopt;
  const auto as_value = [](const auto& number) -> std::optional<Value> {
    return number ? std::optional<Value>(static_cast<double>(*number)) : std::nullopt;
  };
  switch (field.shape.kind) {
    case ShapeKind::choice: {
      const auto id = read_word(row, use);
      if (!id) return std::nullopt;
      return Value(static_cast<std::size_t>(std::ranges::find(field.shape.choices, *id) -
                                            field.shape.choices.begin()));
    }
    case ShapeKind::year:
      return as_value(read_year(row, use));
    case ShapeKind::rating:
      return as_value(read_rating(row, use));
    case ShapeKind::number:
      return as_value(read_figure(row, use));
    case ShapeKind::texts:
      return Value(texts == Texts::exact ? split_cell_items(cell) : split_list(cell));
    default:
      return Value(texts == Texts::exact ? cell : join_lines(cell));
  }
}

SampleCell CellReader::sample_cell(const CsvRow& row, const ColumnUse& use) const {
  using enum SampleCell::Kind;
  const std::string& cell = row.cells[use.column];
  if (cell.empty()) return {};
  if (is_figure(use.field) || is_rating(use.field)) {
    const auto found = is_figure(use.field) ? amount(row, use) : rating_amount(row, use);
    if (found->kind == AmountKind::ambiguous)
      return {ambiguous, cell, read_as(row, use, DecimalMark::comma).value,
              read_as(row, use, DecimalMark::point).value};
    const bool fits = is_figure(use.field) || (found->value >= 0 && found->value <= vocabulary().scale);
    return {is_number(found->kind) && fits ? number : wrong, cell, found->value, 0};
  }
  if (const Field* field = find_list_field(use.field);
      field != nullptr && field->shape.kind == ShapeKind::year)
    return {find_year(cell) ? text : wrong, cell, 0, 0};
  if (!ids_of_field(use.field).empty()) {
    const auto id = find_word(cell, use.field);
    return {id ? text : wrong, id.value_or(cell), 0, 0};
  }
  return {text, join_lines(cell), 0, 0};
}

SampleRow CellReader::sample(const CsvRow& row, const std::vector<ColumnUse>& uses) const {
  SampleRow sample{row.line, {}, {}};
  for (const ColumnUse& use : uses) sample.cells.push_back(sample_cell(row, use));
  return sample;
}

void CellReader::check_width(const CsvRow& row) {
  const std::size_t columns = table_.header.cells.size();
  if (row.cells.size() > columns)
    add_problem(row.line, "list-cells",
                fmt::format("the row has {} cells, the header {}", row.cells.size(), columns),
                "Put a cell that holds the separator into double quotes.");
}

}  // namespace kam
