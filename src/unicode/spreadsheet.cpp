#include "kam/unicode/spreadsheet.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>

#include <fmt/format.h>

#include "kam/unicode/unicode.hpp"

namespace kam {

namespace {

using namespace std::string_view_literals;

constexpr std::u32string_view kFormulaStarts = U"=+-@\t\r\n＝＋－＠";
constexpr std::string_view kEscape = "\\u{";
constexpr std::size_t kExactDigits = 15;  // what a double, and so a spreadsheet, keeps of a number

// Blanks alone do not: nothing is run of them, and readers who take them off would leave the guard.
bool begins_formula(std::string_view text) {
  constexpr std::u32string_view kBlanks = U" \t\r\n\u00A0";
  if (decode_utf8(text).find_first_not_of(kBlanks) == std::u32string::npos) return false;
  const auto first = decode_utf8(text.substr(0, 4));
  return !first.empty() && kFormulaStarts.find(first.front()) != std::u32string_view::npos;
}

// A number that every spreadsheet shows again as it stands. `2.5` is not one: in German it is a day of May.
bool is_kept_number(std::string_view text) {
  const bool is_whole = text.find_first_not_of("0123456789") == std::string_view::npos;
  return is_whole && text.size() <= kExactDigits && (text.front() != '0' || text.size() == 1);
}

// The letters of a text in lower case, without digits, blanks and what stands in numbers, dates and times.
std::string letters_of(std::string_view text) {
  constexpr std::u32string_view kMarks = U"0123456789 .,:;/%()'+-€$£\u00A0";
  std::string letters;
  for (const char32_t c : decode_utf8(text))
    if (kMarks.find(c) == std::u32string_view::npos) append_utf8(letters, c);
  return fold_name(letters);
}

// A text that a German or English spreadsheet takes for a number, a date, a time or a truth value, and saves
// as another text: `007`, `1.234`, `5 %`, `4711-01`, `Jan 24`, `WAHR`.
bool is_rewritten(std::string_view text) {
  constexpr std::array kWords{"true"sv, "false"sv, "wahr"sv, "falsch"sv};
  constexpr std::array kParts{""sv,        "e"sv,         "am"sv,     "pm"sv,  "jan"sv,      "januar"sv,
                              "january"sv, "jän"sv,       "jänner"sv, "feb"sv, "februar"sv,  "february"sv,
                              "mrz"sv,     "mär"sv,       "märz"sv,   "mar"sv, "march"sv,    "apr"sv,
                              "april"sv,   "mai"sv,       "may"sv,    "jun"sv, "juni"sv,     "june"sv,
                              "jul"sv,     "juli"sv,      "july"sv,   "aug"sv, "august"sv,   "sep"sv,
                              "sept"sv,    "september"sv, "okt"sv,    "oct"sv, "oktober"sv,  "october"sv,
                              "nov"sv,     "november"sv,  "dez"sv,    "dec"sv, "dezember"sv, "december"sv};
  const auto letters = letters_of(text);
  const bool has_digit = text.find_first_of("0123456789") != std::string_view::npos;
  if (!has_digit) return std::ranges::find(kWords, letters) != kWords.end() && text.size() == letters.size();
  return std::ranges::find(kParts, letters) != kParts.end() && !is_kept_number(text);
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
  if (begins_formula(bare) || (could_be_guarded && is_rewritten(bare))) cell.insert(0, 1, '\'');
  return cell;
}

std::string unguard_cell(std::string_view cell) {
  const auto bare = without_apostrophes(cell);
  if (bare.size() < cell.size() && (begins_formula(bare) || is_rewritten(bare))) cell.remove_prefix(1);
  return unescape(cell);
}

}  // namespace kam
