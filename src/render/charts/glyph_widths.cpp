#include "render/charts/glyph_widths.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <string_view>

#include "kam/unicode/unicode.hpp"

namespace kam {

namespace {

// Thousandths of the font's size, for U+0020 to U+007E: Adobe's metrics of Helvetica.
constexpr std::array<int, 95> kAscii{
    278,  278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,  // blank to /
    556,  556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,  // 0 to ?
    1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,  // @ to O
    667,  778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,  // P to _
    333,  556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,  // ` to o
    556,  556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584};      // p to ~

constexpr int kSquare = 1000;
constexpr int kOtherLetter = 722;  // a capital's: the other alphabets' letters are not wider on average

int glyph_width(char32_t c, int columns) {
  if (c >= U' ' && c <= U'~') return kAscii.at(static_cast<std::size_t>(c - U' '));
  if (columns <= 0) return 0;
  return columns > 1 ? kSquare : kOtherLetter;
}

int glyph_width(char32_t c) {
  std::string one;
  append_utf8(one, c);
  return glyph_width(c, display_width(one));
}

// Thousandths of the font's size in tenths of a pixel, and 15 % more.
int to_estimate(long long thousandths, int font_size) {
  constexpr long long kMost = std::numeric_limits<int>::max();
  return static_cast<int>(std::min(thousandths * font_size * 23 / 2000, kMost));
}

// As much of the text as is too wide by itself: what stands behind it is never shown.
std::string too_wide_part(std::u32string_view letters, int font_size, int width) {
  std::string part;
  long long sum = 0;
  for (const char32_t c : letters) {
    append_utf8(part, c);
    sum += glyph_width(c);
    if (to_estimate(sum, font_size) > width) break;
  }
  return part;
}

}  // namespace

int estimate_text_width(std::string_view text, int font_size) {
  long long width = 0;
  for (const char32_t c : decode_utf8(text)) width += glyph_width(c);
  return to_estimate(width, font_size);
}

std::string cut_to_estimate(std::string_view text, int font_size, int width) {
  if (estimate_text_width(text, font_size) <= width) return std::string(text);
  const auto part = too_wide_part(decode_utf8(text), font_size, width);
  for (int columns = display_width(part); columns > 0; --columns) {
    std::string cut = cut_to_width(part + "xx", columns);
    if (estimate_text_width(cut, font_size) <= width) return cut;
  }
  return {};
}

}  // namespace kam
