// The CSV files that other readers are tested with, and every way in which one list can be written.

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "kam/lists/csv.hpp"
#include "kam/unicode/unicode.hpp"

using namespace kam;

namespace {

using Cells = std::vector<std::string>;
using Rows = std::vector<Cells>;

const std::filesystem::path kSpectrum = std::filesystem::path(KAM_SOURCE_DIR) / "tests/data/csv-spectrum";

std::string read_bytes(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  REQUIRE(stream.good());
  std::ostringstream bytes;
  bytes << stream.rdbuf();
  return bytes.str();
}

Rows read_rows(std::string_view bytes) {
  const CsvTable table = parse_csv(bytes, "list.csv");
  REQUIRE(table.problems.empty());
  Rows rows{table.header.cells};
  for (const CsvRow& row : table.rows) rows.push_back(row.cells);
  return rows;
}

// The records of the JSON file, in the order of `header`, a row each.
Rows expected_rows(const std::filesystem::path& path, const Cells& header) {
  const auto records = nlohmann::json::parse(read_bytes(path));
  Rows rows{header};
  for (const auto& record : records) {
    CHECK(record.size() == header.size());
    Cells& row = rows.emplace_back();
    for (const std::string& column : header) row.push_back(record.at(column).get<std::string>());
  }
  return rows;
}

// --- every way to write one list

enum class Encoding { utf8, utf8_mark, utf16_little, utf16_big, windows_1252 };
enum class Quoting { where_needed, everywhere };
struct Dialect {
  Encoding encoding;
  char separator;
  std::string_view line_end;
  Quoting quoting;
  std::size_t empty_columns;
};

std::string write_cell(const std::string& cell, const Dialect& dialect) {
  const bool needs = cell.find_first_of(std::string("\"\r\n") + dialect.separator) != std::string::npos;
  if (!needs && dialect.quoting == Quoting::where_needed) return cell;
  std::string quoted = "\"";
  for (const char c : cell) quoted += c == '"' ? "\"\"" : std::string(1, c);
  return quoted + '"';
}

std::string encode(const std::string& text, Encoding encoding) {
  if (encoding == Encoding::utf8) return text;
  if (encoding == Encoding::utf8_mark) return "\xEF\xBB\xBF" + text;
  std::string bytes = encoding == Encoding::utf16_little ? "\xFF\xFE"
                      : encoding == Encoding::utf16_big  ? "\xFE\xFF"
                                                         : "";
  for (const char32_t c : decode_utf8(text)) {
    const char high = static_cast<char>(c >> 8U);
    const char low = static_cast<char>(c & 0xFFU);
    if (encoding == Encoding::windows_1252)
      bytes += c == U'€' ? '\x80' : low;
    else
      bytes += encoding == Encoding::utf16_little ? std::string{low, high} : std::string{high, low};
  }
  return bytes;
}

std::string write_list(const Rows& rows, const Dialect& dialect) {
  std::string text;
  for (const Cells& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) text += dialect.separator;
      text += write_cell(row[i], dialect);
    }
    text.append(dialect.empty_columns, dialect.separator);
    text += dialect.line_end;
  }
  return encode(text, dialect.encoding);
}

std::vector<Dialect> all_dialects() {
  std::vector<Dialect> dialects;
  for (int encoding = 0; encoding <= static_cast<int>(Encoding::windows_1252); ++encoding)
    for (const char separator : {',', ';', '\t', '|'})
      for (const std::string_view line_end : {"\n", "\r\n", "\r"})
        for (const Quoting quoting : {Quoting::where_needed, Quoting::everywhere})
          for (const std::size_t empty_columns : {0U, 2U})
            dialects.push_back(
                {static_cast<Encoding>(encoding), separator, line_end, quoting, empty_columns});
  return dialects;
}

}  // namespace

TEST_CASE("csv-spectrum: each file says what its JSON says") {
  std::set<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(kSpectrum)) {
    if (entry.path().extension() != ".csv" || entry.path().stem() == "location_coordinates") continue;
    const std::string name = entry.path().stem().string();
    CAPTURE(name);
    names.insert(name);
    const Rows rows = read_rows(read_bytes(entry.path()));
    auto json = entry.path();
    CHECK(rows == expected_rows(json.replace_extension(".json"), rows.front()));
  }
  CHECK(names == std::set<std::string>{"comma_in_quotes", "empty", "empty_crlf", "escaped_quotes", "json",
                                       "newlines", "newlines_crlf", "quotes_and_newlines", "simple",
                                       "simple_crlf", "utf8"});
}

TEST_CASE("csv-spectrum: quotes inside cells that are not quoted are text") {
  CHECK(read_rows(read_bytes(kSpectrum / "location_coordinates.csv")) ==
        Rows{{"Contact Phone Number", "Location Coordinates", "Cities", "Counties"},
             {"2095257564", "37\uFFFD36'37.8\"N 121\uFFFD2'17.9\"W", "Modesto", "Stanislaus"}});
}

TEST_CASE("one list, in every dialect, is one list") {
  const Rows rows{{"Firma", "Größe", "Anmerkung"},
                  {"Müller & Söhne, Inh. \"Max\"", "5 €", "a;b|c\td,e"},
                  {"Zwei\nZeilen", "", "{\"type\": [1, 2]}"},
                  {"", "x", ""},
                  {"Ärzte's", "1.234,5", "'kein Formelzeichen"}};
  std::size_t count = 0;
  for (const Dialect& dialect : all_dialects()) {
    const std::string bytes = write_list(rows, dialect);
    CAPTURE(static_cast<int>(dialect.encoding));
    CAPTURE(bytes);
    Rows expected = rows;
    for (Cells& row : expected) row.resize(row.size() + dialect.empty_columns);
    CHECK(read_rows(bytes) == expected);
    ++count;
  }
  CHECK(count == 240);
}
