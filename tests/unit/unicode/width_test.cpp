#include <array>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "kam/unicode/unicode.hpp"

using namespace kam;

TEST_CASE("columns that a text takes") {
  struct Row {
    std::string_view text;
    int width;
  };
  for (const auto& row : std::array{
           Row{"", 0},
           Row{"plain", 5},
           Row{"Müller", 6},
           Row{"Mu\u0308ller", 6},  // combining
           Row{"\u0301", 0},        // combining nothing
           Row{"株式会社", 8},
           Row{"ｶﾅ", 2},    // half width
           Row{"ＡＢ", 4},  // full width
           Row{"한국", 4},
           Row{"\u1112\u1161\u11AB", 2},  // the same syllable in parts
           Row{"🙂", 2},
           Row{"👩‍🚀", 2},  // joined by a zero width joiner
           Row{"👨‍👩‍👧‍👦!", 3},
           Row{"👍🏽", 2},  // with a skin tone
           Row{"🇩🇪", 2},        // a flag
           Row{"🇩🇪🇫🇷", 4},
           Row{"🇩", 2},
           Row{"🇿", 2},
           Row{"❤", 1},
           Row{"❤\uFE0F", 2},  // as emoji
           Row{"1\uFE0F\u20E3", 2},
           Row{"\uFE0F", 0},
           Row{"\U0001FAE9", 2},  // younger than the tables
           Row{"\u200B", 0},
           Row{"████████▏░", 10},
           Row{"–…·→", 4},
           Row{"\xFF", 1},  // shown as U+FFFD
       }) {
    CAPTURE(row.text);
    CHECK(display_width(row.text) == row.width);
  }
}

TEST_CASE("cut to a width") {
  struct Row {
    std::string_view text;
    int width;
    std::string_view cut;
  };
  for (const auto& row : std::array{
           Row{"Weserguss", 9, "Weserguss"},
           Row{"Weserguss", 10, "Weserguss"},
           Row{"Weserguss", 8, "Wesergu…"},
           Row{"Weserguss", 2, "W…"},
           Row{"Weserguss", 1, "…"},
           Row{"Weserguss", 0, ""},
           Row{"Weserguss", -3, ""},
           Row{"", 0, ""},
           Row{"株式会社", 8, "株式会社"},
           Row{"株式会社", 7, "株式会…"},
           Row{"株式会社", 6, "株式…"},  // a half character does not fit
           Row{"株式会社", 2, "…"},
           Row{"e\u0301e\u0301e\u0301", 2, "e\u0301…"},
           Row{"👩‍🚀👩‍🚀", 3, "👩‍🚀…"},
           Row{"🇩🇪🇫🇷", 3, "🇩🇪…"},
           Row{"株ab", 3, "株…"},
           Row{"ab株cd", 3, "ab…"},
       }) {
    CAPTURE(row.text);
    CAPTURE(row.width);
    CHECK(cut_to_width(row.text, row.width) == row.cut);
  }
}

TEST_CASE("what was cut never takes more than the width") {
  for (const std::string text :
       {"Müller & Söhne 株式会社 👩‍🚀🇩🇪 e\u0301", "株a株a株", "❤\uFE0F❤\uFE0F"})
    for (int width = 0; width < 30; ++width) {
      CAPTURE(text);
      CAPTURE(width);
      CHECK(display_width(cut_to_width(text, width)) <= width);
    }
}
