#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kam/model/problem.hpp"

namespace kam {

// A CSV list as people get it from a CRM or a spreadsheet.

// The cells of a row as far as it has some; behind them there are empty ones without end.
class CsvCells : public std::vector<std::string> {
 public:
  using std::vector<std::string>::vector;

  const std::string& operator[](std::size_t column) const { return at(column); }
  const std::string& at(std::size_t column) const {
    static const std::string empty;
    return column < size() ? std::vector<std::string>::operator[](column) : empty;
  }
};

struct CsvRow {
  int line = 1;    // where the row begins in the file, 1-based
  CsvCells cells;  // UTF-8, blanks at the ends dropped
};

// How large a list may be; a larger one is a problem that says so.
struct CsvLimits {
  static constexpr std::size_t kColumns = 4096;
  static constexpr std::size_t kCellBytes = 65536;
  static constexpr std::size_t kRows = 1'000'000;
};

struct CsvTable {
  char separator = ',';
  CsvRow header;  // the first row that is not empty
  // Rows whose cells are all empty are left out. A row has more cells than the header only where one of those
  // holds something.
  std::vector<CsvRow> rows;
  std::vector<int> blank_lines;  // of what is left out: lines and rows with nothing in them
  Problems problems;  // what makes the whole list unfit to be used: no header, broken quotes, unknown bytes
};

// Reads UTF-8 with or without byte-order mark, UTF-16 with one, else Windows-1252; comma, semicolon, tab or
// bar, as a first line `sep=;` says, else found from the header (behind a title and an empty line too);
// quoted fields may hold separators, doubled quotes and line breaks; LF, CRLF or CR. What `guard_cell` put
// before or into a text is taken off. No list may be larger than CsvLimits.
CsvTable parse_csv(std::string_view bytes, const std::string& file);

// Takes off the empty cells behind those of the header.
void fit_cells(CsvCells& cells, std::size_t columns);

}  // namespace kam
