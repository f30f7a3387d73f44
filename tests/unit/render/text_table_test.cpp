#include "render/pages/text_table.hpp"

#include <string>

#include <doctest/doctest.h>

#include "kam/unicode/unicode.hpp"
#include "nasty.hpp"

using namespace kam;

namespace {

std::string laid_out(const Table& table, std::optional<int> width = std::nullopt, Color color = Color::off,
                     Language language = Language::de) {
  std::string out;
  for (const auto& line : lay_out_table(table, language, width)) write_line(out, line, color);
  return "\n" + out;
}

Table inventory() {
  Table table;
  table.columns = {{"rank", "#", Align::right, 0},
                   {"name", "Kunde", Align::left, 0},
                   {"revenue", "Umsatz", Align::right, 1},
                   {"fulfilment", "Erfüllung", Align::left, 2},
                   {"qualification", "Einstufung", Align::left, 3}};
  table.rows = {{Count{1}, Text{"Nordlicht Windkraft GmbH", "nordlicht"}, Money{1240000},
                 Score{67, Band::green, true, ""}, Term{"key_account", "Schlüsselkunde"}},
                {Count{10}, Text{"株式会社", ""}, Money{-980}, Score{40, Band::amber, true, "*"}, Unknown{}},
                {Count{11}, Text{"Weserguss AG", ""}, Unknown{}, Unknown{}, Term{"unknown", "Noch offen"}}};
  return table;
}

Table texts(const std::vector<std::string>& row, const std::vector<int>& ranks) {
  Table table;
  table.rows.emplace_back();
  for (std::size_t i = 0; i < row.size(); ++i) {
    table.columns.push_back({"k", "T", Align::left, ranks[i]});
    table.rows.front().emplace_back(Text{row[i], ""});
  }
  return table;
}

std::string x(int count) {
  return std::string(static_cast<std::size_t>(count), 'x');
}

}  // namespace

TEST_CASE("columns are aligned whatever the script") {
  CHECK(laid_out(inventory()) == R"(
 #  Kunde                        Umsatz  Erfüllung        Einstufung
 1  Nordlicht Windkraft GmbH  1.240.000  ██████▋░░░  67   Schlüsselkunde
10  株式会社                       -980  ████░░░░░░  40*  –
11  Weserguss AG                      –  –                Noch offen
)");
}

TEST_CASE("colour is the band's and nothing else's") {
  Table table = inventory();
  table.columns.erase(table.columns.begin() + 1, table.columns.begin() + 3);
  for (auto& row : table.rows) row.erase(row.begin() + 1, row.begin() + 3);
  table.rows.push_back({Count{2}, Score{20, Band::red, true, ""}, Score{5, Band::none, false, ""}});
  table.rows.push_back({Count{3}, Score{20, Band::none, true, ""}, Text{"x", ""}});
  CHECK(laid_out(table, std::nullopt, Color::on) ==
        "\n \x1B[1m#\x1B[0m  \x1B[1mErfüllung\x1B[0m        \x1B[1mEinstufung\x1B[0m\n"
        " 1  \x1B[32m██████▋░░░  67\x1B[0m   Schlüsselkunde\n"
        "10  \x1B[33m████░░░░░░  40\x1B[0m*  –\n"
        "11  –                Noch offen\n"
        " 2  \x1B[31m██░░░░░░░░  20\x1B[0m   5\n"
        " 3  ██░░░░░░░░  20   x\n");
}

TEST_CASE("scores without a bar stand under one another, their marks beside") {
  Table table;
  table.columns = {{"a", "A", Align::right, 0}, {"b", "B", Align::left, 0}};
  table.rows = {{Score{5, Band::none, false, ""}, Score{100, Band::none, false, ""}},
                {Score{100, Band::none, false, "*"}, Score{7, Band::none, false, ""}},
                {Unknown{}, Unknown{}},
                {Money{1000}, Text{"x", ""}}};
  CHECK(laid_out(table) == R"(
     A  B
    5   100
  100*    7
    –   –
1.000   x
)");
  table.rows = {{Score{5, Band::none, true, ""}, Score{5, Band::none, false, ""}},
                {Score{6, Band::none, false, ""}, Score{60, Band::none, false, ""}}};
  CHECK(laid_out(table) == R"(
A               B
▌░░░░░░░░░   5   5
             6  60
)");
}

TEST_CASE("facts have no header row") {
  Table table;
  table.head = Table::Head::hidden;
  table.columns = {{"label", "Label nobody sees", Align::left, 0}, {"value", "", Align::left, 0}};
  table.rows = {{Text{"Umsatz", ""}, Money{5}}, {Text{"Attraktivität", ""}, Text{"hoch", ""}}};
  CHECK(laid_out(table) == "\nUmsatz         5\nAttraktivität  hoch\n");
  table.rows.clear();
  CHECK(laid_out(table) == "\n");
}

TEST_CASE("a table without rows is its header") {
  Table table = inventory();
  table.rows.clear();
  CHECK(laid_out(table) == "\n#  Kunde  Umsatz  Erfüllung  Einstufung\n");
  CHECK(laid_out(Table{}) == "\n\n");
  CHECK(laid_out(Table{}, 10) == "\n\n");
}

TEST_CASE("without a width nothing is cut or dropped") {
  Table table = texts({x(500), x(400)}, {9, 9});
  CHECK(laid_out(table) == "\nT" + std::string(501, ' ') + "T\n" + x(500) + "  " + x(400) + "\n");
}

TEST_CASE("bars go before a column does, then the columns with the highest rank") {
  // 2 + 2 + 24 + 2 + 9 + 2 + 15 + 2 + 14 columns; without bars 6 less
  CHECK(laid_out(inventory(), 72) == laid_out(inventory()));
  CHECK(laid_out(inventory(), 71) == R"(
 #  Kunde                        Umsatz  Erfüllung  Einstufung
 1  Nordlicht Windkraft GmbH  1.240.000  67         Schlüsselkunde
10  株式会社                       -980  40*        –
11  Weserguss AG                      –  –          Noch offen
)");
  CHECK(laid_out(inventory(), 66) == laid_out(inventory(), 71));
  CHECK(laid_out(inventory(), 65) == R"(
 #  Kunde                        Umsatz  Erfüllung
 1  Nordlicht Windkraft GmbH  1.240.000  ██████▋░░░  67
10  株式会社                       -980  ████░░░░░░  40*
11  Weserguss AG                      –  –
)");
  CHECK(laid_out(inventory(), 56) == laid_out(inventory(), 65));
  CHECK(laid_out(inventory(), 55) == R"(
 #  Kunde                        Umsatz  Erfüllung
 1  Nordlicht Windkraft GmbH  1.240.000  67
10  株式会社                       -980  40*
11  Weserguss AG                      –  –
)");
  CHECK(laid_out(inventory(), 50) == laid_out(inventory(), 55));
  CHECK(laid_out(inventory(), 49) == R"(
 #  Kunde                        Umsatz
 1  Nordlicht Windkraft GmbH  1.240.000
10  株式会社                       -980
11  Weserguss AG                      –
)");
  CHECK(laid_out(inventory(), 38) == R"(
 #  Kunde
 1  Nordlicht Windkraft GmbH
10  株式会社
11  Weserguss AG
)");
}

TEST_CASE("of equal ranks the last goes first, wherever it stands") {
  CHECK(laid_out(texts({"one", "two", "three", "four"}, {1, 2, 2, 0}), 16) ==
        "\nT    T    T\none  two  four\n");
  CHECK(laid_out(texts({"one", "two", "three", "four"}, {3, 1, 2, 0}), 16) ==
        "\nT    T      T\ntwo  three  four\n");
  CHECK(laid_out(texts({"one", "two"}, {0, 0}), 8) == "\nT    T\none  two\n");
}

TEST_CASE("a long text makes room before a column is dropped for it") {
  // 32 columns are enough for a text to be told from others
  const Table table = texts({x(100), "abc"}, {0, 1});
  CHECK(laid_out(table, 37) == "\nT" + std::string(33, ' ') + "T\n" + x(31) + "…  abc\n");
  CHECK(laid_out(table, 36) == "\nT\n" + x(35) + "…\n");
  CHECK(laid_out(table, 60) == "\nT" + std::string(56, ' ') + "T\n" + x(54) + "…  abc\n");
}

TEST_CASE("then the widest texts are cut, but not to nothing") {
  CHECK(laid_out(texts({x(20), x(12)}, {0, 0}), 30) ==
        "\nT" + std::string(17, ' ') + "T\n" + x(15) + "…  " + x(12) + "\n");
  CHECK(laid_out(texts({x(20), x(12)}, {0, 0}), 24) == "\nT            T\n" + x(10) + "…  " + x(10) + "…\n");
  CHECK(laid_out(texts({x(20), x(12)}, {0, 0}), 18) == "\nT         T\n" + x(7) + "…  " + x(7) + "…\n");
  // eight columns each are the least; the terminal's edge cuts the rest
  CHECK(laid_out(texts({x(20), x(12)}, {0, 0}), 15) == "\nT         T\n" + x(7) + "…  " + x(4) + "…\n");
  CHECK(laid_out(texts({"abc", x(12)}, {0, 0}), 10) == "\nT    T\nabc  " + x(4) + "…\n");
}

TEST_CASE("values are never cut in their column, titles are") {
  Table table;
  table.columns = {{"a", "Wichtigkeit der Anforderung", Align::right, 0}, {"b", "B", Align::left, 0}};
  table.rows = {{Money{1240000}, Text{x(20), ""}}};
  CHECK(laid_out(table, 24) == "\nWichtigkei…  B\n  1.240.000  " + x(10) + "…\n");
  CHECK(laid_out(table, 20) == "\nWichtigk…  B\n1.240.000  " + x(8) + "…\n");
}

TEST_CASE("the labels of facts outlive their values") {
  Table table;
  table.head = Table::Head::hidden;
  table.columns = {{"label", "", Align::left, 0}, {"value", "", Align::left, 0}};
  table.rows = {{Text{"Zusammenarbeit", ""}, Text{x(30), ""}}};
  CHECK(laid_out(table, 24) == "\nZusammenarbeit  " + x(7) + "…\n");
}

TEST_CASE("no text drives the terminal or breaks a row, and no line is wider than the terminal") {
  Table table = test::one_column(test::nasty_texts());
  table.columns.front().title = "\x1B[31m\n";
  table.columns.push_back({"s", "Score", Align::left, 3});
  for (auto& row : table.rows) row.emplace_back(Score{50, Band::red, true, "\x1B*"});
  for (const int width : {5, 12, 33, 80, 400}) {
    CAPTURE(width);
    const auto lines = lay_out_table(table, Language::de, width);
    CHECK(lines.size() == table.rows.size() + 1);
    for (const auto& line : lines) {
      CHECK(line_width(line) <= width);
      for (const auto& piece : line)
        for (const char32_t c : decode_utf8(piece.text)) CHECK_FALSE(is_control(c));
    }
  }
}

TEST_CASE("a word shows its band") {
  Table table;
  table.columns = {{"state", "State", Align::left, 0}};
  table.rows = {{Term{"overdue", "overdue", Band::red}}, {Term{"open", "open"}}};
  CHECK(laid_out(table, std::nullopt, Color::on).find("\x1b[31moverdue\x1b[0m\nopen\n") != std::string::npos);
  CHECK(laid_out(table) == "\nState\noverdue\nopen\n");
}
