#pragma once

#include <string_view>

#include "kam/document/calendar.hpp"
#include "kam/document/document.hpp"

// Who judges what is rendered.
namespace kam::fuzz {

// cmark-gfm reads the same table: its rows, its columns, the text of each cell, and nothing else in it.
void judge_markdown_table(const Table& table);
// cmark-gfm finds no element that kam did not write, and no link but to its pages.
void judge_markdown(const Document& document);
// No element and no attribute but kam's, each closed where it must be, and no control byte.
void judge_html(const Document& document);
void judge_svg(const Chart& chart);
// Our own reader gets each cell back, from every dialect.
void judge_csv(const Table& table);
// No control byte but line ends and, in colour, kam's own colours; nothing that hides; well-formed UTF-8.
void judge_terminal(const Document& document);
// What `escape_for_terminal` and what goes to stderr make of any bytes holds no control or invisible
// character and no order; a cell gives them back.
void judge_filter(std::string_view bytes);
// nlohmann's reader gets each text back.
void judge_json(const Table& table);
// Lines of at most 75 bytes that end in CRLF, of properties that kam writes.
void judge_ical(const Calendar& calendar);
// No line is one that a runner of CI or a forge would obey.
void judge_orders(std::string_view text, std::string_view what);
// Well-formed UTF-8 without a control byte but line ends.
void judge_plain_lines(std::string_view text, std::string_view what);

}  // namespace kam::fuzz
