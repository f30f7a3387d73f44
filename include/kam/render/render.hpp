#pragma once

#include <optional>
#include <string>

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

enum class Separator { comma, tab };

// One table, RFC 4180 (tab: the same rules with a tab, line ends LF): header of the columns' keys, values
// untranslated. In text cells a leading = + - @ tab CR LF or full-width ＝＋－＠ gets a leading `'`, so that
// no spreadsheet runs them.
std::string render_csv(const Table& table, Separator separator);

// JSON, two blanks of indentation, UTF-8 as it is, control characters and bidirectional controls escaped,
// ends with a line break.
std::string render_json(const Data& data);

// The table's rows as records {column key: value}; scores, points and percentages rounded to two decimals.
Data::List table_records(const Table& table);

}  // namespace kam
