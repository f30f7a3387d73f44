#include "kam/unicode/spreadsheet.hpp"

#include <array>
#include <random>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

using namespace kam;

TEST_CASE("a text as a cell, and back") {
  struct Row {
    std::string_view text;
    std::string_view cell;          // guarded against formulas
    std::string_view numbers_cell;  // and against being read as another number
  };
  for (const auto& row : std::array{
           Row{"", "", ""},
           Row{"Weserguss AG", "Weserguss AG", "Weserguss AG"},
           Row{"=1+1", "'=1+1", "'=1+1"},
           Row{"+49 421", "'+49 421", "'+49 421"},
           Row{"-", "'-", "'-"},
           Row{"@SUM(A1)", "'@SUM(A1)", "'@SUM(A1)"},
           Row{"\t=1", "'\t=1", "'\t=1"},
           Row{"\r\n=1", "'\r\n=1", "'\r\n=1"},
           Row{"\t", "\t", "\t"},  // blanks alone run nothing
           Row{"\n\u00A0", "\n\u00A0", "\n\u00A0"},
           Row{"'\t", "'\t", "'\t"},
           Row{"＝1", "'＝1", "'＝1"},
           Row{" =1", " =1", " =1"},
           // An apostrophe of the text's own stays its own.
           Row{"'=1", "''=1", "''=1"},
           Row{"''@", "'''@", "'''@"},
           Row{"'t Hooft BV", "'t Hooft BV", "'t Hooft BV"},
           Row{"'", "'", "'"},
           // Numbers that would come back changed.
           Row{"10023", "10023", "10023"},
           Row{"007", "007", "'007"},
           Row{"1E5", "1E5", "'1E5"},
           Row{"3.50", "3.50", "'3.50"},
           Row{"1234567890123456", "1234567890123456", "'1234567890123456"},
           Row{"'007", "''007", "''007"},
           Row{"1.234", "1.234", "'1.234"},
           Row{"1,5", "1,5", "'1,5"},
           Row{"5%", "5%", "'5%"},
           Row{"5 €", "5 €", "'5 €"},
           Row{"(5)", "(5)", "'(5)"},
           Row{"4711-01", "4711-01", "'4711-01"},
           Row{"10/2024", "10/2024", "'10/2024"},
           Row{"12:30", "12:30", "'12:30"},
           Row{"3.4.2025", "3.4.2025", "'3.4.2025"},
           Row{"Jan 24", "Jan 24", "'Jan 24"},
           Row{"03. Mrz", "03. Mrz", "'03. Mrz"},
           Row{"WAHR", "WAHR", "'WAHR"},
           Row{"'WAHR", "''WAHR", "''WAHR"},
           Row{"Mai", "Mai", "Mai"},
           Row{"3M Deutschland GmbH", "3M Deutschland GmbH", "3M Deutschland GmbH"},
           Row{"2.5", "2.5", "'2.5"},
           Row{"0", "0", "0"},
           Row{"Inf", "Inf", "Inf"},
           Row{"1E5 Werkzeuge", "1E5 Werkzeuge", "1E5 Werkzeuge"},
           // What would drive a terminal or hide.
           Row{"a\u202Eb", "a\\u{202e}b", "a\\u{202e}b"},
           Row{"\x1B[31m", "\\u{1b}[31m", "\\u{1b}[31m"},
           Row{"\\u{202e}", "\\u{5c}u{202e}", "\\u{5c}u{202e}"},
           Row{"C:\\users", "C:\\users", "C:\\users"},
       }) {
    CAPTURE(row.text);
    CHECK(guard_cell(row.text, CellGuard::formulas) == row.cell);
    CHECK(guard_cell(row.text, CellGuard::numbers) == row.numbers_cell);
    CHECK(unguard_cell(row.cell) == row.text);
    CHECK(unguard_cell(row.numbers_cell) == row.text);
  }
}

TEST_CASE("what no guard wrote stays as it is") {
  for (const std::string_view cell : {"\\u{41}", "\\u{zz}", "\\u{", "\\u{110000}", "'Abend", "=1", "\\u{5c"})
    CHECK(unguard_cell(cell) == cell);
}

TEST_CASE("any text comes back from its cell, and no cell begins a formula") {
  constexpr std::array<std::string_view, 14> kPieces{"'",  "=",  "+", "-",      "@",      "\t", "\n",
                                                     "＝", "\\", "u", "{202e}", "\u202E", "0",  "a"};
  std::mt19937 random(7);
  for (int i = 0; i < 20000; ++i) {
    std::string text;
    for (auto left = random() % 7; left > 0; --left) text += kPieces.at(random() % kPieces.size());
    for (const auto guard : {CellGuard::formulas, CellGuard::numbers}) {
      const auto cell = guard_cell(text, guard);
      CAPTURE(cell);
      REQUIRE(unguard_cell(cell) == text);
      const bool blank = cell.find_first_not_of("\t\n") == std::string::npos;
      REQUIRE((blank || cell.find_first_of("=+-@\t\n") != 0));
      REQUIRE_FALSE(cell.starts_with("＝"));
    }
  }
}
