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
  CsvRow header;
  std::vector<CsvRow> rows;  // rows whose cells are all empty are left out
  Problems problems;         // file-level faults: no header, an unterminated quote …
};

// Reads UTF-8 with or without byte-order mark, else Windows-1252; comma, semicolon or tab (found from the
// header); quoted fields may hold separators, doubled quotes and line breaks; LF, CRLF or CR.
CsvTable parse_csv(std::string_view bytes, const std::string& file);

}  // namespace kam
