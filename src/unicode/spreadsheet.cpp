#include "kam/unicode/spreadsheet.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>

#include <fmt/format.h>

#include "kam/unicode/orders.hpp"
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
std::string letters_only(std::string_view text) {
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
  const auto letters = letters_only(text);
  const bool has_digit = text.find_first_of("0123456789") != std::string_view::npos;
  if (!has_digit) return std::ranges::find(kWords, letters) != kWords.end() && text.size() == letters.size();
  return std::ranges::find(kParts, letters) != kParts.end() && !is_kept_number(text);
}

std::string_view without_apostrophes(std::string_view text) {
  return text.substr(std::min(text.find_first_not_of('\''), text.size()));
}

constexpr std::u32string_view kEdgeBlanks = U" \t\r\n\u00A0";

bool is_edge_blank(char32_t c) {
  return kEdgeBlanks.find(c) != std::u32string_view::npos;
}

std::string escape_of(char32_t c) {
  return fmt::format("\\u{{{:x}}}", static_cast<std::uint32_t>(c));
}

struct Escape {
  char32_t code_point = 0;
  std::size_t size = 0;
};
// The escape that `text` begins with, if it is one of those that `may_be_written`.
std::optional<Escape> read_escape(std::string_view text, bool (*may_be_written)(char32_t)) {
  if (!text.starts_with(kEscape)) return std::nullopt;
  const auto end = text.find('}');
  if (end == std::string_view::npos) return std::nullopt;
  std::uint32_t code_point = 0;
  const auto result = std::from_chars(text.data() + kEscape.size(), text.data() + end, code_point, 16);
  if (result.ec != std::errc{} || result.ptr != text.data() + end || !may_be_written(code_point))
    return std::nullopt;
  return Escape{code_point, end + 1};
}

std::string unescape(std::string_view text, bool (*may_be_written)(char32_t)) {
  std::string unescaped;
  while (!text.empty()) {
    if (const auto found = read_escape(text, may_be_written)) {
      append_utf8(unescaped, found->code_point);
      text.remove_prefix(found->size);
    } else {
      unescaped += text.front();
      text.remove_prefix(1);
    }
  }
  return unescaped;
}

// ---- of a cell

bool is_written_of_cell(char32_t c) {
  return is_control(c) || is_edge_blank(c) || c == U'\\' || c == U':' || c == U'/' || c == U'#';
}

enum class Front {
  bare,    // the text's first character is the first that is read
  guarded  // as a cell's: a tab or line break gets its apostrophe before it
};

// Blanks at an end of a text, where readers drop them.
std::string escape_edges(std::string_view text, Front front) {
  const std::u32string line = decode_utf8(text);
  const bool is_blank = line.find_first_not_of(kEdgeBlanks) == std::u32string::npos;
  std::string escaped;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const bool is_bare = front == Front::bare || is_blank || line[i] == U' ' || line[i] == U'\u00A0';
    const bool is_edge = i + 1 == line.size() || (i == 0 && is_bare);
    if (is_edge && is_edge_blank(line[i]))
      escaped += escape_of(line[i]);
    else
      append_utf8(escaped, line[i]);
  }
  return escaped;
}

std::string escape_controls_inside(std::string_view text) {
  std::string escaped;
  for (const char32_t c : decode_utf8(text)) {
    if (is_control(c) && c != U'\t' && c != U'\n' && c != U'\r')
      escaped += escape_of(c);
    else
      append_utf8(escaped, c);
  }
  return escaped;
}

// A text that looks like an escape must not be taken for one; `\u{3b}` is that of a list's item.
std::string escape_escapes(std::string_view text) {
  constexpr std::string_view kOfItem = "\\u{3b}";
  std::string escaped;
  while (!text.empty()) {
    const bool is_escape = text.starts_with(kEscape) && !text.starts_with(kOfItem);
    escaped += is_escape ? std::string("\\u{5c}") : std::string(1, text.front());
    text.remove_prefix(1);
  }
  return escaped;
}

std::string escape(std::string_view text) {
  return disarm(escape_edges(escape_controls_inside(escape_escapes(text)), Front::guarded));
}

// ---- where another separator would begin a cell

constexpr std::string_view kDelimiters = ",;|\t\r\n";

bool is_lead(std::string_view text) {
  constexpr std::array kLeads{"="sv, "+"sv, "-"sv, "@"sv, "＝"sv, "＋"sv, "－"sv, "＠"sv};
  return std::ranges::any_of(kLeads, [&](std::string_view lead) { return text.starts_with(lead); });
}

// How many apostrophes stand before what would begin a formula at the start of `text`, and where.
struct Lead {
  std::size_t at = 0;  // of the first apostrophe, or of the sign itself
  std::size_t apostrophes = 0;
};
std::optional<Lead> find_lead(std::string_view text) {
  constexpr std::string_view kNoBreakSpace = "\u00A0";
  Lead lead;
  while (lead.at < text.size()) {
    if (text[lead.at] == ' ' || text[lead.at] == '"')
      ++lead.at;
    else if (text.substr(lead.at).starts_with(kNoBreakSpace))
      lead.at += kNoBreakSpace.size();
    else
      break;
  }
  const auto bare = without_apostrophes(text.substr(lead.at));
  lead.apostrophes = text.size() - lead.at - bare.size();
  return is_lead(bare) ? std::optional(lead) : std::nullopt;
}

enum class Inside { guarded, bare };

// Behind each delimiter that what follows begins a formula: one apostrophe more, or one less.
std::string guard_inside(std::string_view text, Inside wanted) {
  std::string out;
  while (true) {
    const auto end = std::min(text.find_first_of(kDelimiters), text.size());
    out += text.substr(0, end);
    if (end == text.size()) return out;
    out += text[end];
    text.remove_prefix(end + 1);
    const auto lead = find_lead(text);
    if (!lead) continue;
    out += text.substr(0, lead->at);
    text.remove_prefix(lead->at);
    if (wanted == Inside::guarded)
      out += '\'';
    else if (lead->apostrophes > 0)
      text.remove_prefix(1);
  }
}

// ---- of a list's item

bool is_written_of_item(char32_t c) {
  return is_edge_blank(c) || c == U'\\' || c == U';';
}

std::string escape_item(std::string_view item) {
  std::string escaped;
  std::string_view rest = item;
  while (!rest.empty()) {
    if (read_escape(rest, is_written_of_item))
      escaped += "\\u{5c}";
    else if (rest.front() == ';')
      escaped += "\\u{3b}";
    else
      escaped += rest.front();
    rest.remove_prefix(1);
  }
  return escape_edges(escaped, Front::bare);
}

}  // namespace

std::string guard_cell(std::string_view text, CellGuard guard) {
  if (text.empty()) return {};
  auto cell = guard_inside(escape(text), Inside::guarded);
  const auto bare = without_apostrophes(cell);
  // An apostrophe of the text's own is told from a guard by a guard before it.
  const bool could_be_guarded = bare.size() < cell.size() || guard == CellGuard::numbers;
  if (begins_formula(bare) || (could_be_guarded && is_rewritten(bare))) cell.insert(0, 1, '\'');
  return cell;
}

std::string unguard_cell(std::string_view cell) {
  const auto bare = without_apostrophes(cell);
  if (bare.size() < cell.size() && (begins_formula(bare) || is_rewritten(bare))) cell.remove_prefix(1);
  if (cell.empty()) return {};
  return unescape(guard_inside(cell, Inside::bare), is_written_of_cell);
}

std::string join_cell_items(const std::vector<std::string>& items) {
  std::string text;
  for (const auto& item : items) {
    if (!text.empty()) text += ';';
    text += escape_item(item);
  }
  return text;
}

std::vector<std::string> split_cell_items(std::string_view cell) {
  constexpr std::string_view kBlanks = " \t\r\n";
  std::vector<std::string> items;
  while (!cell.empty()) {
    const auto end = std::min(cell.find(';'), cell.size());
    auto item = cell.substr(0, end);
    item.remove_prefix(std::min(item.find_first_not_of(kBlanks), item.size()));
    item = item.substr(0, item.find_last_not_of(kBlanks) + 1);
    if (!item.empty()) items.push_back(unescape(item, is_written_of_item));
    cell.remove_prefix(std::min(end + 1, cell.size()));
  }
  return items;
}

}  // namespace kam
