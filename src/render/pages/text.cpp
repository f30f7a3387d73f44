#include <algorithm>
#include <string_view>

#include "kam/render/render.hpp"
#include "kam/unicode/invisible.hpp"
#include "kam/unicode/orders.hpp"
#include "kam/unicode/unicode.hpp"
#include "render/cells.hpp"
#include "render/charts/chart_parts.hpp"
#include "render/charts/text_chart.hpp"
#include "render/pages/bar.hpp"
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

constexpr int kGap = 2;
constexpr int kComfortable = 32;  // a text cut to this still says what it is
constexpr int kNarrowest = 8;     // a text cut to less says nothing
constexpr int kBarNumber = 3;     // columns for the number beside a bar: 100

// What a column's scores have in common, so that their numbers stand under one another.
struct ScoreShape {
  bool bar = false;
  int number = 0;  // columns
  int mark = 0;
};

struct LaidColumn {
  std::string title;
  Align align = Align::left;
  int rank = 0;
  std::vector<StyledLine> cells;
  int natural = 0;  // columns it would like
  int floor = 0;    // columns it needs: values are never cut, texts are
  int width = 0;
};

std::string blanks(int count) {
  return std::string(static_cast<std::size_t>(std::max(0, count)), ' ');
}

Style style_of(Band band) {
  switch (band) {
    case Band::red:
      return Style::red;
    case Band::amber:
      return Style::amber;
    case Band::green:
      return Style::green;
    case Band::none:
      break;
  }
  return Style::plain;
}

enum class Bars { hidden, shown };

ScoreShape shape_of_scores(const Table& table, std::size_t index, Language language, Bars bars) {
  ScoreShape shape;
  for (const auto& row : table.rows) {
    const auto* score = std::get_if<Score>(&row[index]);
    if (score == nullptr) continue;
    shape.bar = shape.bar || (score->bar && bars == Bars::shown);
    shape.number = std::max(shape.number, display_width(cell_text(row[index], language)));
    shape.mark = std::max(shape.mark, display_width(escape_for_terminal(score->mark)));
  }
  if (shape.bar) shape.number = std::max(shape.number, kBarNumber);
  return shape;
}

StyledLine draw_score(const Score& score, const std::string& number, ScoreShape shape) {
  std::string text;
  if (shape.bar) text = (score.bar ? draw_bar(score.value) : blanks(kBarWidth)) + ' ';
  text += blanks(shape.number - display_width(number)) + number;
  const std::string mark = escape_for_terminal(score.mark);
  return {Piece{text, style_of(score.band)}, Piece{mark + blanks(shape.mark - display_width(mark))}};
}

StyledLine draw_cell(const Cell& cell, ScoreShape shape, Align align, Language language) {
  const std::string text = cell_text(cell, language);
  if (const auto* score = std::get_if<Score>(&cell)) return draw_score(*score, text, shape);
  const auto* term = std::get_if<Term>(&cell);
  const Style style = term != nullptr ? style_of(term->band) : Style::plain;
  StyledLine line{Piece{holds_words(cell) ? escape_for_terminal(text) : text, style}};
  if (align == Align::right) line.push_back(Piece{blanks(shape.mark)});
  return line;
}

LaidColumn lay_out_column(const Table& table, std::size_t index, Language language, Bars bars) {
  const Column& column = table.columns[index];
  const ScoreShape shape = shape_of_scores(table, index, language, bars);
  LaidColumn laid;
  laid.align = shape.bar ? Align::left : column.align;
  laid.rank = column.rank;
  if (table.head == Table::Head::shown) laid.title = escape_for_terminal(column.title);
  laid.natural = display_width(laid.title);
  for (const auto& row : table.rows) {
    laid.cells.push_back(draw_cell(row[index], shape, laid.align, language));
    if (index == 0)  // begins its line, so that its room is known
      for (auto& piece : laid.cells.back()) piece.text = disarm(piece.text);
    const int cell_width = line_width(laid.cells.back());
    laid.natural = std::max(laid.natural, cell_width);
    if (!holds_words(row[index])) laid.floor = std::max(laid.floor, cell_width);
  }
  const bool names_facts = table.head == Table::Head::hidden && index == 0;  // read before its values
  laid.floor = std::max(laid.floor, std::min(laid.natural, names_facts ? kComfortable : kNarrowest));
  laid.width = laid.natural;
  return laid;
}

int comfortable_width(const LaidColumn& column) {
  return std::max(column.floor, std::min(column.natural, kComfortable));
}

// Drops the columns of the highest rank, the last of equals first, until the others fit or only those are
// left that always stay.
void drop_columns(std::vector<LaidColumn>& columns, int width) {
  while (!columns.empty()) {
    int total = -kGap;
    auto first_to_go = columns.begin();
    for (auto column = columns.begin(); column != columns.end(); ++column) {
      total += comfortable_width(*column) + kGap;
      if (column->rank >= first_to_go->rank) first_to_go = column;
    }
    if (total <= width || first_to_go->rank == 0) return;
    columns.erase(first_to_go);
  }
}

void narrow_columns(std::vector<LaidColumn>& columns, int width) {
  int total = -kGap;
  for (auto& column : columns) {
    column.width = std::max(column.floor, std::min(column.natural, width));
    total += column.width + kGap;
  }
  while (total > width) {
    LaidColumn* widest = nullptr;
    for (auto& column : columns)
      if (column.width > column.floor && (widest == nullptr || column.width > widest->width))
        widest = &column;
    if (widest == nullptr) return;
    --widest->width;
    --total;
  }
}

using LaidColumns = std::vector<LaidColumn>;

LaidColumns lay_out_columns(const Table& table, Language language, Bars bars) {
  LaidColumns columns;
  for (std::size_t i = 0; i < table.columns.size(); ++i)
    columns.push_back(lay_out_column(table, i, language, bars));
  return columns;
}

// As many columns as fit; the bars go before a column does.
LaidColumns fit_columns(const Table& table, Language language, int width) {
  auto columns = lay_out_columns(table, language, Bars::shown);
  drop_columns(columns, width);
  if (columns.size() < table.columns.size()) {
    auto plain = lay_out_columns(table, language, Bars::hidden);
    drop_columns(plain, width);
    if (plain.size() > columns.size()) columns = std::move(plain);
  }
  narrow_columns(columns, width);
  return columns;
}

void append_aligned(StyledLine& line, const StyledLine& cell, const LaidColumn& column) {
  const StyledLine fitting = cut_line(cell, column.width);
  const std::string padding = blanks(column.width - line_width(fitting));
  if (!line.empty()) line.push_back(Piece{blanks(kGap)});
  if (column.align == Align::right) line.push_back(Piece{padding});
  line.insert(line.end(), fitting.begin(), fitting.end());
  if (column.align == Align::left) line.push_back(Piece{padding});
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

std::vector<StyledLine> lay_out_table(const Table& table, Language language, std::optional<int> width) {
  const auto columns =
      width ? fit_columns(table, language, *width) : lay_out_columns(table, language, Bars::shown);
  std::vector<StyledLine> lines;
  if (table.head == Table::Head::shown) {
    lines.emplace_back();
    for (const auto& column : columns)
      append_aligned(lines.back(), {Piece{column.title, Style::bold}}, column);
  }
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    lines.emplace_back();
    for (const auto& column : columns) append_aligned(lines.back(), column.cells[row], column);
  }
  if (width)
    for (auto& line : lines) line = cut_line(trim_line(line), *width);
  return lines;
}

}  // namespace kam
