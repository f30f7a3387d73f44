#include <cmath>
#include <limits>
#include <string>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "kam/render/render.hpp"
#include "kam/unicode/unicode.hpp"
#include "nasty.hpp"

using namespace kam;

TEST_CASE("data as JSON, keys in the order given") {
  const Data data = Data::Record{{"kam", 1},
                                 {"as_of", "2026-11-24"},
                                 {"score", 66.67},
                                 {"whole", 67.0},
                                 {"negative", -3.0},
                                 {"unknown", Data{}},
                                 {"stale", false},
                                 {"accounts", Data::List{Data::Record{{"id", "weserguss"}}, Data::List{}}},
                                 {"empty", Data::Record{}}};
  CHECK(render_json(data) == R"({
  "kam": 1,
  "as_of": "2026-11-24",
  "score": 66.67,
  "whole": 67,
  "negative": -3,
  "unknown": null,
  "stale": false,
  "accounts": [
    {
      "id": "weserguss"
    },
    []
  ],
  "empty": {}
}
)");
}

TEST_CASE("numbers in JSON") {
  CHECK(render_json(0.1) == "0.1\n");
  CHECK(render_json(-0.0) == "0\n");
  CHECK(render_json(10005534.0) == "10005534\n");
  CHECK(render_json(9007199254740992.0) == "9007199254740992\n");
  CHECK(render_json(-9007199254740992.0) == "-9007199254740992\n");
  CHECK(render_json(1e300) == "1e+300\n");
  CHECK(render_json(std::numeric_limits<double>::quiet_NaN()) == "null\n");
  CHECK(render_json(std::numeric_limits<double>::infinity()) == "null\n");
  CHECK(render_json(std::int64_t{9007199254740993}) == "9007199254740993\n");
}

TEST_CASE("texts in JSON: UTF-8 as it is, controls escaped") {
  CHECK(render_json("Müller 株式会社 👩‍🚀") == "\"Müller 株式会社 👩‍🚀\"\n");
  CHECK(render_json("a\"b\\c\n\t\x1B") == "\"a\\\"b\\\\c\\n\\t\\u001b\"\n");
  CHECK(render_json("\x7F\u0085\u202E\u2028\u061C") == "\"\\u007f\\u0085\\u202e\\u2028\\u061c\"\n");
  CHECK(render_json("M\xFCller") == "\"M\uFFFDller\"\n");
}

TEST_CASE("nasty texts and keys come back from JSON") {
  for (const auto& text : test::nasty_texts()) {
    CAPTURE(text);
    const std::string json = render_json(Data::Record{{text, Data::List{text}}});
    for (const char32_t c : decode_utf8(json)) CHECK((!is_control(c) || c == U'\n'));
    if (find_invalid_utf8(text)) continue;
    const auto parsed = nlohmann::json::parse(json);
    CHECK(parsed.at(text).at(0).get<std::string>() == text);
  }
}

TEST_CASE("a table's rows as records") {
  Table table;
  table.columns = {{"id", "Id", Align::left, 0}, {"fulfilment", "Erfüllungsgrad", Align::right, 3}};
  table.rows = {{Text{"weserguss", ""}, Score{66.666, Band::none, false, ""}}, {Text{"x", ""}, Unknown{}}};
  CHECK(table_records(table) == Data::List{Data::Record{{"id", "weserguss"}, {"fulfilment", 66.67}},
                                           Data::Record{{"id", "x"}, {"fulfilment", Data{}}}});
  table.rows.clear();
  CHECK(table_records(table).empty());
}
