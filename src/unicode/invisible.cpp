#include "kam/unicode/invisible.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include <fmt/format.h>

#include "kam/unicode/unicode.hpp"

namespace kam {

namespace {

bool is_symbol(char32_t code_point) {
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(code_point));
  return category == UTF8PROC_CATEGORY_SO || category == UTF8PROC_CATEGORY_SK ||
         category == UTF8PROC_CATEGORY_SM || (category == UTF8PROC_CATEGORY_CN && code_point >= 0x1F000);
}

bool joins_emoji(char32_t code_point) {
  return code_point == 0x200D || code_point == 0xFE0E || code_point == 0xFE0F;
}

template <class Predicate>
std::string escape_where(std::string_view text, Predicate is_escaped) {
  std::string shown;
  shown.reserve(text.size());
  for (const char32_t code_point : decode_utf8(text)) {
    if (is_escaped(code_point))
      shown += fmt::format("\\u{{{:x}}}", static_cast<std::uint32_t>(code_point));
    else
      append_utf8(shown, code_point);
  }
  return shown;
}

}  // namespace

bool is_ignorable(char32_t code_point) {
  struct Range {
    char32_t first;
    char32_t last;
  };
  // The property's ranges are kept free for such characters, whatever a version of Unicode has in them.
  constexpr std::array kRanges{Range{0xAD, 0xAD},       Range{0x34F, 0x34F},    Range{0x61C, 0x61C},
                               Range{0x115F, 0x1160},   Range{0x17B4, 0x17B5},  Range{0x180B, 0x180F},
                               Range{0x200B, 0x200F},   Range{0x202A, 0x202E},  Range{0x2060, 0x206F},
                               Range{0x3164, 0x3164},   Range{0xFE00, 0xFE0F},  Range{0xFEFF, 0xFEFF},
                               Range{0xFFA0, 0xFFA0},   Range{0xFFF0, 0xFFF8},  Range{0x1BCA0, 0x1BCA3},
                               Range{0x1D173, 0x1D17A}, Range{0xE0000, 0xE0FFF}};
  return code_point >= kRanges.front().first && std::ranges::any_of(kRanges, [&](const Range& range) {
           return code_point >= range.first && code_point <= range.last;
         });
}

std::string escape_for_terminal(std::string_view text) {
  return escape_where(text, [](char32_t c) { return is_control(c) || is_ignorable(c); });
}

std::string show_ignorable(std::string_view text) {
  return escape_where(text, is_ignorable);
}

std::string without_ignorable(std::string_view text) {
  std::string seen;
  seen.reserve(text.size());
  for (const char32_t code_point : decode_utf8(text))
    if (!is_ignorable(code_point)) append_utf8(seen, code_point);
  return seen;
}

std::optional<char32_t> find_invisible(std::string_view text) {
  bool is_behind_symbol = false;
  for (const char32_t code_point : decode_utf8(text)) {
    if (is_ignorable(code_point) && !(is_behind_symbol && joins_emoji(code_point))) return code_point;
    is_behind_symbol = is_symbol(code_point) || (is_behind_symbol && joins_emoji(code_point));
  }
  return std::nullopt;
}

}  // namespace kam
