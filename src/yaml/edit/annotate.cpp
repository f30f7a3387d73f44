#include "kam/yaml/annotate.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <vector>

#include <fmt/format.h>

#include "kam/unicode/unicode.hpp"
#include "kam/yaml/byte_problem.hpp"
#include "kam/yaml/lines.hpp"

namespace kam {

namespace {

// A line as it looks: the text may not parse, so no parser can be asked.
struct LineView {
  std::size_t start = 0;
  std::size_t indent = 0;    // in blanks
  std::string_view content;  // without indentation and what blanks end the line

  bool is_blank() const { return content.empty(); }
  bool is_comment() const { return content.starts_with('#'); }
};

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

std::vector<LineView> split_lines(std::string_view text) {
  std::vector<LineView> lines;
  for (auto start = size_of_mark(text); lines.empty() || start < text.size();
       start = start_of_next_line(text, start)) {
    const auto line = text.substr(start, text.find('\n', start) - start);
    const auto indent = std::min(line.find_first_not_of(' '), line.size());
    lines.push_back({start, indent, trimmed(line)});
  }
  return lines;
}

bool is_dash(std::string_view content) {
  return content.starts_with('-') && (content.size() == 1 || is_blank(content[1]));
}

// Whether a key or an item begins with this line, rather than another line of a text.
bool begins_entry(std::string_view content) {
  if (is_dash(content)) return true;
  return content.ends_with(':') || content.find(": ") != std::string_view::npos ||
         content.find(":\t") != std::string_view::npos;
}

// Whether the line ends with `key: |`, `- >-` or the like.
bool opens_block_scalar(std::string_view content) {
  const auto line = trimmed(content.substr(0, content.find(" #")));
  const auto sign = line.find_last_not_of("+-0123456789");
  if (sign == std::string_view::npos || (line[sign] != '|' && line[sign] != '>')) return false;
  const auto before = line.substr(0, sign);
  const auto word = trimmed(before);
  return word.size() < before.size() && (word.ends_with(':') || word.ends_with('-'));
}

// The column that a block scalar's lines must be indented deeper than, where one opens on this line.
std::size_t scope_of(const LineView& line) {
  std::size_t at = 0;
  std::size_t dash = 0;
  while (is_dash(line.content.substr(at))) {
    dash = at;
    at = skip_blanks(line.content, at + 1);
  }
  const bool in_item = at < line.content.size() && (line.content[at] == '|' || line.content[at] == '>');
  return line.indent + (in_item ? dash : at);
}

// The line at or above line `at` that a comment can stand above without becoming part of a text.
std::size_t find_home(const std::vector<LineView>& lines, std::size_t at) {
  const auto& line = lines[at];
  auto home = at;
  auto depth = line.is_blank() ? std::numeric_limits<std::size_t>::max() : line.indent;
  bool continues = !line.is_blank() && !line.is_comment() && !begins_entry(line.content);
  for (auto i = at; i-- > 0 && depth > 0;) {
    const auto& above = lines[i];
    if (above.is_blank() || above.is_comment()) continue;
    if (opens_block_scalar(above.content) && scope_of(above) < depth) {
      home = i;
      continues = false;
    } else if (continues && above.indent < line.indent) {
      if (begins_entry(above.content)) home = i;
      continues = false;
    }
    depth = std::min(depth, above.indent);
  }
  if (home != at || !line.is_blank()) return home;
  auto below = at;  // an empty line in a quoted text: the text goes on below it
  while (below < lines.size() && lines[below].is_blank()) ++below;
  const auto home_below = below < lines.size() ? find_home(lines, below) : at;
  return home_below < at ? home_below : at;
}

std::string choose_marker(std::string_view text) {
  std::string marker = "# kam:";
  for (int number = 2; text.find(marker) != std::string_view::npos; ++number)
    marker = fmt::format("# kam {}:", number);
  return marker;
}

}  // namespace

Annotated annotate(std::string_view text, std::span<const LineNote> notes) {
  const auto lines = split_lines(text);
  const auto marker = choose_marker(text);
  std::map<std::size_t, std::vector<std::string>> comments;  // by the line that they stand above
  for (const auto& note : notes) {
    const auto line = std::min(static_cast<std::size_t>(std::max(note.line, 1)), lines.size()) - 1;
    comments[find_home(lines, line)].emplace_back(trimmed(marker + " " + escape_controls(note.text)));
  }
  const auto first_break = text.find('\n');
  const bool crlf = first_break != std::string_view::npos && first_break > 0 && text[first_break - 1] == '\r';
  Annotated annotated{{}, marker};
  std::size_t copied = 0;
  for (const auto& [line, of_line] : comments) {
    annotated.text += text.substr(copied, lines[line].start - copied);
    copied = lines[line].start;
    for (const auto& comment : of_line)
      annotated.text += std::string(lines[line].indent, ' ') + comment + (crlf ? "\r\n" : "\n");
  }
  annotated.text += text.substr(copied);
  return annotated;
}

std::string without_notes(std::string_view text, std::string_view marker) {
  auto start = size_of_mark(text);
  std::string rest(text.substr(0, start));
  while (start < text.size()) {
    const auto next = start_of_next_line(text, start);
    if (!text.substr(skip_blanks(text, start)).starts_with(marker)) rest += text.substr(start, next - start);
    start = next;
  }
  return rest;
}

}  // namespace kam
