#include <array>
#include <string_view>

#include <doctest/doctest.h>

#include "kam/unicode/unicode.hpp"

using namespace kam;

TEST_CASE("names that a reader takes for one fold to one") {
  struct Row {
    std::string_view a;
    std::string_view b;
  };
  for (const auto& row : std::array{
           Row{"Weserguss AG", "WESERGUSS ag"},
           Row{"Müller", "Mu\u0308ller"},
           Row{"Straße", "STRASSE"},
           Row{"Straße", "straẞe"},
           Row{"ＡＢＣ", "abc"},
           Row{"Weserguss AG", "  Weserguss \t\u00A0 AG\n"},
           Row{"Weserguss AG", "Weserguss\u3000AG"},
           Row{"Weserguss AG", "Weserguss\u1680AG"},
           Row{"Weserguss AG", "Weserguss\u0085AG"},
           Row{"Weserguss AG", "Weserguss\u2028AG"},
           Row{"Weserguss AG", "Weserguss\u2029AG"},
           Row{"Weserguss AG",
               "Weserguss\x0D\x09"
               "AG"},
           Row{"ΣΊΣΥΦΟΣ", "σίσυφος"},
           Row{"ﬁrma", "FIRMA"},
           Row{"", " \t "},
           // What nobody sees.
           Row{"Weserguss AG", "Weser\u00ADguss\u200B AG\uFEFF"},
           Row{"Weserguss AG", "\u2060Weserguss \U000E0020AG\uFE0F"},
           Row{"Weserguss AG", "W\u034Feserguss\u115F A\u200D\u200CG\u3164"},
           Row{"", "\u200B"},
       })
    CHECK(fold_name(row.a) == fold_name(row.b));
}

TEST_CASE("the folded form itself") {
  CHECK(fold_name(" Müller  &\tSöhne ") == "müller & söhne");
  CHECK(fold_name("") == "");
  CHECK(fold_name("a\x08"
                  "b\x0E"
                  "c") ==
        "a\x08"
        "b\x0E"
        "c");
  CHECK(fold_name("M\xFCller") == "m\uFFFDller");
  CHECK(fold_name(std::string_view("a\0B", 3)) == std::string_view("a\0b", 3));
}

TEST_CASE("what nobody sees is not looked for") {
  CHECK(contains_folded("Weser\u200Bguss AG", "SERGUSS"));
  CHECK(contains_folded("Weserguss AG", "ser\u00ADguss"));
}

TEST_CASE("names that differ stay apart") {
  CHECK(fold_name("Muller") != fold_name("Müller"));
  CHECK(fold_name("Weser guss") != fold_name("Weserguss"));
}

TEST_CASE("contains, without case") {
  CHECK(contains_folded("Nordlicht Windkraft GmbH", "windKRAFT"));
  CHECK(contains_folded("Große Straße", "STRASS"));
  CHECK(contains_folded("Mu\u0308ller", "müll"));
  CHECK(contains_folded("anything", ""));
  CHECK(contains_folded("a  b", "a  b"));
  CHECK_FALSE(contains_folded("a b", "a  b"));
  CHECK_FALSE(contains_folded("Nordlicht", "Südlicht"));
  CHECK_FALSE(contains_folded("", "a"));
}
