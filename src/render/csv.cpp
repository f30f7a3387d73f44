#include <algorithm>
#include <array>
#include <string_view>

#include <fmt/format.h>

#include "kam/model/number.hpp"
#include "kam/render/render.hpp"
#include "kam/unicode/unicode.hpp"
#include "render/cells.hpp"

namespace kam {

namespace {

// A field that begins with one of these is run as a formula by some spreadsheet.
constexpr std::u32string_view kFormulaStarts = U"=+-@\t\r\n＝＋－＠";

// Text as data: line breaks and tabs stay, what would drive a terminal or hide does not.
std::string safe_field(std::string_view text) {
  std::string field;
  for (const char32_t c : decode_utf8(text)) {
    if (field.empty() && kFormulaStarts.find(c) != std::u32string_view::npos) field += '\'';
    std::string character;
    append_utf8(character, c);
    field += c == U'\t' || c == U'\n' || c == U'\r' ? character : escape_controls(character);
  }
  return field;
}

std::string join_items(const std::vector<std::string>& items) {
  std::string text;
  for (const auto& item : items) {
    if (!text.empty()) text += ';';
    text += item;
  }
  return text;
}

std::string two_decimals(double value) {
  return fmt::format("{:.2f}", round_half_away(value, 2));
}

struct Field {
  std::string operator()(const Unknown&) const { return {}; }
  std::string operator()(const Text& text) const { return safe_field(text.text); }
  std::string operator()(const Term& term) const { return term.id; }
  std::string operator()(const Count& count) const { return std::to_string(count.value); }
  std::string operator()(const Number& number) const { return format_plain_number(number.value); }
  std::string operator()(const Score& score) const { return two_decimals(score.value); }
  std::string operator()(const Points& points) const { return two_decimals(points.value); }
  std::string operator()(const Money& money) const { return format_plain_number(money.value); }
  std::string operator()(const Percent& percent) const { return two_decimals(percent.value); }
  std::string operator()(const Flag& flag) const { return flag.value ? "true" : "false"; }
  std::string operator()(const Date& date) const { return format_iso_date(date); }
  std::string operator()(const TextList& list) const { return safe_field(join_items(list.items)); }
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

void append_record(std::string& out, const std::vector<std::string>& fields, char separator) {
  // An empty line would be no record at all.
  if (fields.size() == 1 && fields.front().empty()) {
    out += "\"\"\n";
    return;
  }
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (i > 0) out += separator;
    out += quoted(fields[i], separator);
  }
  out += '\n';
}

}  // namespace

std::string render_csv(const Table& table, Separator separator) {
  const char sign = separator == Separator::tab ? '\t' : ',';
  std::vector<std::string> fields;
  for (const auto& column : table.columns) fields.push_back(column.key);
  std::string out;
  append_record(out, fields, sign);
  for (const auto& row : table.rows) {
    std::ranges::transform(row, fields.begin(), [](const Cell& cell) { return std::visit(Field{}, cell); });
    append_record(out, fields, sign);
  }
  return out;
}

}  // namespace kam
