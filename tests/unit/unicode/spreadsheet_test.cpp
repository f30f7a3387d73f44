#include "kam/unicode/spreadsheet.hpp"

#include <array>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "kam/unicode/orders.hpp"

using namespace kam;
using namespace std::string_view_literals;

namespace {

// Whether a program that splits the text at one of the signs, and knows of quotes at a cell's start alone, if
// at all, finds a cell that begins a formula.
bool begins_formula_somewhere(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (",;|\t\r\n"sv.find(text[i]) == std::string_view::npos) continue;
    auto rest = text.substr(i + 1);
    while (rest.starts_with(' ') || rest.starts_with('"') || rest.starts_with("\u00A0"))
      rest.remove_prefix(rest.starts_with("\u00A0") ? 2 : 1);
    if (rest.find_first_of("=+-@") == 0 || rest.starts_with("＝")) return true;
  }
  return false;
}

}  // namespace

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
           Row{"\ta", "'\ta", "'\ta"},
           Row{"\t=1", "'\t'=1", "'\t'=1"},
           Row{"\r\n=1", "'\r\n'=1", "'\r\n'=1"},
           Row{"＝1", "'＝1", "'＝1"},
           // Blanks at the ends, which readers drop.
           Row{"\t", "\\u{9}", "\\u{9}"},
           Row{"\n\u00A0", "\\u{a}\\u{a0}", "\\u{a}\\u{a0}"},
           Row{"'\t", "'\\u{9}", "'\\u{9}"},
           Row{" =1", "\\u{20}=1", "\\u{20}=1"},
           Row{" a  b ", "\\u{20}a  b\\u{20}", "\\u{20}a  b\\u{20}"},
           // Where another separator would begin a cell.
           Row{"Acme;=1+2;x", "Acme;'=1+2;x", "Acme;'=1+2;x"},
           Row{"a, =1+3", "a, '=1+3", "a, '=1+3"},
           Row{"a\t-1|@b", "a\t'-1|'@b", "a\t'-1|'@b"},
           Row{"a\n- b\r\n+ c", "a\n'- b\r\n'+ c", "a\n'- b\r\n'+ c"},
           Row{"a;\"=1\"", "a;\"'=1\"", "a;\"'=1\""},
           Row{"a;\u00A0＝1", "a;\u00A0'＝1", "a;\u00A0'＝1"},
           Row{"a;;+1", "a;;'+1", "a;;'+1"},
           Row{"a;'=1", "a;''=1", "a;''=1"},
           Row{"a;' =1", "a;' =1", "a;' =1"},
           Row{"a-b, c-d; e", "a-b, c-d; e", "a-b, c-d; e"},
           // What a runner of CI would obey.
           Row{"::error::x", "\\u{3a}:error::x", "\\u{3a}:error::x"},
           Row{"a ##[b]", "a #\\u{23}[b]", "a #\\u{23}[b]"},
           Row{"/close", "\\u{2f}close", "\\u{2f}close"},
           Row{"\\u{3a}", "\\u{5c}u{3a}", "\\u{5c}u{3a}"},
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
  constexpr std::array kPieces{"'"sv,    "="sv,  "+"sv, "-"sv,      "@"sv,      "\t"sv,    "\n"sv,
                               "＝"sv,   "\\"sv, "u"sv, "{202e}"sv, "\u202E"sv, "{3b}"sv,  "{20}"sv,
                               "{5c}"sv, "0"sv,  "a"sv, ";"sv,      ","sv,      " "sv,     "|"sv,
                               "\""sv,   ":"sv,  "#"sv, "["sv,      "/"sv,      "\u00A0"sv};
  std::mt19937 random(7);
  for (int i = 0; i < 60000; ++i) {
    std::string text;
    for (auto left = random() % 9; left > 0; --left) text += kPieces.at(random() % kPieces.size());
    for (const auto guard : {CellGuard::formulas, CellGuard::numbers}) {
      const auto cell = guard_cell(text, guard);
      CAPTURE(cell);
      REQUIRE(unguard_cell(cell) == text);
      REQUIRE(cell.find_first_of("=+-@\t\n") != 0);
      REQUIRE_FALSE(cell.starts_with("＝"));
      REQUIRE_FALSE(begins_formula_somewhere(cell));
      REQUIRE(disarm(cell) == cell);
      REQUIRE((cell.empty() || (cell.back() != ' ' && cell.front() != ' ')));
    }
  }
}

TEST_CASE("several texts as one, and back") {
  using Items = std::vector<std::string>;
  CHECK(join_cell_items({"export", "offshore"}) == "export;offshore");
  CHECK(join_cell_items({"a;b", " c", "d  e"}) == "a\\u{3b}b;\\u{20}c;d  e");
  CHECK(split_cell_items("a ; b;;c") == Items{"a", "b", "c"});
  constexpr std::array kPieces{"a"sv,       ";"sv,     " "sv, "\\"sv, "\\u{3b}"sv,
                               "\\u{5c}"sv, "u{20}"sv, "="sv, "'"sv,  "\n"sv};
  std::mt19937 random(7);
  for (int i = 0; i < 20000; ++i) {
    Items items(random() % 4);
    for (auto& item : items)
      for (auto left = 1 + random() % 5; left > 0; --left) item += kPieces.at(random() % kPieces.size());
    const auto cell = guard_cell(join_cell_items(items), CellGuard::numbers);
    CAPTURE(cell);
    REQUIRE(split_cell_items(unguard_cell(cell)) == items);
  }
}
