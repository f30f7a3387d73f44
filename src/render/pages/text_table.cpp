#include "render/pages/text_table.hpp"

#include <algorithm>

#include "kam/unicode/invisible.hpp"
#include "kam/unicode/orders.hpp"
#include "kam/unicode/unicode.hpp"
#include "render/cells.hpp"
#include "render/pages/bar.hpp"

namespace kam {

namespace {

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
