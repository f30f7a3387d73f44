#include "text/comments.hpp"

#include <doctest/doctest.h>

namespace kam::comments {

TEST_CASE("prose becomes comment lines") {
  CHECK(prose("") == "");
  CHECK(prose("one") == "# one\n");
  CHECK(prose("one two") == "# one two\n");
  CHECK(prose("first\nsecond line\n") == "# first\n# second line\n");
}

TEST_CASE("prose is wrapped at 100 columns between words") {
  const std::string ninety(90, 'x');
  CHECK(prose(ninety + " 1234567") == "# " + ninety + " 1234567\n");  // 2 + 90 + 1 + 7 = 100
  CHECK(prose(ninety + " 12345678") == "# " + ninety + "\n# 12345678\n");
  CHECK(prose(ninety + " 1234567 b c") == "# " + ninety + " 1234567\n# b c\n");
}

TEST_CASE("columns are characters, not bytes") {
  const std::string ninety(90, 'x');
  CHECK(prose(ninety + " äöüßÄÖÜ") == "# " + ninety + " äöüßÄÖÜ\n");
  CHECK(prose(ninety + " äöüßÄÖÜ…") == "# " + ninety + "\n# äöüßÄÖÜ…\n");
}

TEST_CASE("a word wider than the line stands alone") {
  const std::string wide(120, 'w');
  CHECK(prose(wide) == "# " + wide + "\n");
  CHECK(prose("a " + wide + " b") == "# a\n# " + wide + "\n# b\n");
}

TEST_CASE("remarks stand below each other") {
  CHECK(rows({{"a: 1", "one"}, {"longer: 2", "two"}, {"b: 3", ""}}, Form::live) ==
        "a: 1       # one\n"
        "longer: 2  # two\n"
        "b: 3\n");
  CHECK(rows({{"a:", "one"}, {"  b:", ""}}, Form::fill_in) == "#a:  # one\n#  b:\n");
  CHECK(rows({}, Form::live) == "");
}

TEST_CASE("a row without a remark does not push the others") {
  CHECK(rows({{"a: 1", "one"}, {"without_a_remark: 2", ""}}, Form::live) ==
        "a: 1  # one\nwithout_a_remark: 2\n");
}

TEST_CASE("a row too long to align carries its remark behind") {
  const std::string fits(56, 'f');
  const std::string too_long(57, 't');
  CHECK(rows({{"a", "one"}, {fits, "two"}}, Form::live) ==
        "a" + std::string(55, ' ') + "  # one\n" + fits + "  # two\n");
  CHECK(rows({{"a", "one"}, {too_long, "two"}}, Form::live) == "a  # one\n" + too_long + "  # two\n");
}

TEST_CASE("values of a catalogue begin below each other") {
  CHECK(entry("  ", "id", 5, "{}") == "  id:    {}");
  CHECK(entry("", "exact", 5, "{}") == "exact: {}");
  CHECK_MESSAGE(entry("", "wider_than_all", 5, "{}") == "wider_than_all: {}", "an example");
  struct Entry {
    std::string id;
  };
  CHECK(widest_id(std::vector<Entry>{}) == 0);
  CHECK(widest_id(std::vector<Entry>{{"a"}, {"abc"}, {"ab"}}) == 3);
}

TEST_CASE("one line whatever a label holds") {
  CHECK(one_line("") == "");
  CHECK(one_line("Qualität: gut # ja") == "Qualität: gut # ja");
  CHECK(one_line("a\nb\r\nc\td\x7f") == "a b  c d ");
  CHECK(one_line(std::string("nul\0", 4)) == "nul ");
  CHECK_MESSAGE(one_line("a\u0085b\u2028c\u2029d") == "a b c d", "line breaks of YAML 1.1");
  CHECK_MESSAGE(one_line("\u0080\u009f\u00a0é\u00bf") == "  \u00a0é\u00bf",
                "C1 controls, and what comes behind");
  CHECK(one_line("\u2027\u202a") == "\u2027\u202a");
  CHECK_MESSAGE(one_line("\xc2") == "\xc2", "cut off");
}

}  // namespace kam::comments
