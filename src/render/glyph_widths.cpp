#include "render/glyph_widths.hpp"

#include <array>

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

}  // namespace

int estimate_text_width(std::string_view text, int font_size) {
  int width = 0;
  for (const char32_t c : decode_utf8(text)) {
    std::string one;
    append_utf8(one, c);
    width += glyph_width(c, display_width(one));
  }
  return width * font_size * 23 / 2000;  // tenths of a pixel, and 15 % more
}

std::string cut_to_estimate(std::string_view text, int font_size, int width) {
  if (estimate_text_width(text, font_size) <= width) return std::string(text);
  for (int columns = display_width(text) - 1; columns > 0; --columns) {
    std::string cut = cut_to_width(text, columns);
    if (estimate_text_width(cut, font_size) <= width) return cut;
  }
  return {};
}

}  // namespace kam
