#include "report/matrix.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "kam/text/labels.hpp"
#include "kam/text/messages.hpp"
#include "kam/unicode/unicode.hpp"

namespace kam {

namespace {

constexpr int kWidth = 61;   // columns for fulfilment 0 to 100
constexpr int kHeight = 17;  // lines for attractiveness 0 to 100

// One character cell each; a cell holds one code point of width one, or nothing behind a wide one.
class Canvas {
 public:
  Canvas() { cells_.fill(" "); }

  void put(int column, int line, std::string_view text) { at(column, line) = text; }

  // Writes ASCII, where nothing but blanks and lines is overwritten.
  bool try_write(int column, int line, std::string_view text) {
    if (column < 0 || line < 0 || line >= kHeight || column + static_cast<int>(text.size()) > kWidth)
      return false;
    for (int i = -1; i <= static_cast<int>(text.size()); ++i)
      if (is_taken(column + i, line)) return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
      at(column + static_cast<int>(i), line) = text.substr(i, 1);
      taken_[index(column + static_cast<int>(i), line)] = true;
    }
    return true;
  }

  std::string line(int number) const {
    std::string text;
    for (int column = 0; column < kWidth; ++column) text += cells_[index(column, number)];
    const auto last = text.find_last_not_of(' ');
    return last == std::string::npos ? std::string{} : text.substr(0, last + 1);
  }

 private:
  static std::size_t index(int column, int line) {
    return static_cast<std::size_t>(line) * kWidth + static_cast<std::size_t>(column);
  }
  std::string& at(int column, int line) { return cells_[index(column, line)]; }
  bool is_taken(int column, int line) const {
    return column >= 0 && column < kWidth && taken_[index(column, line)];
  }

  std::array<std::string, static_cast<std::size_t>(kWidth* kHeight)> cells_;
  std::array<bool, static_cast<std::size_t>(kWidth* kHeight)> taken_{};
};

int column_of(double fulfilment) {
  return static_cast<int>(std::lround(fulfilment / 100 * (kWidth - 1)));
}
int line_of(double attractiveness) {
  return kHeight - 1 - static_cast<int>(std::lround(attractiveness / 100 * (kHeight - 1)));
}

void draw_thresholds(Canvas& canvas, const Thresholds& thresholds) {
  const int cross_column = column_of(thresholds.matrix_strength);
  const int cross_line = line_of(thresholds.matrix_attractiveness);
  for (int line = 0; line < kHeight; ++line) canvas.put(cross_column, line, "┊");
  for (int column = 0; column < kWidth; ++column) canvas.put(column, cross_line, "┈");
  canvas.put(cross_column, cross_line, "┼");
}

// The nearest free place to the point, nearer ones first; false where the neighbourhood is full.
bool place_number(Canvas& canvas, int column, int line, const std::string& number) {
  column = std::min(column, kWidth - static_cast<int>(number.size()));
  for (int distance = 0; distance < kHeight; ++distance)
    for (const int down : {0, -distance, distance})
      for (const int side : {0, 2 * distance, -2 * distance})
        if (canvas.try_write(column + side, line + down, number)) return true;
  return false;
}

// Cuts and pads to a number of columns.
std::string fit(std::string_view text, int width) {
  auto fitted = cut_to_width(text, width);
  fitted.append(static_cast<std::size_t>(std::max(0, width - display_width(fitted))), ' ');
  return fitted;
}

// The names of two neighbouring fields, each from where its field begins.
std::string field_names(const Thresholds& thresholds, MatrixQuadrant left, MatrixQuadrant right,
                        Language language) {
  const int cross_column = column_of(thresholds.matrix_strength);
  const auto text = fit(label_of(left, language), std::max(0, cross_column - 1)) + "  " +
                    cut_to_width(label_of(right, language), kWidth - cross_column);
  const auto last = text.find_last_not_of(' ');
  return text.substr(0, last + 1);
}

struct Placed {
  Canvas canvas;
  std::vector<std::string> unknown;
  std::vector<std::string> crowded_out;
};

Placed place_accounts(const View& view, std::span<const std::size_t> accounts) {
  Placed placed;
  draw_thresholds(placed.canvas, view.settings.thresholds);
  for (const auto account : accounts) {
    const auto& scores = view.scores.accounts[account];
    const auto& strength = scores.fulfilment.score;
    const auto& name = view.accounts[account].name;
    if (!scores.attractiveness.score || !strength) {
      placed.unknown.push_back(name);
    } else if (!place_number(placed.canvas, column_of(*strength), line_of(*scores.attractiveness.score),
                             std::to_string(scores.rank))) {
      placed.crowded_out.push_back(name);
    }
  }
  return placed;
}

void add_names(Document& document, Msg message, const std::vector<std::string>& names) {
  if (names.empty()) return;
  const auto sentence = say(message, document.language, {fmt::format("{}", fmt::join(names, ", "))});
  document.blocks.emplace_back(plain_paragraph(sentence, Tone::muted));
}

}  // namespace

void add_matrix(Document& document, const View& view, std::span<const std::size_t> accounts) {
  const auto& thresholds = view.settings.thresholds;
  const auto placed = place_accounts(view, accounts);
  const std::string margin = "    ";
  Drawing drawing;
  drawing.alternative = say(Msg::matrix_title, view.language);
  drawing.lines.push_back(say(Msg::matrix_axis_up, view.language));
  drawing.lines.push_back(
      margin + " " + field_names(thresholds, MatrixQuadrant::star, MatrixQuadrant::strategic, view.language));
  for (int line = 0; line < kHeight; ++line) {
    const bool top = line == 0;
    const bool bottom = line == kHeight - 1;
    drawing.lines.push_back((top ? "100 " : bottom ? "  0 " : margin) + "│" + placed.canvas.line(line));
  }
  std::string axis = margin + "└";
  for (int column = 0; column < kWidth; ++column) axis += "─";
  drawing.lines.push_back(axis);
  drawing.lines.push_back(
      margin + " " +
      field_names(thresholds, MatrixQuadrant::streamline, MatrixQuadrant::status, view.language));
  const auto label = say(Msg::matrix_axis_right, view.language);
  drawing.lines.push_back(margin + " 0" + fit("", kWidth - 5 - display_width(label)) + label + " 100");
  document.blocks.emplace_back(Heading{2, say(Msg::matrix_title, view.language)});
  document.blocks.emplace_back(std::move(drawing));
  add_names(document, Msg::matrix_not_placed, placed.unknown);
  add_names(document, Msg::matrix_no_room, placed.crowded_out);
}

}  // namespace kam
