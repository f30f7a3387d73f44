#include "render/pages/markdown_escape.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "kam/unicode/orders.hpp"
#include "kam/unicode/unicode.hpp"

namespace kam {

namespace {

// Shows nothing and ends what GitHub and GitLab would take for a mention or a reference.
constexpr std::string_view kZeroWidthSpace = "&#8203;";

bool is_punctuation(char32_t c) {
  return (c >= U'!' && c <= U'/') || (c >= U':' && c <= U'@') || (c >= U'[' && c <= U'`') ||
         (c >= U'{' && c <= U'~');
}

bool is_digit(char32_t c) {
  return c >= U'0' && c <= U'9';
}

// Letters of other scripts count with what is not ASCII.
bool is_word(char32_t c) {
  return is_digit(c) || (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || c >= 0x80;
}

std::u32string without_controls(std::string_view text) {
  std::u32string line = decode_utf8(text);
  std::ranges::replace_if(line, is_control, U' ');
  return line;
}

std::u32string read_line(std::string_view text) {
  const std::u32string line = without_controls(text);
  return line.substr(std::min(line.find_first_not_of(U' '), line.size()));
}

// A character with its neighbours.
struct Place {
  std::u32string_view line;
  std::size_t index;
  Neighbours around;

  char32_t here() const { return line[index]; }
  char32_t before(std::size_t steps = 1) const {
    if (index + 1 == steps) return around.previous;
    return index < steps ? kLineStart : line[index - steps];
  }
  char32_t next() const { return index + 1 < line.size() ? line[index + 1] : around.next; }
  bool starts_line() const { return before() == kLineStart; }

  // Nothing but digits before: `1. ` and `1) ` open a list.
  bool follows_list_number() const {
    const bool near_start = around.previous == kLineStart || is_digit(around.previous);
    return near_start && std::ranges::all_of(line.substr(0, index), is_digit);
  }
  // The hyphen of `GH-12`, which GitHub takes for `#12`.
  bool is_gh_hyphen() const {
    return here() == U'-' && (before(1) | 0x20U) == U'h' && (before(2) | 0x20U) == U'g';
  }
};

// A full stop that neither opens a list nor joins the parts of an address.
bool is_harmless_stop(const Place& place) {
  if (is_digit(place.before()) && is_digit(place.next())) return true;
  if (place.follows_list_number()) return false;
  return !is_word(place.next()) && (place.before() | 0x20U) != U'w';
}

// Punctuation that means nothing where it stands, so that sentences, dates and hyphenated words stay readable
// in the file. Every other mark gets its backslash.
bool is_harmless(const Place& place) {
  const char32_t next = place.next();
  switch (place.here()) {
    case U',':
    case U';':
    case U'?':
    case U'%':
    case U'\'':
    case U'"':
    case U'(':
      return true;
    case U'/':  // `//localhost` is a link to some
      return place.before() != U'/';
    case U'.':
      return is_harmless_stop(place);
    case U')':
      return !place.follows_list_number();
    case U':':  // `http://`, `mailto:`, `:emoji:`
      return !place.starts_line() && !is_word(next) && next != U'/';
    case U'+':  // at a line's start these open lists, quotes and headings
    case U'-':
      return is_digit(next) ? !place.is_gh_hyphen() : !place.starts_line();
    case U'=':
    case U'>':
      return !place.starts_line();
    case U'!':  // `![` shows an image
      return !is_word(next) && next != U'[';
    case U'&':  // `&amp;` is a character
      return !is_word(next) && next != U'#';
    default:
      return false;
  }
}

void append_escaped(std::string& out, const Place& place) {
  const char32_t c = place.here();
  if (c == U'@') {  // a backslash does not keep it from becoming a mail address
    out.append("@").append(kZeroWidthSpace);
    return;
  }
  if (is_punctuation(c) && !is_harmless(place)) out += '\\';
  append_utf8(out, c);
  const bool reference = c == U'#' ? is_word(place.next()) : place.is_gh_hyphen() && is_digit(place.next());
  if (reference) out += kZeroWidthSpace;
}

std::string html_character(char32_t c) {
  switch (c) {
    case U'&':
      return "&amp;";
    case U'<':
      return "&lt;";
    case U'>':
      return "&gt;";
    case U'"':
      return "&quot;";
    default:
      break;
  }
  std::string text;
  append_utf8(text, c);
  return text;
}

// Whether a mention, a reference, a link or an emoji could begin there: `@a`, `#1`, `!1`, `GH-1`, `http:/`,
// `www.`, `:a:`.
bool could_refer(const Place& place) {
  constexpr std::u32string_view kMarks = U"@#!~$%&^:";
  if (place.here() == U'.') return (place.before() | 0x20U) == U'w';
  if (place.is_gh_hyphen()) return is_digit(place.next());
  return kMarks.find(place.here()) != std::u32string_view::npos &&
         (is_word(place.next()) || is_punctuation(place.next()));
}

// The longest run of backticks.
std::size_t longest_fence(std::u32string_view line) {
  std::size_t longest = 0;
  std::size_t run = 0;
  for (const char32_t c : line) {
    run = c == U'`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  return longest;
}

}  // namespace

std::string blank_controls(std::string_view text) {
  std::string line;
  for (const char32_t c : without_controls(text)) append_utf8(line, c);
  return line;
}

std::string escape_markdown(std::string_view text, Neighbours around) {
  const std::u32string line = read_line(text);
  std::string out;
  for (std::size_t i = 0; i < line.size(); ++i) append_escaped(out, {line, i, around});
  return out;
}

std::string markdown_fold(std::string_view summary) {
  const std::u32string line = read_line(summary);
  std::string words;
  for (std::size_t i = 0; i < line.size(); ++i) {
    words += html_character(line[i]);
    if (could_refer({line, i, {}})) words += kZeroWidthSpace;
  }
  return fmt::format("<details>\n<summary>{}</summary>\n", words);
}

std::string markdown_code(std::string_view text) {
  const std::u32string line = read_line(text);
  if (line.empty()) return {};
  const std::string fence(longest_fence(line) + 1, '`');
  const std::string_view pad = line.starts_with(U'`') || line.ends_with(U'`') ? " " : "";
  std::string code;
  for (const char32_t c : line) append_utf8(code, c);
  // Nothing can be escaped in a code span, and runners of CI do not know of one.
  if (disarm(code) != code) return fmt::format("<code>{}</code>", escape_markdown(code));
  return fmt::format("{0}{1}{2}{1}{0}", fence, pad, code);
}

std::string escape_orders(std::string_view markdown) {
  return rewrite_orders(markdown, [](char sign) { return std::string{'\\', sign}; });
}

std::string markdown_target(std::string_view file) {
  std::string target;
  for (const char byte : file) {
    const auto code = static_cast<unsigned char>(byte);
    if (code < 0x80 && (is_word(code) || byte == '-' || byte == '_' || byte == '.'))
      target += byte;
    else
      target += fmt::format("%{:02X}", code);
  }
  return target;
}

std::string markdown_link(std::string_view label, std::string_view page) {
  if (label.empty()) return {};
  if (page == "index") return fmt::format("[{}](README.md)", label);
  return fmt::format("[{}]({}.md)", label, markdown_target(page));
}

}  // namespace kam
