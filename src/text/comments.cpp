#include "text/comments.hpp"

#include <algorithm>

namespace kam::comments {

namespace {

constexpr std::size_t kProseWidth = 100;       // columns, the `# ` counted
constexpr std::size_t kWidestAlignedRow = 56;  // bytes of YAML, which is ASCII up to here

std::size_t code_points(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
}

// The length of what a YAML reader may take for a line break or refuse in a comment, at the start of `text`.
std::size_t break_length(std::string_view text) {
  const auto first = static_cast<unsigned char>(text.front());
  if (first < 0x20U || first == 0x7FU) return 1;
  if (first == 0xC2U && text.size() > 1 && static_cast<unsigned char>(text[1]) < 0xA0U) return 2;  // C1, NEL
  if (text.starts_with("\u2028") || text.starts_with("\u2029")) return 3;
  return 0;
}

std::string wrapped(std::string_view paragraph) {
  std::string lines;
  std::string line = "#";
  while (!paragraph.empty()) {
    const auto word = paragraph.substr(0, paragraph.find(' '));
    paragraph.remove_prefix(std::min(word.size() + 1, paragraph.size()));
    if (line.size() > 1 && code_points(line) + 1 + code_points(word) > kProseWidth) {
      lines += line + '\n';
      line.resize(1);
    }
    line += ' ';
    line += word;
  }
  return lines + line + '\n';
}

}  // namespace

std::string prose(std::string_view text) {
  std::string lines;
  while (!text.empty()) {
    const auto paragraph = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(paragraph.size() + 1, text.size()));
    lines += wrapped(paragraph);
  }
  return lines;
}

std::string rows(const std::vector<Row>& rows, Form form) {
  std::size_t column = 0;
  for (const auto& row : rows)
    if (!row.remark.empty() && row.yaml.size() <= kWidestAlignedRow)
      column = std::max(column, row.yaml.size());

  std::string lines;
  for (const auto& [yaml, remark] : rows) {
    if (form == Form::fill_in) lines += '#';
    lines += yaml;
    if (!remark.empty()) {
      if (yaml.size() < column) lines.append(column - yaml.size(), ' ');
      lines += "  # " + remark;
    }
    lines += '\n';
  }
  return lines;
}

std::string entry(std::string_view indent, std::string_view id, std::size_t widest, std::string_view value) {
  std::string line(indent);
  line += id;
  line += ':';
  line.append(1 + (widest > id.size() ? widest - id.size() : 0), ' ');
  line += value;
  return line;
}

std::string one_line(std::string_view text) {
  std::string line;
  while (!text.empty()) {
    const auto length = break_length(text);
    if (length == 0)
      line += text.front();
    else
      line += ' ';
    text.remove_prefix(std::max<std::size_t>(length, 1));
  }
  return line;
}

}  // namespace kam::comments
