#include "kam/unicode/orders.hpp"

#include <algorithm>
#include <cstddef>

#include <fmt/format.h>

#include "kam/unicode/invisible.hpp"
#include "kam/unicode/unicode.hpp"
#include "unicode/blanks.hpp"

namespace kam {

namespace {

constexpr bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
constexpr bool is_name_sign(char c) {
  return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '_';
}
constexpr bool is_ascii(char c) {
  return static_cast<unsigned char>(c) < 0x80;
}

// A line that is read sign by sign, ignorable ones passed over.
class Reader {
 public:
  Reader(std::string_view line, std::size_t at) : line_(line), at_(at) { pass_ignorable(); }

  std::size_t at() const { return at_; }
  bool done() const { return at_ == line_.size(); }
  char here() const { return done() ? '\0' : line_[at_]; }
  bool is_at_blank() const { return !done() && is_blank(code_point()); }
  bool take(char sign) {
    if (here() != sign) return false;
    advance();
    return true;
  }
  void advance() {
    at_ += size();
    pass_ignorable();
  }

 private:
  std::string_view first() const {
    std::size_t end = at_ + 1;
    while (end < line_.size() && (static_cast<unsigned char>(line_[end]) & 0xC0U) == 0x80U) ++end;
    return line_.substr(at_, end - at_);
  }
  std::size_t size() const { return is_ascii(line_[at_]) ? 1 : first().size(); }
  char32_t code_point() const {
    return is_ascii(line_[at_]) ? static_cast<char32_t>(line_[at_]) : decode_utf8(first()).front();
  }
  void pass_ignorable() {
    while (!done() && !is_ascii(line_[at_]) && is_ignorable(code_point())) at_ += size();
  }

  std::string_view line_;
  std::size_t at_;
};

// The `:` of `::name` or the `/` of `/name` that the line begins with, or its size.
std::size_t find_at_start(std::string_view line) {
  Reader reader(line, 0);
  while (reader.is_at_blank()) reader.advance();
  const std::size_t start = reader.at();
  if (reader.take(':')) {
    const bool names = reader.take(':') && !reader.done() && reader.here() != ':' && !reader.is_at_blank();
    return names ? start : line.size();
  }
  if (!reader.take('/') || !is_letter(reader.here())) return line.size();
  while (is_name_sign(reader.here())) reader.advance();
  return reader.done() || reader.is_at_blank() ? start : line.size();
}

// Whether `#[` or `#name[` begins at the `#` at `at`, behind another.
bool opens_bracket(std::string_view line, std::size_t at) {
  Reader reader(line, at + 1);
  while (is_letter(reader.here())) reader.advance();
  return reader.here() == '[';
}

void append_line(std::string& out, std::string_view line, const std::function<std::string(char)>& write) {
  const std::size_t start = find_at_start(line);
  std::size_t written = 0;
  const auto rewrite = [&](std::size_t at) {
    out.append(line.substr(written, at - written)).append(write(line[at]));
    written = at + 1;
  };
  if (start < line.size()) rewrite(start);
  for (std::size_t at = line.find('#', written); at != std::string_view::npos;) {
    const Reader behind(line, at + 1);
    const bool is_doubled = behind.here() == '#';
    if (is_doubled && opens_bracket(line, behind.at())) rewrite(behind.at());
    at = line.find('#', at + 1);
  }
  out.append(line.substr(written));
}

}  // namespace

std::string rewrite_orders(std::string_view text, const std::function<std::string(char)>& write) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
    append_line(out, text.substr(0, end), write);
    if (end < text.size()) out += text[end];
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

std::string disarm(std::string_view text) {
  return rewrite_orders(
      text, [](char sign) { return fmt::format("\\u{{{:x}}}", static_cast<unsigned char>(sign)); });
}

}  // namespace kam
