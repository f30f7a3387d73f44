#include "kam/yaml/lines.hpp"

#include "kam/yaml/byte_problem.hpp"

namespace kam {

std::size_t start_of_line(std::string_view text, std::size_t pos) {
  const auto found = pos == 0 ? std::string_view::npos : text.rfind('\n', pos - 1);
  return found == std::string_view::npos ? size_of_mark(text) : found + 1;
}

std::size_t end_of_line(std::string_view text, std::size_t pos) {
  const auto found = text.find_first_of("\r\n", pos);
  return found == std::string_view::npos ? text.size() : found;
}

std::size_t start_of_next_line(std::string_view text, std::size_t pos) {
  const auto found = text.find('\n', pos);
  return found == std::string_view::npos ? text.size() : found + 1;
}

std::size_t skip_blanks(std::string_view text, std::size_t pos) {
  while (pos < text.size() && is_blank(text[pos])) ++pos;
  return pos;
}

Fold scan_fold(std::string_view text, std::size_t pos) {
  Fold fold;
  for (; pos < text.size() && (is_blank(text[pos]) || is_break(text[pos])); ++pos)
    if (text[pos] == '\n') ++fold.breaks;
  fold.end = pos;
  return fold;
}

std::optional<std::size_t> find_indenting_tab(std::string_view text, std::size_t begin, std::size_t end) {
  const auto part = text.substr(0, end);  // the line that ends it may go on for a megabyte
  for (auto pos = part.find('\n', begin); pos < end; pos = part.find('\n', pos + 1))
    for (auto blank = pos + 1; blank < end && is_blank(text[blank]); ++blank)
      if (text[blank] == '\t') return blank;
  return std::nullopt;
}

Gap scan_gap(std::string_view text, std::size_t pos) {
  Gap gap;
  const auto begin = pos;
  while (true) {
    const auto first = scan_fold(text, pos).end;
    const bool behind_blank = first > pos || pos == size_of_mark(text) || is_break(byte_at(text, pos - 1));
    gap.end = first;
    if (first >= text.size() || text[first] != '#' || !behind_blank) break;
    pos = end_of_line(text, first);
  }
  if (gap.end >= text.size()) return gap;
  // Only what lies in the gap is looked at: the line before it may be a megabyte long.
  const auto line_end = text.substr(begin, gap.end - begin).rfind('\n');
  const bool is_at_start = begin == size_of_mark(text) || (begin > 0 && text[begin - 1] == '\n');
  if (line_end == std::string_view::npos && !is_at_start) return gap;
  const auto start = line_end == std::string_view::npos ? begin : begin + line_end + 1;
  const auto tab = text.substr(start, gap.end - start).find('\t');
  if (tab != std::string_view::npos) gap.tab = start + tab;
  return gap;
}

}  // namespace kam
