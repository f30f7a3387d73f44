#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

#include "fuzz.hpp"
#include "judges.hpp"
#include "kam/exchange/csv.hpp"
#include "kam/render/render.hpp"
#include "kam/unicode/unicode.hpp"

namespace kam::fuzz {

namespace {

using namespace std::string_view_literals;

// As a reader of lists takes blanks off.
std::string_view trim(std::string_view text) {
  bool more = true;
  while (more) {
    more = false;
    for (const auto blank : {" "sv, "\t"sv, "\r"sv, "\n"sv, "\u00A0"sv}) {
      if (text.starts_with(blank))
        text.remove_prefix(blank.size());
      else if (text.ends_with(blank))
        text.remove_suffix(blank.size());
      else
        continue;
      more = true;
    }
  }
  return text;
}

// What a cell must be read as; nothing where its text is not one that a cell keeps.
std::optional<std::string> expected_cell(const Cell& cell) {
  if (const auto* const term = std::get_if<Term>(&cell)) return term->id;
  if (std::holds_alternative<Flag>(cell)) return "true";
  std::string text = "61";
  if (const auto* const words = std::get_if<Text>(&cell)) text = words->text;
  if (const auto* const list = std::get_if<TextList>(&cell))
    text = list->items[0] + (list->items[0].empty() ? "" : ";") + list->items[1];
  if (trim(text).empty()) return std::string();
  const bool kept = trim(text) == text && as_utf8(text) == text && !std::holds_alternative<Score>(cell);
  return kept ? std::optional(text) : std::nullopt;
}

void judge_dialect(const Table& table, CsvDialect dialect) {
  const auto written = render_csv(table, dialect);
  require(as_utf8(written) == written, "a list is UTF-8", written);
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

}  // namespace

void judge_plain_lines(std::string_view text, std::string_view what) {
  if (find_invalid_utf8(text)) require(false, "what is written is UTF-8", text, what);
  const auto codes = decode_utf8(text);
  if (std::ranges::any_of(codes, [](char32_t c) { return c != U'\n' && is_control(c); }))
    require(false, "what is written holds no control byte", text, what);
}

void judge_csv(const Table& table) {
  for (const auto dialect :
       {CsvDialect::plain, CsvDialect::tsv, CsvDialect::rfc4180, CsvDialect::excel_en, CsvDialect::excel_de})
    judge_dialect(table, dialect);
}

void judge_terminal(const Document& document) {
  judge_plain_lines(render_text(document, {std::nullopt, Color::off}), "a text");
  judge_plain_lines(without_colors(render_text(document, {80, Color::on})), "a terminal's text");
  judge_plain_lines(render_text(document, {21, Color::off}), "a narrow text");
}

void judge_json(const Table& table) {
  const auto json = render_json(Data(table_records(table)));
  judge_plain_lines(json, "JSON");
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
