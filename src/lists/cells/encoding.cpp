#include "lists/cells/encoding.hpp"

#include <fmt/format.h>

#include <array>
#include <optional>

#include "kam/unicode/unicode.hpp"

namespace kam {

namespace {

using namespace std::string_view_literals;

constexpr auto kUtf8Mark = "\xEF\xBB\xBF"sv;

// What Windows-1252 means by 0x80 to 0x9F; 0 where it means nothing. All other bytes are Latin-1.
constexpr std::array<char16_t, 32> kWindows1252{
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,  // 80 to 87
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,       // 88 to 8F
    0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,  // 90 to 97
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,  // 98 to 9F
};

// The code point of a Windows-1252 byte, or nothing.
std::optional<char16_t> decode_byte(unsigned char byte) {
  if (byte < 0x80 || byte > 0x9F) return char16_t{byte};
  const char16_t code = kWindows1252.at(byte - 0x80U);
  if (code == 0) return std::nullopt;
  return code;
}

enum class ByteOrder { little, big };

// As a UTF-16 list says by the mark it begins with.
std::optional<ByteOrder> find_utf16_mark(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE")) return ByteOrder::little;
  if (bytes.starts_with("\xFE\xFF")) return ByteOrder::big;
  return std::nullopt;
}

// UTF-16 and UTF-32 without a mark give themselves away by a NUL in the first letter.
bool is_unmarked_utf16(std::string_view bytes) {
  return bytes.size() > 1 && (bytes[0] == '\0' || bytes[1] == '\0');
}

// The 1-based line of the byte at `offset`.
int line_at(std::string_view text, std::size_t offset) {
  int line = 1;
  for (std::size_t i = 0; i < offset; ++i)
    if (ends_line(text, i)) ++line;
  return line;
}

Problem describe(const std::string& file, int line, std::string message, std::string hint) {
  return {file, line, 0, Severity::error, "list-encoding", std::move(message), std::move(hint)};
}

std::string decode_windows_1252(std::string_view bytes, const std::string& file, Problems& problems) {
  std::string text;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const auto byte = static_cast<unsigned char>(bytes[i]);
    const auto code = decode_byte(byte);
    if (!code) {
      problems.push_back(describe(file, line_at(bytes, i),
                                  fmt::format("the byte 0x{:02X} is neither UTF-8 nor Windows-1252", byte),
                                  "Save the list as \"CSV UTF-8\" and import that."));
      return {};
    }
    append_utf8(text, char32_t{*code});
  }
  return text;
}

constexpr bool is_high_half(char32_t unit) {
  return unit >= 0xD800 && unit < 0xDC00;
}
constexpr bool is_low_half(char32_t unit) {
  return unit >= 0xDC00 && unit < 0xE000;
}

// The 16 bits at `offset`.
char32_t read_unit(std::string_view bytes, std::size_t offset, ByteOrder order) {
  const auto first = static_cast<unsigned char>(bytes[offset]);
  const auto second = static_cast<unsigned char>(bytes[offset + 1]);
  return order == ByteOrder::little ? static_cast<char32_t>(second << 8U | first)
                                    : static_cast<char32_t>(first << 8U | second);
}

// `bytes`: behind the mark.
std::string decode_utf16(std::string_view bytes, ByteOrder order, const std::string& file,
                         Problems& problems) {
  std::string text;
  const auto refuse = [&](std::string message) {
    problems.push_back(describe(file, line_at(text, text.size()), std::move(message),
                                "Export the list again, as \"CSV UTF-8\" if you can choose."));
    return std::string{};
  };
  for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
    char32_t code = read_unit(bytes, i, order);
    if (is_high_half(code) && i + 3 < bytes.size()) {
      const char32_t low = read_unit(bytes, i + 2, order);
      if (!is_low_half(low)) return refuse("the list is UTF-16, but a letter here is broken");
      code = 0x10000 + ((code - 0xD800) << 10U) + (low - 0xDC00);
      i += 2;
    } else if (is_high_half(code) || is_low_half(code)) {
      return refuse("the list is UTF-16, but a letter here is broken");
    }
    if (code == 0) return refuse("the list holds a NUL byte, so it is no text");
    append_utf8(text, code);
  }
  if (bytes.size() % 2 != 0) return refuse("the list is UTF-16, but ends within a letter");
  return text;
}

}  // namespace

bool ends_line(std::string_view text, std::size_t offset) {
  return text[offset] == '\n' || (text[offset] == '\r' && !text.substr(offset + 1).starts_with('\n'));
}

std::string decode_text(std::string_view bytes, const std::string& file, Problems& problems) {
  if (const auto order = find_utf16_mark(bytes)) return decode_utf16(bytes.substr(2), *order, file, problems);
  if (is_unmarked_utf16(bytes)) {
    problems.push_back(describe(file, 0, "the list is UTF-16 without the mark that says so",
                                R"(Save it as "CSV UTF-8" and import that.)"));
    return {};
  }
  if (const auto nul = bytes.find('\0'); nul != std::string_view::npos) {
    problems.push_back(describe(file, line_at(bytes, nul), "the list holds a NUL byte, so it is no text",
                                "Save it as \"CSV UTF-8\" and import that."));
    return {};
  }
  const bool is_marked = bytes.starts_with(kUtf8Mark);
  if (is_marked) bytes.remove_prefix(kUtf8Mark.size());
  const auto broken = find_invalid_utf8(bytes);
  if (!broken) return std::string(bytes);
  if (!is_marked) return decode_windows_1252(bytes, file, problems);
  problems.push_back(describe(file, line_at(bytes, *broken),
                              "the list is marked as UTF-8, but a letter here is broken",
                              "Export the list again, or retype the letter, and save it as UTF-8."));
  return {};
}

}  // namespace kam
