#include "kam/lists/csv.hpp"

#include <doctest/doctest.h>

using namespace kam;
using std::string_literals::operator""s;

namespace {

using Cells = std::vector<std::string>;

// The header and the rows, cells only.
std::vector<Cells> read(std::string_view bytes) {
  const CsvTable table = parse_csv(bytes, "list.csv");
  REQUIRE(table.problems.empty());
  std::vector<Cells> rows{table.header.cells};
  for (const CsvRow& row : table.rows) rows.push_back(row.cells);
  return rows;
}

// The lines in which the header and the rows begin.
std::vector<int> read_lines(std::string_view bytes) {
  const CsvTable table = parse_csv(bytes, "list.csv");
  REQUIRE(table.problems.empty());
  std::vector<int> lines{table.header.line};
  for (const CsvRow& row : table.rows) lines.push_back(row.line);
  return lines;
}

Problem find_problem(std::string_view bytes) {
  const CsvTable table = parse_csv(bytes, "list.csv");
  REQUIRE(table.problems.size() == 1);
  CHECK(table.header.cells.empty());
  return table.problems.front();
}

Problem error(int line, std::string code, std::string message, std::string hint) {
  return {"list.csv", line, 0, Severity::error, std::move(code), std::move(message), std::move(hint)};
}

}  // namespace

TEST_CASE("the separator is the most frequent one of the header") {
  CHECK(parse_csv("a,b;c,d", "").separator == ',');
  CHECK(parse_csv("a;b,c;d", "").separator == ';');
  CHECK(parse_csv("a\tb\tc;d", "").separator == '\t');
  CHECK(parse_csv("a|b|c;d", "").separator == '|');
  CHECK(parse_csv("a\n1;2;3;4", "").separator == ',');
  CHECK(parse_csv("\n\r\na;b\n1,2,3", "").separator == ';');
  CHECK(parse_csv("\"x,y,z\";b", "").separator == ';');
  CHECK(parse_csv("\"x\n,,,\";b", "").separator == ';');
  CHECK(parse_csv("\"a \"\",,,\"\" b\";c", "").separator == ';');
}

TEST_CASE("cells are read as spreadsheets write them") {
  const std::vector<Cells> expected{{"Name", "Umsatz"}, {"A", "1"}, {"B", "2"}};
  CHECK(read("Name,Umsatz\nA,1\nB,2\n") == expected);
  CHECK(read("Name;Umsatz\r\nA;1\r\nB;2") == expected);
  CHECK(read("Name\tUmsatz\rA\t1\rB\t2\r") == expected);
  CHECK(read("\"Name\",\"Umsatz\"\n \"A\" , 1 \n\tB,2\u00A0\n") == expected);
  CHECK(read("Name\nA\n") == std::vector<Cells>{{"Name"}, {"A"}});
  CHECK(read("Name\n\"A, B\"\n\"say \"\"x\"\"\"\n") == std::vector<Cells>{{"Name"}, {"A, B"}, {"say \"x\""}});
  CHECK(read("Name\n\"A\nB\r\nC\"\n") == std::vector<Cells>{{"Name"}, {"A\nB\r\nC"}});
  CHECK(read("Name,x\npipes 3\" and 4\",5\n") ==
        std::vector<Cells>{{"Name", "x"}, {"pipes 3\" and 4\"", "5"}});
  CHECK(read("\u00A0\u00A0a,b\u00A0\u00A0\n") == std::vector<Cells>{{"a", "b"}});
  CHECK(read("a,b\n\" \u00A0 x \n\",\" \"\n") == std::vector<Cells>{{"a", "b"}, {"x", ""}});
}

TEST_CASE("behind its cells a row has empty ones, which take no room") {
  CHECK(read("a,b,c\n1\n1,2\n") == std::vector<Cells>{{"a", "b", "c"}, {"1"}, {"1", "2"}});
  const auto table = parse_csv("a,b,c\n1\n", "list.csv");
  CHECK(table.rows.front().cells[0] == "1");
  CHECK(table.rows.front().cells[2].empty());
  CHECK(table.rows.front().cells.at(5000).empty());
  CHECK(read("a,b\n1,2,,\n1,2,,4,\n,,3\n") ==
        std::vector<Cells>{{"a", "b"}, {"1", "2"}, {"1", "2", "", "4"}, {"", "", "3"}});
}

TEST_CASE("a list may have 4,096 columns") {
  const auto row = [](std::size_t cells) { return "x" + std::string(cells - 1, ',') + "\n"; };
  CHECK(parse_csv(row(4096) + row(4096), "list.csv").problems.empty());
  const std::string hint =
      "Look whether its line breaks were lost, or leave out columns that kam does not read.";
  const auto wide = [&](int line) {
    return error(line, "list-too-many-columns", "the list has more than 4,096 columns", hint);
  };
  CHECK(find_problem(row(4097)) == wide(1));
  CHECK(find_problem("a\n1\n" + row(4097)) == wide(3));
  CHECK(find_problem("a\n1\n" + row(100'000) + "2\n") == wide(3));
  CHECK(find_problem("a\n" + std::string(4096, ',') + "x") == wide(2));
}

TEST_CASE("a cell may have 64 KiB") {
  const std::string most(65536, 'x');
  CHECK(parse_csv("a,b\n1," + most + "\n", "list.csv").problems.empty());
  CHECK(parse_csv("a,b\n1,\"" + most + "\"\n", "list.csv").rows.back().cells[1] == most);
  const auto longer = [](int line) {
    return error(line, "list-cell-too-long", "a cell of the list is longer than 64 KiB",
                 "Look for a quote that is not closed, or shorten the cell.");
  };
  CHECK(find_problem("a,b\n1," + most + "x\n2,3\n") == longer(2));
  CHECK(find_problem("a,b\n1," + most + "x") == longer(2));
  CHECK(find_problem("a,b\n1,\"" + most + "x\"\n") == longer(2));
  std::string open = "a,b\n1,\"2\n";  // the quote that opens here is never closed
  while (open.size() < 100'000) open += "3,4\n";
  CHECK(find_problem(open) == longer(2));
}

TEST_CASE("a list may have 1,000,000 rows below its header") {
  std::string list = "a,b\n";
  for (std::size_t i = 0; i < CsvLimits::kRows; ++i) list += "1\n";
  const auto table = parse_csv(list, "list.csv");
  CHECK(table.problems.empty());
  CHECK(table.rows.size() == CsvLimits::kRows);
  CHECK(find_problem(list + "1\n1\n") ==
        error(1'000'002, "list-too-many-rows", "the list has more than 1,000,000 rows below its header",
              "Divide it into several lists, and import one after the other."));
}

TEST_CASE("rows without anything in them are left out") {
  CHECK(read("\n,,\na,b\n\n , \n\"\",\"\"\n1,2\n\n") == std::vector<Cells>{{"a", "b"}, {"1", "2"}});
}

TEST_CASE("a row is named by the line in which it begins") {
  CHECK(read_lines("a\nb\nc\n") == std::vector{1, 2, 3});
  CHECK(read_lines("a\r\nb\r\nc") == std::vector{1, 2, 3});
  CHECK(read_lines("a\rb\rc\r") == std::vector{1, 2, 3});
  CHECK(read_lines("\n\r\n\ra\n\n\r\n b\n") == std::vector{4, 7});
  CHECK(read_lines("a\n\"1\n2\r\n3\r4\"\nb\n\"x\n\"\nc") == std::vector{1, 2, 6, 7, 9});
  CHECK(read_lines("a,b\n,\n1,2") == std::vector{1, 3});
  CHECK(read_lines("a\n  \n b\n\t\nc") == std::vector{1, 3, 5});
}

TEST_CASE("UTF-8 with or without a mark, else Windows-1252") {
  const std::vector<Cells> expected{{"Müller", "€"}};
  CHECK(read("Müller,€\n") == expected);
  CHECK(read("\xEF\xBB\xBFMüller,€\n") == expected);
  CHECK(read("M\xFCller,\x80\n") == expected);
  CHECK(read("\x82,\x83,\x84,\x85,\x86,\x87,\x88,\x89,\x8A,\x8B,\x8C,\x8E") ==
        std::vector<Cells>{{"‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", "Ž"}});
  CHECK(read("\x91,\x92,\x93,\x94,\x95,\x96,\x97,\x98,\x99,\x9A,\x9B,\x9C,\x9E,\x9F") ==
        std::vector<Cells>{{"‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", "ž", "Ÿ"}});
  CHECK(read("\xA1,x\xA0x,\xBF,\xC0,\xE9,\xFF") == std::vector<Cells>{{"¡", "x\u00A0x", "¿", "À", "é", "ÿ"}});
}

TEST_CASE("what is neither is refused, with its line") {
  const std::string save = "Save the list as \"CSV UTF-8\" and import that.";
  for (const auto* byte : {"\x81", "\x8D", "\x8F", "\x90", "\x9D"}) {
    const std::string bytes = "a\nb\r\n\"x\ry" + std::string(byte) + "\"\n";
    CAPTURE(bytes);
    const Problem problem = find_problem(bytes);
    CHECK(problem.line == 4);
    CHECK(problem.code == "list-encoding");
    CHECK(problem.hint == save);
  }
  CHECK(find_problem("a\n\x9D").message == "the byte 0x9D is neither UTF-8 nor Windows-1252");
  CHECK(find_problem("\xEF\xBB\xBFName\nM\xFCller\n") ==
        error(2, "list-encoding", "the list is marked as UTF-8, but a letter here is broken",
              "Export the list again, or retype the letter, and save it as UTF-8."));
  const Problem utf16 = error(0, "list-encoding", "the list is UTF-16 without the mark that says so",
                              "Save it as \"CSV UTF-8\" and import that.");
  CHECK(find_problem("N\0a\0"s) == utf16);
  CHECK(find_problem("\0N\0a"s) == utf16);
  CHECK(find_problem("Na\nb\n\0"s) == error(3, "list-encoding", "the list holds a NUL byte, so it is no text",
                                            "Save it as \"CSV UTF-8\" and import that."));
}

TEST_CASE("UTF-16 with its mark, in either byte order") {
  const auto encode = [](std::u16string_view text, bool is_big) {
    std::string bytes = is_big ? "\xFE\xFF" : "\xFF\xFE";
    for (const char16_t unit : text) {
      const char high = static_cast<char>(unit >> 8U);
      const char low = static_cast<char>(unit & 0xFFU);
      bytes += is_big ? high : low;
      bytes += is_big ? low : high;
    }
    return bytes;
  };
  const std::vector<Cells> expected{{"Müller", "€"}, {"株式会社", "𝄞"}};
  for (const bool is_big : {false, true}) {
    CAPTURE(is_big);
    CHECK(read(encode(u"Müller\t€\r\n株式会社\t𝄞\r\n", is_big)) == expected);
    CHECK(find_problem(encode(u"", is_big)).code == "list-empty");
    const std::string again = "Export the list again, as \"CSV UTF-8\" if you can choose.";
    const Problem broken =
        error(2, "list-encoding", "the list is UTF-16, but a letter here is broken", again);
    CHECK(find_problem(encode(u"a\n", is_big) + encode(std::u16string(1, 0xD834) + u"x", is_big).substr(2)) ==
          broken);
    CHECK(find_problem(encode(u"a\n" + std::u16string(1, 0xDD1E), is_big)) == broken);
    CHECK(find_problem(encode(u"a\n" + std::u16string(1, 0xD834), is_big)) == broken);
    CHECK(find_problem(encode(u"a\nb", is_big) + "x") ==
          error(2, "list-encoding", "the list is UTF-16, but ends within a letter", again));
    CHECK(find_problem(encode(std::u16string(u"a\n\0", 3), is_big)) ==
          error(2, "list-encoding", "the list holds a NUL byte, so it is no text", again));
  }
}

TEST_CASE("a title above the header does not hide the separator") {
  CHECK(parse_csv("Kundenliste\n\nFirma;Umsatz\nA;1,2\n", "").separator == ';');
  CHECK(parse_csv("Accounts\r\nby owner\r\n\r\nName,Owner\r\n", "").separator == ',');
  CHECK(parse_csv("Name\nA;1\n\nB;2\n", "").separator == ',');
  CHECK(parse_csv("sep=;\r\nFirma;Umsatz,x,y\r\n", "").separator == ';');
  CHECK(read("sep=;\r\nFirma;a,b,c\r\n") == std::vector<Cells>{{"Firma", "a,b,c"}});
  CHECK(parse_csv("sep=;\r\nFirma;Umsatz\r\n", "").blank_lines.empty());
  CHECK(read("sep=x;y\n") == std::vector<Cells>{{"sep=x", "y"}});
}

TEST_CASE("the lines of blank rows are kept") {
  const auto blank = [](std::string_view bytes) { return parse_csv(bytes, "").blank_lines; };
  CHECK(blank("a;b\n1;2\n").empty());
  CHECK(blank("a;b\n\n;\n1;2\n\"\";\" \"\n\n") == std::vector{2, 3, 5, 6});
  CHECK(blank("a\r\n\r\nb\r\n") == std::vector{2});
  CHECK(blank("a\r\rb") == std::vector{2});
  CHECK(blank("a\n  \n\t\nb\n") == std::vector{2, 3});
  CHECK(blank("a\n\"\n\n\"\n\"x\n\ny\"\n") == std::vector{2});
  CHECK(blank("\n\na\n") == std::vector{1, 2});
}

TEST_CASE("broken quotes are refused, with the line to look at") {
  const Problem open =
      error(3, "list-quote", "the quote that opens here is never closed", "Close the quote or remove it.");
  CHECK(find_problem("a,b\n\"x\",y\nz,\"open\n1,2\n3,4\n") == open);
  CHECK(find_problem("a,b\r\n\r\n\"") == open);
  CHECK(find_problem("a,b\n\"1\n\"\"2\"\"\n3\n") ==
        error(2, "list-quote", "the quote that opens here is never closed", "Close the quote or remove it."));
  const Problem behind = error(3, "list-quote", "a quoted cell goes on after its closing quote",
                               "Write a quote inside a quoted cell twice, or remove it.");
  CHECK(find_problem("a,b\n1,2\n\"x\" y,3\n4,5\n") == behind);
  CHECK(find_problem("a,b\n\"1\n2\"\"3\"4,5\n") == behind);
  CHECK(find_problem("a,b\n1,2\n\"x\" \"y\",3\n") == behind);
}

TEST_CASE("a list without a header is empty") {
  const Problem empty = error(0, "list-empty", "the list is empty",
                              "Its first line must name the columns, as in `Name,Revenue 2025`.");
  for (const auto* bytes : {"", "\xEF\xBB\xBF", "\n\r\n", ",,\n,\n"}) CHECK(find_problem(bytes) == empty);
  CHECK(read("Name,Umsatz\n").size() == 1);
}

TEST_CASE("the apostrophe that keeps spreadsheets from running a cell is taken off") {
  CHECK(read("'=1,'+1,'-1,'@x,'＝1,'＋1,'－1,'＠x") ==
        std::vector<Cells>{{"=1", "+1", "-1", "@x", "＝1", "＋1", "－1", "＠x"}});
  CHECK(read("\"'\tx\",\"'\rx\",\"'\nx\"") == std::vector<Cells>{{"\tx", "\rx", "\nx"}});
  CHECK(read("'t Hart,O'Neil,',''=1,x'=1") == std::vector<Cells>{{"'t Hart", "O'Neil", "'", "'=1", "x'=1"}});
}
