#include <optional>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "kam/render/render.hpp"
#include "kam/unicode/spreadsheet.hpp"
#include "kam/unicode/unicode.hpp"
#include "nasty.hpp"

using namespace kam;
using namespace std::chrono;

namespace {

using Records = std::vector<std::vector<std::string>>;

// RFC 4180, read strictly: nothing where a quote stands in an unquoted field, a closing quote is followed by
// text, or the last record does not end.
std::optional<Records> parse(const std::string& text, char separator) {
  Records records;
  std::vector<std::string> record;
  std::size_t i = 0;
  while (i < text.size()) {
    std::string field;
    if (text[i] == '"') {
      for (++i;; ++i) {
        if (i == text.size()) return std::nullopt;
        if (text[i] == '"' && text.substr(i + 1).starts_with('"'))
          ++i;
        else if (text[i] == '"')
          break;
        field += text[i];
      }
      ++i;
    } else {
      for (; i < text.size() && text[i] != separator && text[i] != '\n'; ++i) {
        if (text[i] == '"' || text[i] == '\r') return std::nullopt;
        field += text[i];
      }
    }
    if (i == text.size() || (text[i] != separator && text[i] != '\n')) return std::nullopt;
    record.push_back(field);
    if (text[i] == '\n') {
      records.push_back(record);
      record.clear();
    }
    ++i;
  }
  return records;
}

std::string field_of(const Cell& cell) {
  Table table;
  table.columns = {{"a", "", Align::left, 0}, {"b", "", Align::left, 0}};
  table.rows = {{cell, Count{1}}};
  const std::string csv = render_csv(table, CsvDialect::plain);
  CHECK(csv.starts_with("a,b\n"));
  CHECK(csv.ends_with(",1\n"));
  return csv.substr(4, csv.size() - 7);
}

}  // namespace

TEST_CASE("cells in CSV") {
  CHECK(field_of(Unknown{}).empty());
  CHECK(field_of(Text{"Weserguss AG", "weserguss"}) == "Weserguss AG");
  CHECK(field_of(Term{"key_account", "Schlüsselkunde"}) == "key_account");
  CHECK(field_of(Count{2026}) == "2026");
  CHECK(field_of(Number{3.456}) == "3.456");
  CHECK(field_of(Number{-5}) == "-5");
  CHECK(field_of(Score{66.666, Band::green, true, "*"}) == "66.67");
  CHECK(field_of(Score{67, Band::none, false, ""}) == "67.00");
  CHECK(field_of(Points{-4.125, true}) == "-4.13");
  CHECK(field_of(Points{4, true}) == "4.00");
  CHECK(field_of(Money{1240000}) == "1240000");
  CHECK(field_of(Money{-0.5}) == "-0.5");
  CHECK(field_of(Percent{40}) == "40.00");
  CHECK(field_of(Flag{true, "ja"}) == "true");
  CHECK(field_of(Flag{false, "nein"}) == "false");
  CHECK(field_of(Date{2026y / November / 4}) == "2026-11-04");
  CHECK(field_of(TextList{{"export", "offshore"}}) == "export;offshore");
  CHECK(field_of(TextList{}).empty());
}

TEST_CASE("fields are quoted only where they must be") {
  CHECK(field_of(Text{"a;b\tc 'd'", ""}) == "a;b\tc 'd'");
  CHECK(field_of(Text{"a,b", ""}) == "\"a,b\"");
  CHECK(field_of(Text{"say \"hi\"", ""}) == "\"say \"\"hi\"\"\"");
  CHECK(field_of(Text{"a\nb", ""}) == "\"a\nb\"");
  CHECK(field_of(Text{"a\rb", ""}) == "\"a\rb\"");
}

TEST_CASE("no text is run as a formula") {
  for (const std::string start : {"=", "+", "-", "@", "\t", "＝", "＋", "－", "＠"}) {
    CAPTURE(start);
    CHECK(field_of(Text{start + "1", ""}) == "'" + start + "1");
    CHECK(field_of(Text{"a" + start + "b", ""}) == "a" + start + "b");
    if (start != "\t") CHECK(field_of(TextList{{start + "1", "b"}}) == "'" + start + "1;b");
  }
  CHECK(field_of(TextList{{"a", "=1"}}) == "a;'=1");  // where a German spreadsheet begins a cell
  CHECK(field_of(TextList{{"a;b", "c"}}) == "a\\u{3b}b;c");
  CHECK(field_of(Text{"\rx", ""}) == "\"'\rx\"");
  CHECK(field_of(Text{"\nx", ""}) == "\"'\nx\"");
  CHECK(field_of(Text{"'=x", ""}) == "''=x");
}

TEST_CASE("text in CSV does not drive a terminal") {
  CHECK(field_of(Text{"\x1B[31m\u202E\u009B", ""}) == "\\u{1b}[31m\\u{202e}\\u{9b}");
  CHECK(field_of(Text{"M\xFCller", ""}) == "M\uFFFDller");
}

TEST_CASE("tab-separated values follow the same rules") {
  Table table;
  table.columns = {{"a", "A", Align::left, 0}, {"b", "B", Align::right, 0}};
  table.rows = {{Text{"x,y", ""}, Text{"p\tq", ""}}, {Unknown{}, Text{"say \"hi\"", ""}}};
  CHECK(render_csv(table, CsvDialect::tsv) == "a\tb\nx,y\t\"p\tq\"\n\t\"say \"\"hi\"\"\"\n");
}

TEST_CASE("a single empty field is a record, not an empty line") {
  CHECK(render_csv(test::one_column({"", "a"}), CsvDialect::plain) == "text\n\"\"\na\n");
  Table table = test::one_column({});
  CHECK(render_csv(table, CsvDialect::plain) == "text\n");
}

TEST_CASE("nasty texts come back from CSV") {
  const auto texts = test::nasty_texts();
  for (const auto& [separator, sign] :
       {std::pair{CsvDialect::plain, ','}, std::pair{CsvDialect::tsv, '\t'}}) {
    const auto records = parse(render_csv(test::one_column(texts), separator), sign);
    REQUIRE(records.has_value());
    REQUIRE(records->size() == texts.size() + 1);
    for (std::size_t i = 0; i < texts.size(); ++i) {
      CAPTURE(texts[i]);
      REQUIRE((*records)[i + 1].size() == 1);
      const std::string& field = (*records)[i + 1].front();
      for (const char32_t c : decode_utf8(field))
        CHECK((!is_control(c) || c == U'\t' || c == U'\n' || c == U'\r'));
      const auto first = decode_utf8(field);
      CHECK((first.empty() ||
             std::u32string_view(U"=+-@\t\r\n＝＋－＠").find(first[0]) == std::u32string_view::npos));
      std::string expected;  // broken UTF-8 as U+FFFD
      for (const char32_t c : decode_utf8(texts[i])) append_utf8(expected, c);
      CHECK(unguard_cell(field) == expected);
    }
  }
}

TEST_CASE("each dialect has its separator, decimal mark, line end and beginning") {
  Table table;
  table.columns = {
      {"id", "", Align::left, 0}, {"amount", "", Align::right, 0}, {"share", "", Align::right, 0}};
  table.rows = {{Text{"007", {}}, Money{1234.5}, Percent{12.345}}, {Text{"a;b", {}}, Unknown{}, Count{2026}}};
  CHECK(render_csv(table, CsvDialect::plain) == "id,amount,share\n007,1234.5,12.35\na;b,,2026\n");
  CHECK(render_csv(table, CsvDialect::tsv) == "id\tamount\tshare\n007\t1234.5\t12.35\na;b\t\t2026\n");
  CHECK(render_csv(table, CsvDialect::rfc4180) == "id,amount,share\r\n007,1234.5,12.35\r\na;b,,2026\r\n");
  CHECK(render_csv(table, CsvDialect::excel_en) ==
        "\xEF\xBB\xBFid,amount,share\r\n'007,1234.5,12.35\r\na;b,,2026\r\n");
  CHECK(render_csv(table, CsvDialect::excel_de) ==
        "\xEF\xBB\xBFid;amount;share\r\n'007;1234,5;12,35\r\n\"a;b\";;2026\r\n");
}

TEST_CASE("raw text stands as it is") {
  const auto table = test::one_column({"=1+1", "'=2"});
  CHECK(render_csv(table, CsvDialect::plain) == "text\n'=1+1\n''=2\n");
  CHECK(render_csv(table, CsvDialect::plain, CsvText::raw) == "text\n=1+1\n'=2\n");
}
