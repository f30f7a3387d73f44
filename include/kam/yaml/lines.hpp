#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace kam {

// Lines and the room between words. `text` is in kam's byte profile: a carriage return stands only before a
// line feed.

constexpr bool is_blank(char c) {
  return c == ' ' || c == '\t';
}
constexpr bool is_break(char c) {
  return c == '\n' || c == '\r';
}

// The byte at `pos`, or a line feed behind the end.
constexpr char byte_at(std::string_view text, std::size_t pos) {
  return pos < text.size() ? text[pos] : '\n';
}

// Of the first line, behind the byte-order mark.
std::size_t start_of_line(std::string_view text, std::size_t pos);
// The offset of the line's break (its CR, if it has one), or of the text's end.
std::size_t end_of_line(std::string_view text, std::size_t pos);
// Behind the line's break.
std::size_t start_of_next_line(std::string_view text, std::size_t pos);
std::size_t skip_blanks(std::string_view text, std::size_t pos);

// A run of blanks and line breaks; without a break it is text.
struct Fold {
  std::size_t breaks = 0;
  std::size_t end = 0;
};
Fold scan_fold(std::string_view text, std::size_t pos);

// The first tab that indents a line which begins in [begin, end).
std::optional<std::size_t> find_indenting_tab(std::string_view text, std::size_t begin, std::size_t end);

// Blanks, line breaks and comments.
struct Gap {
  std::size_t end = 0;
  std::optional<std::size_t> tab;  // one that indents what follows the gap
};
Gap scan_gap(std::string_view text, std::size_t pos);

}  // namespace kam
