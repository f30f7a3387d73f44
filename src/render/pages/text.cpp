#include <algorithm>
#include <string_view>

#include "kam/render/render.hpp"
#include "kam/unicode/invisible.hpp"
#include "kam/unicode/orders.hpp"
#include "kam/unicode/unicode.hpp"
#include "render/charts/chart_parts.hpp"
#include "render/charts/text_chart.hpp"
#include "render/pages/styled.hpp"
#include "render/pages/text_table.hpp"
#include "render/pages/verbatim.hpp"

namespace kam {

namespace {

constexpr int kPageWidth = 100;  // where the aside ends when there is no terminal, or a very wide one
constexpr int kMinimumGap = 2;
constexpr Indent kItem{2, 4};
constexpr int kVerbatimIndent = 2;

using Lines = std::vector<StyledLine>;
using Width = std::optional<int>;

StyledLine styled(std::string_view text, Style style) {
  return {Piece{escape_for_terminal(text), style}};
}

StyledLine style_spans(const Line& line, Style base) {
  StyledLine pieces;
  for (const auto& span : line) {
    const Style style = span.kind == Span::Kind::strong ? Style::bold : base;
    // A command is copied from the screen: it stays in one piece.
    const auto breaking = span.kind == Span::Kind::code ? Piece::Breaking::never : Piece::Breaking::at_blanks;
    pieces.push_back({escape_for_terminal(span.text), style, breaking});
  }
  return pieces;
}

void append_lines(Lines& lines, const Lines& more) {
  lines.insert(lines.end(), more.begin(), more.end());
}

// The title with the aside at the right; where they do not fit on one line, one under the other.
Lines title_lines(const Document& document, Width width) {
  const StyledLine title = styled(document.title, Style::bold);
  const StyledLine aside = styled(document.aside, Style::plain);
  const int page = std::min(width.value_or(kPageWidth), kPageWidth);
  const int used = line_width(title) + line_width(aside);
  if (document.aside.empty() || (width && used + kMinimumGap > *width)) {
    Lines lines;
    if (!document.title.empty()) append_lines(lines, wrap_line(title, width, {}));
    if (!document.aside.empty()) append_lines(lines, wrap_line(aside, width, {}));
    return lines;
  }
  const auto gap = static_cast<std::size_t>(std::max(kMinimumGap, page - used));
  return {{title.front(), Piece{std::string(gap, ' ')}, aside.front()}};
}

Lines head_lines(const Document& document, Width width) {
  Lines lines = title_lines(document, width);
  for (const auto& line : document.subtitle)
    append_lines(lines, wrap_line(styled(line, Style::plain), width, {}));
  return lines;
}

struct BlockLines {
  Language language;
  Width width;

  Lines operator()(const Heading& heading) const {
    return wrap_line(styled(heading.text, Style::bold), width, {});
  }
  Lines operator()(const Paragraph& paragraph) const {
    if (paragraph.line.empty()) return {};
    return wrap_line(style_spans(paragraph.line, paragraph.tone == Tone::muted ? Style::dim : Style::plain),
                     width, {});
  }
  Lines operator()(const BulletList& list) const {
    Lines lines;
    for (const auto& item : list.items)
      append_lines(lines, wrap_line(style_spans(item, Style::plain), width, kItem));
    return lines;
  }
  Lines operator()(const Verbatim& verbatim) const {
    Lines lines;
    for (const auto& line : verbatim_lines(verbatim.text)) {
      const std::size_t text = std::min(line.find_first_not_of(' '), line.size());
      const int indent = kVerbatimIndent + static_cast<int>(text);
      append_lines(lines, wrap_line(styled(std::string_view(line).substr(text), Style::plain), width,
                                    {indent, indent}));
    }
    return lines;
  }
  Lines operator()(const Table& table) const { return lay_out_table(table, language, width); }
  // The sentence first, for who does not see the picture.
  Lines operator()(const Chart& chart) const {
    Lines lines;
    if (!chart.alternative.empty()) lines = wrap_line(styled(chart.alternative, Style::plain), width, {});
    const auto picture = draw_chart(chart, width.value_or(kPictureColumns));
    for (const auto& line : picture) lines.push_back({Piece{line}});
    if (!picture.empty() && !chart.not_drawn.empty()) lines.emplace_back();
    for (const auto& part : chart.not_drawn)
      append_lines(lines, wrap_line(styled(not_drawn_text(part), Style::dim), width, {}));
    return lines;
  }
  // Nothing is folded: a summary is a heading.
  Lines operator()(const FoldBegin& fold) const {
    return wrap_line(styled(fold.summary, Style::bold), width, {});
  }
  Lines operator()(const FoldEnd& /*fold*/) const { return {}; }
};

// Headings and summaries stand close to what they head, remarks close to the paragraph they remark on.
bool stands_close(const Block& block, const Block& previous) {
  if (std::holds_alternative<Heading>(previous) || std::holds_alternative<FoldBegin>(previous)) return true;
  const auto* paragraph = std::get_if<Paragraph>(&block);
  return paragraph != nullptr && paragraph->tone != Tone::normal &&
         std::holds_alternative<Paragraph>(previous);
}

}  // namespace

std::string render_text(const Document& document, const TextOptions& options) {
  Lines lines = head_lines(document, options.width);
  const Block* previous = nullptr;
  for (const auto& block : document.blocks) {
    const Lines more = std::visit(BlockLines{document.language, options.width}, block);
    if (more.empty()) continue;
    const bool close = previous != nullptr && stands_close(block, *previous);
    if (!lines.empty() && !close) lines.emplace_back();
    append_lines(lines, more);
    previous = &block;
  }
  if (lines.empty()) lines.emplace_back();
  std::string out;
  for (const auto& line : lines) write_line(out, line, options.color);
  return disarm(out);
}

}  // namespace kam
