#include <utf8proc.h>

#include <array>
#include <cstdint>

#include <fmt/format.h>

#include "kam/unicode/unicode.hpp"

namespace kam {

namespace {

constexpr char32_t kReplacement = 0xFFFD;

struct Decoded {
  char32_t code_point;
  std::size_t bytes;
  bool valid;
};

// The code point at `offset`, which is inside `text`.
Decoded decode_at(std::string_view text, std::size_t offset) {
  const std::string_view rest = text.substr(offset);
  utf8proc_int32_t code_point = 0;
  // utf8proc_iterate reads at most four bytes, and never past the length given.
  const auto bytes = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(rest.data()),
                                      static_cast<utf8proc_ssize_t>(rest.size()), &code_point);
  if (bytes <= 0) return {kReplacement, 1, false};
  return {static_cast<char32_t>(code_point), static_cast<std::size_t>(bytes), true};
}

bool is_between(char32_t code_point, char32_t first, char32_t last) {
  return code_point >= first && code_point <= last;
}

}  // namespace

std::u32string decode_utf8(std::string_view text) {
  std::u32string code_points;
  code_points.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const Decoded decoded = decode_at(text, i);
    code_points += decoded.code_point;
    i += decoded.bytes;
  }
  return code_points;
}

void append_utf8(std::string& text, char32_t code_point) {
  std::array<utf8proc_uint8_t, 4> bytes{};
  const auto count = utf8proc_encode_char(static_cast<utf8proc_int32_t>(code_point), bytes.data());
  text.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(count));
}

bool is_control(char32_t code_point) {
  return code_point < 0x20 || is_between(code_point, 0x7F, 0x9F) || code_point == 0x61C ||
         is_between(code_point, 0x200E, 0x200F) || is_between(code_point, 0x2028, 0x202E) ||
         is_between(code_point, 0x2066, 0x2069);
}

std::optional<std::size_t> find_invalid_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const Decoded decoded = decode_at(text, i);
    if (!decoded.valid) return i;
    i += decoded.bytes;
  }
  return std::nullopt;
}

std::string escape_controls(std::string_view text) {
  std::string safe;
  safe.reserve(text.size());
  for (const char32_t code_point : decode_utf8(text)) {
    if (is_control(code_point))
      safe += fmt::format("\\u{{{:x}}}", static_cast<std::uint32_t>(code_point));
    else
      append_utf8(safe, code_point);
  }
  return safe;
}

}  // namespace kam
