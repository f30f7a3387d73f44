#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kam/model/problem.hpp"

namespace kam {

// A CSV list as people get it from a CRM or a spreadsheet.

struct CsvRow {
  int line = 1;                    // where the row begins in the file, 1-based
  std::vector<std::string> cells;  // UTF-8, blanks at the ends dropped
};

struct CsvTable {
  char separator = ',';
  CsvRow header;  // the first row that is not empty
  // Rows whose cells are all empty are left out. Every row has at least as many cells as the header: missing
  // ones are empty; it has more only where one of those holds something.
  std::vector<CsvRow> rows;
  std::vector<int> blank_lines;  // of what is left out: lines and rows with nothing in them
  Problems problems;  // what makes the whole list unfit to be used: no header, broken quotes, unknown bytes
};

// Reads UTF-8 with or without byte-order mark, UTF-16 with one, else Windows-1252; comma, semicolon, tab or
// bar, as a first line `sep=;` says, else found from the header (behind a title and an empty line too);
// quoted fields may hold separators, doubled quotes and line breaks; LF, CRLF or CR. What `guard_cell` put
// before or into a text is taken off.
CsvTable parse_csv(std::string_view bytes, const std::string& file);

// Makes a row have as many cells as the header, and more only as far as something is in them.
void fit_cells(std::vector<std::string>& cells, std::size_t columns);

}  // namespace kam
