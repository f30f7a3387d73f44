#include "kam/unicode/spreadsheet.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>

#include <fmt/format.h>

#include "kam/unicode/unicode.hpp"

namespace kam {

namespace {

constexpr std::u32string_view kFormulaStarts = U"=+-@\t\r\n＝＋－＠";
constexpr std::string_view kEscape = "\\u{";
constexpr std::size_t kExactDigits = 15;  // what a double, and so a spreadsheet, keeps of a number

bool begins_formula(std::string_view text) {
  const auto first = decode_utf8(text.substr(0, 4));
  return !first.empty() && kFormulaStarts.find(first.front()) != std::u32string_view::npos;
}

// A text that a spreadsheet reads as a number and would then show as another text.
bool is_rewritten_number(std::string_view text) {
  if (text.find_first_not_of("0123456789.") == 0) return false;  // `Inf` is a name
  double value = 0;
  const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
  if (result.ec == std::errc::invalid_argument || result.ptr != text.data() + text.size()) return false;
  return text.size() > kExactDigits || fmt::format("{}", value) != text;
}

std::string_view without_apostrophes(std::string_view text) {
  return text.substr(std::min(text.find_first_not_of('\''), text.size()));
}

std::string escape(std::string_view text) {
  std::string escaped;
  for (std::size_t i = 0; i < text.size();) {
    if (text.substr(i).starts_with(kEscape)) {  // a text that looks like an escape must not be taken for one
      escaped += "\\u{5c}";
      ++i;
      continue;
    }
    const auto next = std::min(text.find(kEscape, i), text.size());
    for (const char32_t c : decode_utf8(text.substr(i, next - i))) {
      std::string character;
      append_utf8(character, c);
      escaped += c == U'\t' || c == U'\n' || c == U'\r' ? character : escape_controls(character);
    }
    i = next;
  }
  return escaped;
}

// The code point of the escape that `text` begins with, and the length of that.
struct Escape {
  char32_t code_point = 0;
  std::size_t size = 0;
};
std::optional<Escape> read_escape(std::string_view text) {
  if (!text.starts_with(kEscape)) return std::nullopt;
  const auto end = text.find('}');
  if (end == std::string_view::npos) return std::nullopt;
  std::uint32_t code_point = 0;
  const auto result = std::from_chars(text.data() + kEscape.size(), text.data() + end, code_point, 16);
  if (result.ec != std::errc{} || result.ptr != text.data() + end) return std::nullopt;
  if (!is_control(code_point) && code_point != U'\\') return std::nullopt;
  return Escape{code_point, end + 1};
}

std::string unescape(std::string_view text) {
  std::string unescaped;
  while (!text.empty()) {
    if (const auto found = read_escape(text)) {
      append_utf8(unescaped, found->code_point);
      text.remove_prefix(found->size);
    } else {
      unescaped += text.front();
      text.remove_prefix(1);
    }
  }
  return unescaped;
}

}  // namespace

std::string guard_cell(std::string_view text, CellGuard guard) {
  auto cell = escape(text);
  const auto bare = without_apostrophes(cell);
  // An apostrophe of the text's own is told from a guard by a guard before it.
  const bool could_be_guarded = bare.size() < cell.size() || guard == CellGuard::numbers;
  if (begins_formula(bare) || (could_be_guarded && is_rewritten_number(bare))) cell.insert(0, 1, '\'');
  return cell;
}

std::string unguard_cell(std::string_view cell) {
  const auto bare = without_apostrophes(cell);
  if (bare.size() < cell.size() && (begins_formula(bare) || is_rewritten_number(bare))) cell.remove_prefix(1);
  return unescape(cell);
}

}  // namespace kam
