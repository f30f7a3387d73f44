#include "render/pages/styled.hpp"

#include <doctest/doctest.h>

using namespace kam;

namespace {

using Written = std::vector<std::string>;

std::string written(const StyledLine& line, Color color = Color::off) {
  std::string out;
  write_line(out, line, color);
  return out;
}

Written wrapped(const StyledLine& line, std::optional<int> width, Indent indent = {},
                Color color = Color::off) {
  Written lines;
  for (const auto& one : wrap_line(line, width, indent)) lines.push_back(written(one, color));
  return lines;
}

StyledLine plain(std::string text) {
  return {Piece{std::move(text)}};
}

}  // namespace

TEST_CASE("escape sequences only where colour is on") {
  const StyledLine line{Piece{"a", Style::bold},  Piece{"b"},
                        Piece{"c", Style::red},   Piece{"d", Style::amber},
                        Piece{"e", Style::green}, Piece{"f", Style::dim}};
  CHECK(written(line) == "abcdef\n");
  CHECK(written(line, Color::on) ==
        "\x1B[1ma\x1B[0mb\x1B[31mc\x1B[0m\x1B[33md\x1B[0m\x1B[32me\x1B[0m\x1B[2mf\x1B[0m\n");
}

TEST_CASE("no blanks at a line's end") {
  CHECK(written({}) == "\n");
  CHECK(written(plain("a  ")) == "a\n");
  CHECK(written({Piece{" a "}, Piece{"  ", Style::bold}, Piece{""}}, Color::on) == " a\n");
  CHECK(written({Piece{"a "}, Piece{"b "}}) == "a b\n");
  CHECK(written(plain("   ")) == "\n");
}

TEST_CASE("the width of a line is that of its pieces") {
  CHECK(line_width({}) == 0);
  CHECK(line_width({Piece{"株"}, Piece{"ab", Style::red}}) == 4);
}

TEST_CASE("a line is cut in the piece that does not fit") {
  const StyledLine line{Piece{"abc", Style::bold}, Piece{"de"}, Piece{"fgh", Style::red}};
  CHECK(written(cut_line(line, 9)) == "abcdefgh\n");
  CHECK(written(cut_line(line, 8)) == "abcdefgh\n");
  CHECK(written(cut_line(line, 7)) == "abcdef…\n");
  CHECK(written(cut_line(line, 6)) == "abcde…\n");
  CHECK(written(cut_line(line, 5)) == "abcd…\n");
  CHECK(written(cut_line(line, 4)) == "abc…\n");
  CHECK(written(cut_line(line, 3)) == "ab…\n");
  CHECK(written(cut_line(line, 1)) == "…\n");
  CHECK(written(cut_line(line, 0)) == "\n");
  CHECK(written(cut_line(line, 7), Color::on) == "\x1B[1mabc\x1B[0mde\x1B[31mf…\x1B[0m\n");
  CHECK(written(cut_line({Piece{"ab"}, Piece{""}, Piece{"cd"}}, 3)) == "ab…\n");
}

TEST_CASE("text breaks at blanks") {
  CHECK(wrapped(plain("one two three"), std::nullopt) == Written{"one two three\n"});
  CHECK(wrapped(plain("one  two"), 8) == Written{"one  two\n"});  // fits: as it is
  CHECK(wrapped(plain("one two three"), 13) == Written{"one two three\n"});
  CHECK(wrapped(plain("one two three"), 12) == Written{"one two\n", "three\n"});
  CHECK(wrapped(plain("one two three"), 7) == Written{"one two\n", "three\n"});
  CHECK(wrapped(plain("one two three"), 6) == Written{"one\n", "two\n", "three\n"});
  CHECK(wrapped(plain("  one   two three "), 7) == Written{"one two\n", "three\n"});
  CHECK(wrapped(plain("40\u00A0% three"), 6) == Written{"40\u00A0%\n", "three\n"});
  CHECK(wrapped(plain("株式 会社"), 8) == Written{"株式\n", "会社\n"});
  CHECK(wrapped(plain("       "), 3) == Written{"\n"});
}

TEST_CASE("a word that is too wide stands alone") {
  CHECK(wrapped(plain("a https://example.com b"), 6) == Written{"a\n", "https://example.com\n", "b\n"});
  CHECK(wrapped(plain("abcdefgh"), 3) == Written{"abcdefgh\n"});
}

TEST_CASE("lines are indented, the first in its own way") {
  CHECK(wrapped(plain("one two"), std::nullopt, {2, 4}) == Written{"  one two\n"});
  CHECK(wrapped(plain("one two"), 9, {2, 4}) == Written{"  one two\n"});
  CHECK(wrapped(plain("one two six"), 9, {2, 4}) == Written{"  one two\n", "    six\n"});
  CHECK(wrapped(plain("one two six"), 8, {2, 4}) == Written{"  one\n", "    two\n", "    six\n"});
  CHECK(wrapped(plain("one two abcd ef"), 11, {2, 4}) == Written{"  one two\n", "    abcd ef\n"});
}

TEST_CASE("words keep their styles, and some text never breaks") {
  const StyledLine line{Piece{"see "}, Piece{"ab cd", Style::bold}, Piece{". more"}};
  CHECK(wrapped(line, 6, {}, Color::on) ==
        Written{"see \x1B[1mab\x1B[0m\n", "\x1B[1mcd\x1B[0m.\n", "more\n"});
  CHECK(wrapped(line, 10, {}, Color::on) == Written{"see \x1B[1mab cd\x1B[0m.\n", "more\n"});
  const StyledLine command{Piece{"Next: "}, Piece{"kam assess x -i", Style::plain, Piece::Breaking::never}};
  CHECK(wrapped(command, 21) == Written{"Next: kam assess x -i\n"});
  CHECK(wrapped(command, 20) == Written{"Next:\n", "kam assess x -i\n"});
  CHECK(wrapped(command, 5) == Written{"Next:\n", "kam assess x -i\n"});
}
