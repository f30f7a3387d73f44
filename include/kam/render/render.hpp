#pragma once

#include <optional>
#include <string>

#include "kam/document/calendar.hpp"
#include "kam/document/data.hpp"
#include "kam/document/document.hpp"

namespace kam {

enum class Color { off, on };

struct TextOptions {
  std::optional<int> width;  // the terminal's columns; without one nothing is cut or dropped
  Color color = Color::off;
};

// For people at a terminal. Every text from files passes `escape_controls`; ends with one line break.
std::string render_text(const Document& document, const TextOptions& options);

// GitHub-flavoured Markdown; links between pages go to `<page>.md` (`index`: `README.md`). Text from files
// cannot break a table, open HTML, mention @people or #123, or make a link (checks.md).
std::string render_markdown(const Document& document);

// For whom a list is written. The Excel dialects are what a double click opens rightly.
enum class CsvDialect {
  plain,     // comma, decimal point, LF: for programs
  tsv,       // the same with a tab
  rfc4180,   // comma, decimal point, CRLF
  excel_en,  // comma, decimal point, CRLF, byte-order mark
  excel_de,  // semicolon, decimal comma, CRLF, byte-order mark
};

// What happens to text that a spreadsheet would run, or in the Excel dialects read as another number.
enum class CsvText { guarded, raw };

// One table: header of the columns' keys, values untranslated, dates ISO 8601. Text cells pass `guard_cell`;
// raw ones stand as they are.
std::string render_csv(const Table& table, CsvDialect dialect, CsvText text = CsvText::guarded);

// iCalendar (RFC 5545): things to do as VTODO, events as VEVENT of a whole day. The UIDs depend on the
// entries' domain and key alone, and every byte on the calendar alone.
std::string render_ical(const Calendar& calendar);

enum class JsonLayout { indented, one_line };

// JSON, two blanks of indentation or all on one line, UTF-8 as it is, control characters and bidirectional
// controls escaped, ends with a line break.
std::string render_json(const Data& data, JsonLayout layout = JsonLayout::indented);

// The table's rows as records {column key: value}; scores, points and percentages rounded to two decimals.
Data::List table_records(const Table& table);

}  // namespace kam
