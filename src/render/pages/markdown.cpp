#include <algorithm>
#include <string_view>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "kam/render/render.hpp"
#include "kam/unicode/unicode.hpp"
#include "render/cells.hpp"
#include "render/charts/chart_parts.hpp"
#include "render/charts/text_chart.hpp"
#include "render/pages/markdown_escape.hpp"
#include "render/pages/verbatim.hpp"

namespace kam {

namespace {

constexpr std::string_view kSeparator = " · ";

bool is_ascii_alphanumeric(char32_t c) {
  return (c >= U'0' && c <= U'9') || (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
}

// Whether `**` between these two opens or closes: it does not where a word lies on its outer side and a
// punctuation mark on its inner.
bool can_delimit(char32_t outer, char32_t inner) {
  const bool outer_word = is_ascii_alphanumeric(outer) || outer >= 0x80;
  return !outer_word || is_ascii_alphanumeric(inner);
}

// `**text**`, or the text alone where the asterisks would be shown as such.
std::string strong_markdown(std::string_view text, Neighbours around) {
  const std::u32string inner = decode_utf8(text);
  if (!can_delimit(around.previous, inner.front()) || !can_delimit(around.next, inner.back()))
    return escape_markdown(text, around);
  return fmt::format("**{}**", escape_markdown(text, {U'*', U'*'}));
}

// `text` is not empty and has no blanks at its ends.
std::string text_markdown(const Span& span, std::string_view text, Neighbours around) {
  switch (span.kind) {
    case Span::Kind::strong:
      return strong_markdown(text, around);
    case Span::Kind::code:
      return markdown_code(text);
    case Span::Kind::link:
      return markdown_link(escape_markdown(text, {U'[', U']'}), span.page);
    case Span::Kind::plain:
      break;
  }
  return escape_markdown(text, around);
}

// Without controls and blanks at the start; neighbours of one kind are made one, as `**a****b**` would not be
// what it seems.
Line tidy_line(const Line& line) {
  Line tidy;
  for (const auto& span : line) {
    std::string text = blank_controls(span.text);
    if (tidy.empty()) text.erase(0, text.find_first_not_of(' '));
    if (text.empty()) continue;
    if (!tidy.empty() && tidy.back().kind == span.kind && tidy.back().page == span.page)
      tidy.back().text += text;
    else
      tidy.push_back({span.kind, text, span.page});
  }
  return tidy;
}

// The character that the span's Markdown ends with.
char32_t last_character(const Span& span) {
  if (span.kind == Span::Kind::link) return U')';
  if (span.kind == Span::Kind::code) return U'`';
  return decode_utf8(span.text).back();
}

// From the last span to the first, since escaping depends on what follows.
std::string line_markdown(const Line& spans) {
  const Line line = tidy_line(spans);
  std::string out;
  for (std::size_t i = line.size(); i-- > 0;) {
    const std::string& text = line[i].text;
    const std::size_t start = text.find_first_not_of(' ');
    if (start == std::string::npos) {
      out.insert(0, text);
      continue;
    }
    const std::size_t end = text.find_last_not_of(' ') + 1;
    out.insert(0, text.substr(end));
    Neighbours around;
    if (i > 0) around.previous = start > 0 ? U' ' : last_character(line[i - 1]);
    if (!out.empty()) around.next = decode_utf8(out).front();
    out.insert(0, text_markdown(line[i], std::string_view(text).substr(start, end - start), around));
    out.insert(0, start, ' ');
  }
  return out;
}

struct CellMarkdown {
  Language language;

  std::string operator()(const Cell& cell) const {
    const std::string text = cell_text(cell, language);
    if (!holds_words(cell)) {
      const auto* score = std::get_if<Score>(&cell);
      return score == nullptr ? text : text + escape_markdown(score->mark);
    }
    const auto* linked = std::get_if<Text>(&cell);
    if (linked == nullptr || linked->page.empty()) return escape_markdown(text);
    return markdown_link(escape_markdown(text, {U'[', U']'}), linked->page);
  }
};

std::string table_row(const std::vector<std::string>& cells) {
  std::string row = "|";
  for (const auto& cell : cells) row += fmt::format(" {} |", cell);
  return row + '\n';
}

std::string grid_markdown(const Table& table, Language language) {
  if (table.columns.empty()) return {};
  std::vector<std::string> titles;
  std::vector<std::string> rules;
  for (const auto& column : table.columns) {
    titles.push_back(escape_markdown(column.title));
    rules.emplace_back(column.align == Align::right ? "---:" : "---");
  }
  std::string out = table_row(titles) + table_row(rules);
  for (const auto& row : table.rows) {
    std::vector<std::string> cells(row.size());
    std::ranges::transform(row, cells.begin(), CellMarkdown{language});
    out += table_row(cells);
  }
  return out;
}

// `**Label:** `, without a second mark where the label ends in one.
std::string fact_label(const std::string& label) {
  if (label.empty()) return {};
  const bool has_mark = label.ends_with(':') || label.ends_with('?');
  return fmt::format("**{}{}** ", label, has_mark ? "" : ":");
}

// A table without a head is a list of facts: a label, and what is known of it.
std::string facts_markdown(const Table& table, Language language, char bullet) {
  std::string out;
  for (const auto& row : table.rows) {
    std::string values;
    for (std::size_t i = 1; i < row.size(); ++i) {
      const std::string value = CellMarkdown{language}(row[i]);
      if (value.empty()) continue;
      if (!values.empty()) values += kSeparator;
      values += value;
    }
    const std::string label = row.empty() ? "" : CellMarkdown{language}(row.front());
    out += fmt::format("{} {}{}\n", bullet, row.size() == 1 ? label : fact_label(label), values);
  }
  return out;
}

std::string verbatim_markdown(std::string_view text) {
  std::string out;
  const std::vector<std::string> lines = verbatim_lines(text);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string& line = lines[i];
    if (line.empty()) {
      out += ">\n";
      continue;
    }
    out += "> ";
    for (std::size_t blank = 0; blank < line.find_first_not_of(' '); ++blank) out += "&nbsp;";
    out += escape_markdown(line);
    if (i + 1 < lines.size() && !lines[i + 1].empty()) out += '\\';  // a hard line break
    out += '\n';
  }
  return out;
}

std::string fence_around(const std::vector<std::string>& lines) {
  std::string fence = "```";
  for (const auto& line : lines)
    while (line.find(fence) != std::string::npos) fence += '`';
  return fence;
}

// One blank line between a fence and the next; what Mermaid cannot say stands under its diagrams.
std::string mermaid_markdown(const Chart& chart) {
  std::string out;
  for (const auto& diagram : render_mermaid(chart)) out += fmt::format("```mermaid\n{}```\n\n", diagram);
  if (out.empty()) return out;
  for (const auto& part : chart.not_drawn) out += escape_markdown(not_drawn_text(part)) + "\n\n";
  out.pop_back();
  return out;
}

// A fence is longer than any row of backticks that a name in the picture may have.
std::string drawn_markdown(const Chart& chart) {
  std::string out;
  if (!chart.alternative.empty()) out += escape_markdown(chart.alternative) + "\n\n";
  const auto lines = draw_chart(chart, kPictureColumns);
  if (!lines.empty()) {
    const std::string fence = fence_around(lines);
    out += fmt::format("{}text\n{}\n{}\n\n", fence, fmt::join(lines, "\n"), fence);
  }
  for (const auto& part : chart.not_drawn) out += escape_markdown(not_drawn_text(part)) + "\n\n";
  if (!out.empty()) out.pop_back();
  return out;
}

std::string picture_markdown(const Chart& chart, std::string_view page) {
  return fmt::format("![{}]({})\n", escape_markdown(chart_in_words(chart), {U'[', U']'}),
                     markdown_target(picture_file(page, chart)));
}

struct BlockMarkdown {
  Language language;
  const MarkdownOptions& options;
  char bullet;  // two lists in a row are one unless their bullets differ

  std::string operator()(const Heading& heading) const {
    const auto level = static_cast<std::size_t>(std::clamp(heading.level, 1, 6));
    return fmt::format("{} {}\n", std::string(level, '#'), escape_markdown(heading.text));
  }
  std::string operator()(const Paragraph& paragraph) const {
    const std::string text = line_markdown(paragraph.line);
    return text.empty() ? "" : text + '\n';
  }
  std::string operator()(const BulletList& list) const {
    std::string out;
    for (const auto& item : list.items) out += fmt::format("{} {}\n", bullet, line_markdown(item));
    return out;
  }
  std::string operator()(const Verbatim& verbatim) const { return verbatim_markdown(verbatim.text); }
  std::string operator()(const Table& table) const {
    return table.head == Table::Head::shown ? grid_markdown(table, language)
                                            : facts_markdown(table, language, bullet);
  }
  std::string operator()(const Chart& chart) const {
    switch (options.pictures) {
      case Pictures::text:
        return drawn_markdown(chart);
      case Pictures::mermaid:
        return mermaid_markdown(chart);
      case Pictures::svg:
        return picture_markdown(chart, options.page);
      case Pictures::none:
        break;
    }
    return {};
  }
  // Markdown stands between the lines of HTML, with a blank line to either side.
  std::string operator()(const FoldBegin& fold) const { return markdown_fold(fold.summary); }
  std::string operator()(const FoldEnd& /*fold*/) const { return "</details>\n"; }
};

void append_block(std::string& out, const std::string& block) {
  if (block.empty()) return;
  if (!out.empty()) out += '\n';
  out += block;
}

std::string head_markdown(const Document& document) {
  std::string head;
  if (!document.title.empty()) append_block(head, fmt::format("# {}\n", escape_markdown(document.title)));
  std::string lines;
  const auto append_line = [&lines](const std::string& text) {
    if (text.empty()) return;
    if (!lines.empty()) lines += "\\\n";
    lines += escape_markdown(text);
  };
  append_line(document.aside);
  for (const auto& line : document.subtitle) append_line(line);
  append_block(head, lines.empty() ? "" : lines + '\n');
  return head;
}

}  // namespace

std::string picture_file(std::string_view page, const Chart& chart) {
  return fmt::format("{}.{}.svg", page, chart.id);
}

std::string render_markdown(const Document& document, const MarkdownOptions& options) {
  std::string out = head_markdown(document);
  char bullet = '*';
  for (const auto& block : document.blocks) {
    const char other = bullet == '-' ? '*' : '-';
    const std::string text = std::visit(BlockMarkdown{document.language, options, other}, block);
    if (text.empty()) continue;
    bullet = text.starts_with(std::string{other, ' '}) ? other : '*';
    append_block(out, text);
  }
  if (document.parent) append_block(out, line_markdown({*document.parent}) + '\n');
  if (out.empty()) out += '\n';
  return escape_orders(out);
}

}  // namespace kam
