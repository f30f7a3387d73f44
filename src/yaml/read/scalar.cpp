#include "yaml/read/scalar.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "kam/model/number.hpp"
#include "kam/unicode/unicode.hpp"
#include "kam/yaml/lines.hpp"

namespace kam {

namespace {

constexpr char32_t kNoBreakSpace = 0xA0;
constexpr char32_t kByteOrderMark = 0xFEFF;

// What a double-quoted scalar says by an escape only.
bool needs_escape(char32_t code) {
  return is_control(code) || code == kByteOrderMark;
}

std::string to_lower_ascii(std::string_view text) {
  std::string lower(text);
  std::ranges::transform(lower, lower.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return lower;
}

// What some YAML reader takes for a null, a truth value, a number, or a merge.
bool is_special_word(std::string_view lower) {
  constexpr std::array<std::string_view, 16> kWords{"~",    "null",  "true",  "false", "yes", "no",
                                                    "on",   "off",   "y",     "n",     "<<",  "=",
                                                    ".inf", "-.inf", "+.inf", ".nan"};
  return std::ranges::find(kWords, lower) != kWords.end();
}

// Digits that some YAML reader takes for a number, a date or a time.
bool is_number_like(std::string_view lower) {
  auto digits = lower;
  if (!digits.empty() && (digits.front() == '+' || digits.front() == '-')) digits.remove_prefix(1);
  if (!digits.empty() && digits.front() == '.') digits.remove_prefix(1);
  if (digits.empty() || !is_digit(digits.front())) return false;
  return lower.find_first_not_of("0123456789abcdefxo_.,:+-tz ") == std::string_view::npos;
}

std::string escape(char32_t code) {
  switch (code) {
    case '\n':
      return "\\n";
    case '\t':
      return "\\t";
    case '\r':
      return "\\r";
    default:
      break;
  }
  const auto number = static_cast<std::uint32_t>(code);
  return number < 0x100 ? fmt::format("\\x{:02X}", number) : fmt::format("\\u{:04X}", number);
}

}  // namespace

bool can_be_plain(std::string_view text, ScalarContext context) {
  if (text.empty() || is_blank(text.front()) || is_blank(text.back())) return false;
  if (std::string_view("-?:,[]{}#&*!|>'\"%@`").find(text.front()) != std::string_view::npos) return false;
  if (text.starts_with("...") || text.ends_with(':')) return false;
  if (text.find(": ") != std::string_view::npos || text.find(" #") != std::string_view::npos) return false;
  if (context == ScalarContext::flow && text.find_first_of(":?,[]{}") != std::string_view::npos) return false;
  const auto codes = decode_utf8(text);
  if (std::ranges::any_of(codes, [](char32_t code) { return needs_escape(code) || code == kNoBreakSpace; }))
    return false;
  const auto lower = to_lower_ascii(text);
  return !is_special_word(lower) && !is_number_like(lower);
}

std::optional<std::string> quote_single(std::string_view text) {
  if (std::ranges::any_of(decode_utf8(text), needs_escape)) return std::nullopt;
  std::string quoted = "'";
  for (const char c : text) quoted.append(c == '\'' ? 2 : 1, c);
  return quoted + "'";
}

std::string quote_double(std::string_view text) {
  std::string quoted = "\"";
  for (const char32_t code : decode_utf8(text)) {
    if (needs_escape(code)) {
      quoted += escape(code);
      continue;
    }
    if (code == '"' || code == '\\') quoted += '\\';
    append_utf8(quoted, code);
  }
  return quoted + "\"";
}

std::string format_scalar(std::string_view text, ScalarContext context) {
  if (can_be_plain(text, context)) return std::string(text);
  if (text.find('\\') != std::string_view::npos)
    if (auto quoted = quote_single(text)) return *quoted;
  return quote_double(text);
}

std::optional<BlockText> to_block_text(std::string_view text, NodeStyle style) {
  const auto codes = decode_utf8(text);
  if (std::ranges::any_of(codes,
                          [](char32_t code) { return needs_escape(code) && code != '\n' && code != '\t'; }))
    return std::nullopt;
  const bool ended = text.ends_with('\n');
  if (ended) text.remove_suffix(1);
  if (text.empty() || text.ends_with('\n')) return std::nullopt;  // only empty lines, or some at the end

  BlockText block;
  for (auto rest = text;;) {
    const auto length = std::min(rest.find('\n'), rest.size());
    block.lines.push_back(rest.substr(0, length));
    if (length == rest.size()) break;
    rest.remove_prefix(length + 1);
  }
  // Blanks at a line's start would be taken for indentation, or keep a line from being folded.
  const auto first = std::ranges::find_if(block.lines, [](std::string_view line) { return !line.empty(); });
  if (is_blank(first->front())) return std::nullopt;
  // Editors like to strip blanks at a line's end.
  const auto ends_blank = [](std::string_view line) { return !line.empty() && is_blank(line.back()); };
  if (std::ranges::any_of(block.lines, ends_blank)) return std::nullopt;
  const bool folded = style == NodeStyle::folded && block.lines.size() == 1;
  block.header = std::string(folded ? ">" : "|") + (ended ? "" : "-");
  return block;
}

}  // namespace kam
