#include "kam/yaml/scan.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include "kam/unicode/unicode.hpp"

namespace kam {

namespace {

void append_fold(std::string& value, std::string_view text, std::size_t pos, const Fold& fold) {
  if (fold.breaks == 0)
    value.append(text.substr(pos, fold.end - pos));
  else if (fold.breaks == 1)
    value.push_back(' ');
  else
    value.append(fold.breaks - 1, '\n');
}

std::optional<char32_t> hex_digit(char c) {
  if (c >= '0' && c <= '9') return static_cast<char32_t>(c - '0');
  if (c >= 'a' && c <= 'f') return static_cast<char32_t>(c - 'a' + 10);
  if (c >= 'A' && c <= 'F') return static_cast<char32_t>(c - 'A' + 10);
  return std::nullopt;
}

std::optional<char32_t> scan_hex(std::string_view text, std::size_t pos, std::size_t digits) {
  char32_t code = 0;
  for (std::size_t i = 0; i < digits; ++i) {
    const auto digit = hex_digit(byte_at(text, pos + i));
    if (!digit) return std::nullopt;
    code = code * 16 + *digit;
  }
  if (code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) return std::nullopt;
  return code;
}

struct Escape {
  char letter;
  char32_t code;
};
constexpr std::array<Escape, 18> kEscapes{{{'0', 0x00},
                                           {'a', 0x07},
                                           {'b', 0x08},
                                           {'t', 0x09},
                                           {'\t', 0x09},
                                           {'n', 0x0A},
                                           {'v', 0x0B},
                                           {'f', 0x0C},
                                           {'r', 0x0D},
                                           {'e', 0x1B},
                                           {' ', 0x20},
                                           {'"', 0x22},
                                           {'/', 0x2F},
                                           {'\\', 0x5C},
                                           {'N', 0x85},
                                           {'_', 0xA0},
                                           {'L', 0x2028},
                                           {'P', 0x2029}}};

// Decodes the escape whose backslash is at `pos` and moves `pos` behind it; false where it is none.
bool take_escape(std::string_view text, std::size_t& pos, std::string& value) {
  const char letter = byte_at(text, pos + 1);
  if (is_break(letter)) {  // joins the lines; empty ones between them still count
    const auto fold = scan_fold(text, pos + 1);
    if (fold.breaks > 1) value.append(fold.breaks - 1, '\n');
    pos = fold.end;
    return true;
  }
  const std::size_t digits = letter == 'x' ? 2U : letter == 'u' ? 4U : letter == 'U' ? 8U : 0U;
  if (digits > 0) {
    const auto code = scan_hex(text, pos + 2, digits);
    if (!code) return false;
    append_utf8(value, *code);
    pos += 2 + digits;
    return true;
  }
  for (const auto& escape : kEscapes) {
    if (escape.letter != letter) continue;
    append_utf8(value, escape.code);
    pos += 2;
    return true;
  }
  return false;
}

struct Line {
  std::size_t start = 0;
  std::size_t end = 0;     // its break
  std::size_t spaces = 0;  // before its first other byte
  bool blank() const { return start + spaces == end; }
};

Line line_at(std::string_view text, std::size_t start) {
  const auto end = end_of_line(text, start);
  auto pos = start;
  while (pos < end && text[pos] == ' ') ++pos;
  return {start, end, pos - start};
}

std::optional<Scalar> to_scalar(NodeStyle style, std::optional<Quoted> quoted, std::string_view text,
                                std::size_t pos, std::string_view value) {
  if (!quoted || quoted->bad_escape) return std::nullopt;
  const auto source = text.substr(pos, quoted->end - pos);
  const bool misread =
      source.find("\\N") != std::string_view::npos || source.find("\\_") != std::string_view::npos;
  if (quoted->value != value && !misread) return std::nullopt;
  return Scalar{style, std::move(quoted->value), quoted->end};
}

// Whether nothing but blanks and a comment follows on the line.
bool ends_line(std::string_view text, std::size_t pos) {
  const auto behind = skip_blanks(text, pos);
  return is_break(byte_at(text, behind)) || (behind > pos && text[behind] == '#');
}

std::string without_space(std::string_view text) {
  std::string rest;
  std::ranges::copy_if(text, std::back_inserter(rest), [](char c) { return !is_blank(c) && c != '\n'; });
  return rest;
}

// How a folded scalar folds is left to the parser, but no word of it may be lost.
bool says(const BlockScalar& block, bool literal, std::string_view value) {
  if (!literal) return without_space(block.lines) == without_space(value);
  const auto last = value.find_last_not_of('\n');
  return block.lines == value.substr(0, last == std::string_view::npos ? 0 : last + 1);
}

}  // namespace

std::optional<Quoted> scan_single_quoted(std::string_view text, std::size_t pos) {
  Quoted quoted;
  for (++pos; pos < text.size();) {
    const char c = text[pos];
    if (c == '\'') {
      if (byte_at(text, pos + 1) != '\'') {
        quoted.end = pos + 1;
        return quoted;
      }
      quoted.value.push_back(c);
      pos += 2;
    } else if (is_blank(c) || is_break(c)) {
      const auto fold = scan_fold(text, pos);
      append_fold(quoted.value, text, pos, fold);
      pos = fold.end;
    } else {
      quoted.value.push_back(c);
      ++pos;
    }
  }
  return std::nullopt;
}

std::optional<Quoted> scan_double_quoted(std::string_view text, std::size_t pos) {
  Quoted quoted;
  for (++pos; pos < text.size();) {
    const char c = text[pos];
    if (c == '"') {
      quoted.end = pos + 1;
      return quoted;
    }
    if (c == '\\') {
      if (!take_escape(text, pos, quoted.value)) {
        if (!quoted.bad_escape) quoted.bad_escape = pos;
        pos += 2;
      }
    } else if (is_blank(c) || is_break(c)) {
      const auto fold = scan_fold(text, pos);
      append_fold(quoted.value, text, pos, fold);
      pos = fold.end;
    } else {
      quoted.value.push_back(c);
      ++pos;
    }
  }
  return std::nullopt;
}

std::optional<std::size_t> scan_plain(std::string_view text, std::size_t pos, std::string_view value) {
  while (!value.empty()) {
    if (pos >= text.size()) return std::nullopt;
    if (is_blank(text[pos]) || is_break(text[pos])) {
      const auto fold = scan_fold(text, pos);
      std::string said;
      append_fold(said, text, pos, fold);
      if (!value.starts_with(said)) return std::nullopt;
      value.remove_prefix(said.size());
      pos = fold.end;
    } else {
      if (text[pos] != value.front()) return std::nullopt;
      value.remove_prefix(1);
      ++pos;
    }
  }
  return pos;
}

std::size_t null_word(std::string_view text, std::size_t pos) {
  constexpr std::array<std::string_view, 4> kWords{"~", "null", "Null", "NULL"};
  const auto* const found =
      std::ranges::find_if(kWords, [&](std::string_view word) { return text.substr(pos).starts_with(word); });
  return found == kWords.end() ? 0 : found->size();
}

BlockScalar scan_block_scalar(std::string_view text, std::size_t pos, std::size_t parent_indent) {
  BlockScalar block;
  for (++pos; pos < text.size() && std::string_view("+-123456789").find(text[pos]) != std::string_view::npos;
       ++pos)
    if (text[pos] >= '1') block.explicit_indent = static_cast<std::size_t>(text[pos] - '0');
  block.header_end = block.end = pos;
  if (block.explicit_indent > 0) block.indent = parent_indent + block.explicit_indent;

  std::size_t empty_lines = 0;
  for (auto start = start_of_next_line(text, pos); start < text.size();
       start = start_of_next_line(text, start)) {
    const auto line = line_at(text, start);
    if (block.indent == 0 && !line.blank() && line.spaces > parent_indent) block.indent = line.spaces;
    if (!line.blank() && (block.indent == 0 || line.spaces < block.indent)) break;
    if (block.indent == 0 || line.end - line.start <= block.indent) {
      ++empty_lines;
      continue;
    }
    if (block.end != block.header_end) ++empty_lines;  // the break behind the line before
    block.lines.append(empty_lines, '\n');
    block.lines.append(text.substr(line.start + block.indent, line.end - line.start - block.indent));
    block.end = line.end;
    empty_lines = 0;
  }
  return block;
}

std::optional<Scalar> scan_scalar(std::string_view text, std::size_t pos, std::size_t parent_indent,
                                  std::string_view value) {
  switch (byte_at(text, pos)) {
    case '\'':
      return to_scalar(NodeStyle::single_quoted, scan_single_quoted(text, pos), text, pos, value);
    case '"':
      return to_scalar(NodeStyle::double_quoted, scan_double_quoted(text, pos), text, pos, value);
    case '|':
    case '>': {
      const auto block = scan_block_scalar(text, pos, parent_indent);
      const bool literal = text[pos] == '|';
      if (!ends_line(text, block.header_end) || !says(block, literal, value)) return std::nullopt;
      return Scalar{literal ? NodeStyle::literal : NodeStyle::folded, std::string(value), block.end};
    }
    default: {
      const auto end = scan_plain(text, pos, value);
      if (!end) return std::nullopt;
      return Scalar{NodeStyle::plain, std::string(value), *end};
    }
  }
}

}  // namespace kam
