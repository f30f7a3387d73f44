#include <array>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "kam/unicode/invisible.hpp"
#include "kam/unicode/unicode.hpp"

using namespace kam;
using namespace std::literals;

TEST_CASE("well-formed UTF-8 has no invalid byte") {
  for (const auto text : {""sv, "plain"sv, "Müller & Söhne"sv, "株式会社"sv, "👩‍🚀"sv, "\0nul"sv,
                          "\xF4\x8F\xBF\xBF"sv}) {
    CAPTURE(text);
    CHECK_FALSE(find_invalid_utf8(text).has_value());
  }
}

TEST_CASE("the first broken byte is found") {
  struct Row {
    std::string_view text;
    std::size_t offset;
  };
  for (const auto& row : std::array{
           Row{"\xFF", 0},
           Row{"M\xFCller", 1},                // Latin-1
           Row{"ab\xC3", 2},                   // cut off
           Row{"a\xE2\x82", 1},                // cut off after two
           Row{"\xC0\xAF", 0},                 // overlong
           Row{"x\xED\xA0\x80", 1},            // a surrogate
           Row{"\xF4\x90\x80\x80", 0},         // above U+10FFFF
           Row{"\x80 continuation first", 0},  // without a first byte
           Row{"ä\xC3(", 2},
       }) {
    CAPTURE(row.text);
    REQUIRE(find_invalid_utf8(row.text).has_value());
    CHECK(*find_invalid_utf8(row.text) == row.offset);
  }
}

TEST_CASE("text becomes code points and goes back") {
  CHECK(decode_utf8("aä株👍") == U"aä株👍");
  CHECK(decode_utf8("a\xFF"
                    "b\xC3") == U"a\uFFFDb\uFFFD");
  CHECK(decode_utf8("").empty());
  std::string text;
  for (const char32_t code_point : U"aä株👍"sv) append_utf8(text, code_point);
  CHECK(text == "aä株👍");
}

TEST_CASE("controls are C0, DEL, C1 and the bidirectional ones") {
  for (const char32_t code_point :
       {U'\0',     U'\x01',   U'\t',     U'\n',     U'\x1B',   U'\x1F',   U'\x7F',   U'\x80',
        U'\x9B',   U'\x9F',   U'\u061C', U'\u200E', U'\u200F', U'\u2028', U'\u2029', U'\u202A',
        U'\u202B', U'\u202C', U'\u202D', U'\u202E', U'\u2066', U'\u2067', U'\u2068', U'\u2069'}) {
    CAPTURE(static_cast<unsigned>(code_point));
    CHECK(is_control(code_point));
  }
  for (const char32_t code_point : {U' ', U'~', U'\u00A0', U'\u061B', U'\u061D', U'\u200D', U'\u2010',
                                    U'\u2027', U'\u202F', U'\u2065', U'\u206A', U'ä'}) {
    CAPTURE(static_cast<unsigned>(code_point));
    CHECK_FALSE(is_control(code_point));
  }
}

TEST_CASE("controls are shown escaped, everything else stays") {
  struct Row {
    std::string_view text;
    std::string_view safe;
  };
  for (const auto& row : std::array{
           Row{"", ""},
           Row{"Müller & Söhne \\ 株式会社 👩‍🚀",
               "Müller & Söhne \\ 株式会社 👩‍🚀"},
           Row{"\x1B[31mred", "\\u{1b}[31mred"},
           Row{"a\tb\nc\rd", "a\\u{9}b\\u{a}c\\u{d}d"},
           Row{"\0"sv, "\\u{0}"},
           Row{"\x7F", "\\u{7f}"},
           Row{"\u009B31m", "\\u{9b}31m"},
           Row{"\u202Egnp.exe\u202C", "\\u{202e}gnp.exe\\u{202c}"},
           Row{"a\u2028b", "a\\u{2028}b"},
           Row{"M\xFCller", "M\uFFFDller"},
           Row{"\x9B"
               "31m",
               "\uFFFD31m"},
       })
    CHECK(escape_controls(row.text) == row.safe);
}

TEST_CASE("at a terminal is seen what nobody sees") {
  CHECK(escape_for_terminal("V\u200BW\u00AD\uFEFF\x1B") == "V\\u{200b}W\\u{ad}\\u{feff}\\u{1b}");
  CHECK(escape_for_terminal("👩\u200D🚀 ❤\uFE0F") == "👩\\u{200d}🚀 ❤\\u{fe0f}");
  CHECK(escape_for_terminal("V\U000E0041\u034F") == "V\\u{e0041}\\u{34f}");
  CHECK(escape_controls("V\u200BW\u00AD\u202E") == "V\u200BW\u00AD\\u{202e}");
}
