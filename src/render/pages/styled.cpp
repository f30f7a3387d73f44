#include "render/pages/styled.hpp"

#include <algorithm>
#include <string_view>

#include "kam/unicode/unicode.hpp"
#include "render/pages/verbatim.hpp"

namespace kam {

namespace {

std::string_view escape_sequence(Style style) {
  switch (style) {
    case Style::plain:
      return "";
    case Style::bold:
      return "\x1B[1m";
    case Style::dim:
      return "\x1B[2m";
    case Style::red:
      return "\x1B[31m";
    case Style::amber:
      return "\x1B[33m";
    case Style::green:
      return "\x1B[32m";
  }
  return "";
}

// Appends to the line's last piece where the style is the same.
void append_text(StyledLine& line, std::string_view text, Style style) {
  if (line.empty() || line.back().style != style)
    line.push_back({std::string(text), style});
  else
    line.back().text += text;
}

// The words between blanks; a word may change its style inside.
std::vector<StyledLine> split_words(const StyledLine& line) {
  std::vector<StyledLine> words;
  bool open = false;
  for (const auto& piece : line) {
    for (std::size_t start = 0; start < piece.text.size();) {
      const bool breaks = piece.breaking == Piece::Breaking::at_blanks;
      if (breaks && piece.text[start] == ' ') {
        open = false;
        ++start;
        continue;
      }
      const std::size_t end =
          breaks ? std::min(piece.text.find(' ', start), piece.text.size()) : piece.text.size();
      if (!open) words.emplace_back();
      append_text(words.back(), std::string_view(piece.text).substr(start, end - start), piece.style);
      open = true;
      start = end;
    }
  }
  return words;
}

StyledLine indented(int columns) {
  if (columns == 0) return {};
  return {Piece{std::string(static_cast<std::size_t>(columns), ' ')}};
}

void append_word(StyledLine& line, const StyledLine& word) {
  for (const auto& piece : word) append_text(line, piece.text, piece.style);
}

// The blank between two words belongs to their style where they share one.
void append_blank(StyledLine& line, const StyledLine& next_word) {
  const Style before = line.back().style;
  append_text(line, " ", before == next_word.front().style ? before : Style::plain);
}

bool has_visible_text(const Piece& piece) {
  return piece.text.find_first_not_of(' ') != std::string::npos;
}

void drop_blanks_at_end(std::string& line) {
  line.resize(line.find_last_not_of(' ') + 1);
}

}  // namespace

int line_width(const StyledLine& line) {
  int width = 0;
  for (const auto& piece : line) width += display_width(piece.text);
  return width;
}

StyledLine cut_line(const StyledLine& line, int width) {
  if (line_width(line) <= width) return line;
  StyledLine cut;
  int left = width;
  for (const auto& piece : line) {
    const int piece_width = display_width(piece.text);
    if (piece_width < left) {  // one column has to stay for the ellipsis
      cut.push_back(piece);
      left -= piece_width;
      continue;
    }
    // One character more makes the piece too wide even where it alone would just fit.
    cut.push_back({cut_to_width(piece.text + ".", left), piece.style});
    break;
  }
  return cut;
}

std::vector<StyledLine> wrap_line(const StyledLine& line, std::optional<int> width, Indent indent) {
  if (!width || indent.first + line_width(line) <= *width) {
    StyledLine whole = indented(indent.first);
    whole.insert(whole.end(), line.begin(), line.end());
    return {whole};
  }
  std::vector<StyledLine> lines{indented(indent.first)};
  int used = indent.first;
  bool line_is_empty = true;
  for (const auto& word : split_words(line)) {
    const int word_width = line_width(word);
    if (!line_is_empty && used + 1 + word_width > *width) {
      lines.push_back(indented(indent.rest));
      used = indent.rest;
      line_is_empty = true;
    }
    if (!line_is_empty) {
      append_blank(lines.back(), word);
      ++used;
    }
    append_word(lines.back(), word);
    used += word_width;
    line_is_empty = false;
  }
  return lines;
}

StyledLine trim_line(StyledLine line) {
  while (!line.empty() && !has_visible_text(line.back())) line.pop_back();
  if (!line.empty()) line.back().text.resize(line.back().text.find_last_not_of(' ') + 1);
  return line;
}

void write_line(std::string& out, const StyledLine& line, Color color) {
  for (const auto& piece : trim_line(line)) {
    const bool styled = color == Color::on && piece.style != Style::plain && !piece.text.empty();
    if (styled) out += escape_sequence(piece.style);
    out += piece.text;
    if (styled) out += "\x1B[0m";
  }
  out += '\n';
}

std::vector<std::string> verbatim_lines(std::string_view text) {
  std::vector<std::string> lines(1);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\r' && text.substr(i).starts_with("\r\n")) continue;
    if (text[i] == '\n' || text[i] == '\r')
      lines.emplace_back();
    else if (text[i] == '\t')
      lines.back() += "    ";
    else
      lines.back() += text[i];
  }
  std::ranges::for_each(lines, drop_blanks_at_end);
  const auto is_empty = [](const std::string& line) { return line.empty(); };
  lines.erase(lines.begin(), std::ranges::find_if_not(lines, is_empty));
  while (!lines.empty() && lines.back().empty()) lines.pop_back();
  return lines;
}

}  // namespace kam
