#include <algorithm>
#include <string_view>

#include <fmt/format.h>

#include "kam/model/number.hpp"
#include "kam/render/render.hpp"
#include "kam/unicode/spreadsheet.hpp"
#include "render/cells.hpp"

namespace kam {

namespace {

struct Conventions {
  char separator;
  char decimal;
  std::string_view line_end;
  std::string_view start;
  CellGuard guard;
};

Conventions conventions_of(CsvDialect dialect) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  switch (dialect) {
    case CsvDialect::plain:
      break;
    case CsvDialect::tsv:
      return {'\t', '.', "\n", "", CellGuard::formulas};
    case CsvDialect::rfc4180:
      return {',', '.', "\r\n", "", CellGuard::formulas};
    case CsvDialect::excel_en:
      return {',', '.', "\r\n", kByteOrderMark, CellGuard::numbers};
    case CsvDialect::excel_de:
      return {';', ',', "\r\n", kByteOrderMark, CellGuard::numbers};
  }
  return {',', '.', "\n", "", CellGuard::formulas};
}

std::string join_items(const std::vector<std::string>& items) {
  std::string text;
  for (const auto& item : items) {
    if (!text.empty()) text += ';';
    text += item;
  }
  return text;
}

class Field {
 public:
  Field(const Conventions& conventions, CsvText text) : conventions_(conventions), text_(text) {}

  std::string operator()(const Unknown&) const { return {}; }
  std::string operator()(const Text& text) const { return from_text(text.text); }
  std::string operator()(const Term& term) const { return term.id; }
  std::string operator()(const Count& count) const { return std::to_string(count.value); }
  std::string operator()(const Number& number) const { return decimal(format_plain_number(number.value)); }
  std::string operator()(const Score& score) const { return two_decimals(score.value); }
  std::string operator()(const Points& points) const { return two_decimals(points.value); }
  std::string operator()(const Money& money) const { return decimal(format_plain_number(money.value)); }
  std::string operator()(const Percent& percent) const { return two_decimals(percent.value); }
  std::string operator()(const Flag& flag) const { return flag.value ? "true" : "false"; }
  std::string operator()(const Date& date) const { return format_iso_date(date); }
  std::string operator()(const TextList& list) const {
    return from_text(text_ == CsvText::raw ? join_items(list.items) : join_cell_items(list.items));
  }

 private:
  std::string from_text(const std::string& text) const {
    return text_ == CsvText::raw ? text : guard_cell(text, conventions_.guard);
  }
  std::string decimal(std::string number) const {
    std::ranges::replace(number, '.', conventions_.decimal);
    return number;
  }
  std::string two_decimals(double value) const {
    return decimal(fmt::format("{:.2f}", round_half_away(value, 2)));
  }

  const Conventions& conventions_;
  CsvText text_;
};

std::string quoted(const std::string& field, char separator) {
  if (field.find_first_of(std::string{separator, '"', '\r', '\n'}) == std::string::npos) return field;
  std::string out = "\"";
  for (const char byte : field) {
    if (byte == '"') out += '"';
    out += byte;
  }
  return out + '"';
}

void append_record(std::string& out, const std::vector<std::string>& fields, const Conventions& conventions) {
  // An empty line would be no record at all.
  if (fields.size() == 1 && fields.front().empty()) out += "\"\"";
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (i > 0) out += conventions.separator;
    out += quoted(fields[i], conventions.separator);
  }
  out += conventions.line_end;
}

}  // namespace

std::string render_csv(const Table& table, CsvDialect dialect, CsvText text) {
  const Conventions conventions = conventions_of(dialect);
  std::vector<std::string> fields;
  for (const auto& column : table.columns) fields.push_back(column.key);
  std::string out(conventions.start);
  append_record(out, fields, conventions);
  const Field field(conventions, text);
  for (const auto& row : table.rows) {
    std::ranges::transform(row, fields.begin(), [&](const Cell& cell) { return std::visit(field, cell); });
    append_record(out, fields, conventions);
  }
  return out;
}

}  // namespace kam
