#include "exchange/encoding.hpp"

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

void append_utf8(std::string& text, char16_t code) {
  if (code < 0x80) {
    text += static_cast<char>(code);
  } else if (code < 0x800) {
    text += static_cast<char>(0xC0 | (code >> 6));
    text += static_cast<char>(0x80 | (code & 0x3F));
  } else {
    text += static_cast<char>(0xE0 | (code >> 12));
    text += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
    text += static_cast<char>(0x80 | (code & 0x3F));
  }
}

// UTF-16 and UTF-32 give themselves away by their mark, or by a NUL in the first letter.
bool is_utf16(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return true;
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
    append_utf8(text, *code);
  }
  return text;
}

}  // namespace

bool ends_line(std::string_view text, std::size_t offset) {
  return text[offset] == '\n' || (text[offset] == '\r' && !text.substr(offset + 1).starts_with('\n'));
}

std::string decode_text(std::string_view bytes, const std::string& file, Problems& problems) {
  if (is_utf16(bytes)) {
    problems.push_back(describe(file, 0, "the list is UTF-16, not UTF-8",
                                R"(Save it as "CSV UTF-8" (not as "Unicode text") and import that.)"));
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
