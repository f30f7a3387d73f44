#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kam/document/chart.hpp"

namespace kam {

using TextLines = std::vector<std::string>;

// Each draws its kind; every text in the charts is safe already.
TextLines draw_text_scatter(const ScatterChart& chart, int width);
TextLines draw_text_bars(const BarChart& chart, int width);
TextLines draw_text_funnel(const FunnelChart& chart, int width);
TextLines draw_text_lines(const LineChart& chart, int width);

// Where a field of so many columns keeps that cell.
inline std::size_t cell_index(int column, int line, int columns) {
  return static_cast<std::size_t>(line) * static_cast<std::size_t>(columns) +
         static_cast<std::size_t>(column);
}

// A field of characters, columns from the left and lines from the top.
class Canvas {
 public:
  Canvas(int width, int height);

  int width() const { return width_; }
  int height() const { return height_; }
  void put(int column, int line, std::string_view glyph);   // of one column
  void write(int column, int line, std::string_view text);  // all of it inside the field
  std::string line(int number) const;

 private:
  std::string& at(int column, int line);

  int width_;
  int height_;
  TextLines cells_;  // empty behind a text that takes several columns
};

std::string blanks(int count);
std::string repeated(std::string_view glyph, int count);
// Cut to the width and filled up with blanks, at the right or at the left.
std::string fit_left(std::string_view text, int width);
std::string fit_right(std::string_view text, int width);
// Broken at blanks; a word that is wider than a line is cut.
TextLines wrap_text(std::string_view text, int width, int hanging = 0);

void append(TextLines& lines, const TextLines& more);

// The step of an axis with that many on which a value lies.
int step_on(const Axis& axis, double value, int steps);

// The upright axis's labels, one for each line, most of them empty. `cross` comes first where two want a
// line, then the ends.
TextLines upright_labels(const Axis& axis, const std::optional<Tick>& cross, int height);
// The columns that they take at the left of the axis, with a blank.
int margin_of(const TextLines& labels, int width);
// The other axis's labels in one line, each under its place; what has no room is left out, the ends last.
std::string level_labels(const Axis& axis, const std::optional<Tick>& cross, int width);

// Between its axes: labels at the left, the line below with its labels and title.
struct Frame {
  const Axis& x;
  std::optional<Tick> cross{};  // on x
  int margin = 0;
};
std::string framed_line(const Frame& frame, std::string_view label, std::string_view content);
TextLines frame_floor(const Frame& frame, int width);

// Where they are short in several columns, read downwards.
struct Entry {
  std::string key;
  std::string text;
};
TextLines list_entries(const std::vector<Entry>& entries, int width);

}  // namespace kam
