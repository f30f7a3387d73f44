#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

#include "fuzz.hpp"
#include "judges.hpp"
#include "kam/lists/csv.hpp"
#include "kam/render/render.hpp"
#include "kam/unicode/invisible.hpp"
#include "kam/unicode/orders.hpp"
#include "kam/unicode/spreadsheet.hpp"
#include "kam/unicode/unicode.hpp"

namespace kam::fuzz {

namespace {

using namespace std::string_view_literals;

// What a cell must be read as; nothing where its text is not one that a cell keeps.
std::optional<std::string> expected_cell(const Cell& cell) {
  if (const auto* const term = std::get_if<Term>(&cell)) return term->id;
  if (std::holds_alternative<Flag>(cell)) return "true";
  std::string text = "61";
  if (const auto* const words = std::get_if<Text>(&cell)) text = words->text;
  if (const auto* const list = std::get_if<TextList>(&cell)) text = join_cell_items(list->items);
  const bool kept = as_utf8(text) == text && !std::holds_alternative<Score>(cell);
  return kept ? std::optional(text) : std::nullopt;
}

void judge_dialect(const Table& table, CsvDialect dialect) {
  const auto written = render_csv(table, dialect);
  require(as_utf8(written) == written, "a list is UTF-8", written);
  judge_orders(written, "a list");
  const auto read = parse_csv(written, "list.csv");
  require(read.problems.empty(), "a list reads", written);
  std::size_t at = 0;
  for (const auto& row : table.rows) {
    if (std::ranges::all_of(row, [](const Cell& cell) { return expected_cell(cell) == ""; })) continue;
    require(at < read.rows.size(), "each row is read", written);
    const auto& cells = read.rows[at++].cells;
    require(cells.size() == row.size(), "each cell is one cell", written);
    for (std::size_t i = 0; i < row.size(); ++i)
      if (const auto expected = expected_cell(row[i]))
        require(cells[i] == *expected, "a cell is read as its text", written, *expected);
  }
  require(at == read.rows.size(), "no row is read twice", written);
}

// Takes the colours off that kam uses.
std::string without_colors(std::string_view text) {
  std::string plain;
  while (!text.empty()) {
    bool color = false;
    for (const auto sequence :
         {"\x1B[0m"sv, "\x1B[1m"sv, "\x1B[2m"sv, "\x1B[31m"sv, "\x1B[32m"sv, "\x1B[33m"sv})
      if (text.starts_with(sequence)) {
        text.remove_prefix(sequence.size());
        color = true;
        break;
      }
    if (color) continue;
    plain += text.front();
    text.remove_prefix(1);
  }
  return plain;
}

// What goes to a terminal: nothing hides in it, nothing drives it.
void judge_shown(std::string_view text, std::string_view what) {
  judge_plain_lines(text, what);
  judge_orders(text, what);
  require(std::ranges::none_of(decode_utf8(text), is_ignorable), "what is shown hides nothing", text, what);
}

}  // namespace

void judge_plain_lines(std::string_view text, std::string_view what) {
  if (find_invalid_utf8(text)) require(false, "what is written is UTF-8", text, what);
  const auto codes = decode_utf8(text);
  if (std::ranges::any_of(codes, [](char32_t c) { return c != U'\n' && is_control(c); }))
    require(false, "what is written holds no control byte", text, what);
}

void judge_orders(std::string_view text, std::string_view what) {
  require(disarm(text) == text, "no line gives an order", text, what);
}

void judge_csv(const Table& table) {
  for (const auto dialect :
       {CsvDialect::plain, CsvDialect::tsv, CsvDialect::rfc4180, CsvDialect::excel_en, CsvDialect::excel_de})
    judge_dialect(table, dialect);
}

void judge_terminal(const Document& document) {
  // As it leaves the program: orders are disarmed in the one place that all lines pass.
  judge_shown(disarm(render_text(document, {std::nullopt, Color::off})), "a text");
  judge_shown(disarm(without_colors(render_text(document, {80, Color::on}))), "a terminal's text");
  judge_shown(disarm(render_text(document, {21, Color::off})), "a narrow text");
}

void judge_filter(std::string_view bytes) {
  const auto safe = escape_for_terminal(bytes);
  judge_shown(disarm(safe), "what is shown of a text");
  require(safe.find('\n') == std::string::npos, "what is shown of a text is one line", bytes);
  const auto told = disarm(show_ignorable(bytes));
  require(std::ranges::none_of(decode_utf8(told), is_ignorable), "what is told hides nothing", bytes);
  judge_orders(told, "what is told");
  for (const auto guard : {CellGuard::formulas, CellGuard::numbers})
    require(unguard_cell(guard_cell(bytes, guard)) == as_utf8(bytes), "a cell is read as its text", bytes);
}

void judge_json(const Table& table) {
  const auto json = render_json(Data(table_records(table)));
  judge_plain_lines(json, "JSON");
  judge_orders(json, "JSON");
  const auto read = nlohmann::json::parse(json, nullptr, false);
  require(read.is_array() && read.size() == table.rows.size(), "JSON reads as its records", json);
  for (std::size_t i = 0; i < table.rows.size(); ++i)
    for (std::size_t k = 0; k < table.columns.size(); ++k)
      if (const auto* const text = std::get_if<Text>(&table.rows[i][k]))
        require(as_utf8(text->text) != text->text || read[i][table.columns[k].key] == text->text,
                "JSON reads as the text", json, text->text);
}

void judge_ical(const Calendar& calendar) {
  const auto text = render_ical(calendar);
  judge_orders(text, "a calendar");
  for (const auto& part : split(text, '\n')) {
    if (part.empty()) continue;
    require(part.ends_with('\r') && part.size() <= 76, "a line of a calendar has its length and end", text,
            part);
    const std::string_view line = std::string_view(part).substr(0, part.size() - 1);
    judge_plain_lines(line, "a calendar");
    const auto name = line.substr(0, line.find_first_of(":;"));
    const bool property = !name.empty() && name.size() < line.size() &&
                          name.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ-") == std::string_view::npos;
    require(line.starts_with(' ') || property, "a line of a calendar is a property", text, line);
  }
}

}  // namespace kam::fuzz
