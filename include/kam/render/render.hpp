#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

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

// What a report in Markdown does with its charts.
enum class Pictures {
  none,     // leaves them out: their numbers stand in the tables beside them
  mermaid,  // blocks that GitHub and GitLab draw
  svg,      // links to files beside the page: `picture_file`, with what `render_svg` gives
  text      // in characters, as at a terminal
};
struct MarkdownOptions {
  Pictures pictures = Pictures::none;
  std::string page{};  // the page's name without its ending: how its pictures' names begin
};

// GitHub-flavoured Markdown; links between pages go to `<page>.md` (`index`: `README.md`). Text from files
// cannot break a table, open HTML, mention @people or #123, or make a link.
std::string render_markdown(const Document& document, const MarkdownOptions& options = {});

// HTML 5: one page that holds all it needs, its styles and its pictures as SVG; no script, and a policy that
// lets it fetch nothing. For light and dark, phones and A4 paper. Sections, tables and pictures have names
// for screen readers; links between pages go to `<page>.html`. Text from files stays text.
enum class HtmlPictures { none, svg };
struct HtmlOptions {
  HtmlPictures pictures = HtmlPictures::svg;
};
std::string render_html(const Document& document, const HtmlOptions& options = {});

// `<page>.<chart>.svg`: ids of accounts hold no full stop, so that no two pictures share a name.
std::string picture_file(std::string_view page, const Chart& chart);

// A chart as Mermaid diagrams: a quadrantChart for points, xycharts for the rest (one for each line where the
// lines have different places). Without fences; none where nothing is to be drawn.
std::vector<std::string> render_mermaid(const Chart& chart);

// A chart as SVG: one element with title, description and `role="img"`, no script, nothing fetched; colours
// for light and dark. The same chart gives the same bytes everywhere. Names of points do not overlap; those
// without room are numbered and listed below.
enum class SvgStyle {
  embedded,  // a picture that stands for itself
  of_page    // the page has `svg_style_sheet()` once for all its pictures
};
std::string render_svg(const Chart& chart, SvgStyle style = SvgStyle::embedded);
std::string_view svg_style_sheet();

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
// A cell as plain data: what is unknown is null, scores and percentages have two decimals, terms are their
// ids.
Data cell_data(const Cell& cell);

}  // namespace kam
