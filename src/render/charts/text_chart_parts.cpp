#include "render/charts/text_chart_parts.hpp"

#include <algorithm>

#include "kam/unicode/unicode.hpp"
#include "render/charts/plane.hpp"
#include "render/pages/styled.hpp"

namespace kam {

namespace {

constexpr int kBetweenLabels = 2;
constexpr int kBehindKey = 2;
constexpr int kBetweenEntries = 3;

// The cross first, then the ends, then the others.
std::vector<Tick> by_weight(const Axis& axis, const std::optional<Tick>& cross) {
  std::vector<Tick> ticks;
  if (cross) ticks.push_back(*cross);
  if (!axis.ticks.empty()) ticks.insert(ticks.end(), {axis.ticks.front(), axis.ticks.back()});
  for (std::size_t i = 1; i + 1 < axis.ticks.size(); ++i) ticks.push_back(axis.ticks[i]);
  return ticks;
}

struct Label {
  int from = 0;
  int to = 0;
  std::string text;
};

bool touch(const Label& a, const Label& b) {
  return a.from < b.to + kBetweenLabels && b.from < a.to + kBetweenLabels;
}

TextLines list_one_column(const std::vector<Entry>& entries, int key, int width) {
  TextLines lines;
  for (const auto& entry : entries) {
    std::string before = fit_left(entry.key, key + kBehindKey);
    for (const auto& line : wrap_text(entry.text, width - key - kBehindKey)) {
      lines.push_back(before + line);
      before = blanks(key + kBehindKey);
    }
  }
  return lines;
}

}  // namespace

Canvas::Canvas(int width, int height)
    : width_(width), height_(height), cells_(cell_index(0, height, width), " ") {}

std::string& Canvas::at(int column, int line) {
  return cells_.at(cell_index(column, line, width_));
}

void Canvas::put(int column, int line, std::string_view glyph) {
  at(column, line) = glyph;
}

void Canvas::write(int column, int line, std::string_view text) {
  for (int i = 0; i < display_width(text); ++i) at(column + i, line) = i == 0 ? text : "";
}

std::string Canvas::line(int number) const {
  std::string text;
  for (int column = 0; column < width_; ++column) text += cells_.at(cell_index(column, number, width_));
  return text;
}

std::string blanks(int count) {
  return std::string(static_cast<std::size_t>(std::max(0, count)), ' ');
}

std::string repeated(std::string_view glyph, int count) {
  std::string text;
  for (int i = 0; i < count; ++i) text += glyph;
  return text;
}

std::string fit_left(std::string_view text, int width) {
  const auto cut = cut_to_width(text, width);
  return cut + blanks(width - display_width(cut));
}

std::string fit_right(std::string_view text, int width) {
  const auto cut = cut_to_width(text, width);
  return blanks(width - display_width(cut)) + cut;
}

TextLines wrap_text(std::string_view text, int width, int hanging) {
  TextLines lines;
  for (const auto& line : wrap_line({Piece{std::string(text)}}, width, {0, hanging})) {
    std::string plain;
    for (const auto& piece : line) plain += piece.text;
    lines.push_back(cut_to_width(plain, width));
  }
  return lines;
}

void append(TextLines& lines, const TextLines& more) {
  lines.insert(lines.end(), more.begin(), more.end());
}

int step_on(const Axis& axis, double value, int steps) {
  return place_between(value, axis.from, axis.to, 0, steps - 1);
}

TextLines upright_labels(const Axis& axis, const std::optional<Tick>& cross, int height) {
  TextLines labels(static_cast<std::size_t>(height));
  for (const Tick& tick : by_weight(axis, cross)) {
    auto& label = labels.at(static_cast<std::size_t>(height - 1 - step_on(axis, tick.at, height)));
    if (label.empty()) label = tick.label;
  }
  return labels;
}

int margin_of(const TextLines& labels, int width) {
  int widest = 0;
  for (const auto& label : labels) widest = std::max(widest, display_width(label));
  return std::min(widest, width / 3) + 1;
}

std::string level_labels(const Axis& axis, const std::optional<Tick>& cross, int width) {
  std::vector<Label> placed;
  for (const Tick& tick : by_weight(axis, cross)) {
    const int columns = display_width(tick.label);
    if (columns == 0 || columns > width) continue;
    const int from = std::clamp(step_on(axis, tick.at, width) - (columns - 1) / 2, 0, width - columns);
    const Label label{from, from + columns, tick.label};
    if (std::ranges::none_of(placed, [&](const Label& other) { return touch(label, other); }))
      placed.push_back(label);
  }
  std::ranges::sort(placed, {}, &Label::from);
  std::string line;
  int used = 0;
  for (const Label& label : placed) {
    line += blanks(label.from - used) + label.text;
    used = label.to;
  }
  return line;
}

std::string framed_line(const Frame& frame, std::string_view label, std::string_view content) {
  return fit_right(label, frame.margin - 1).append(" │").append(content);
}

TextLines frame_floor(const Frame& frame, int width) {
  TextLines lines{blanks(frame.margin) + "└" + repeated("─", width)};
  if (auto labels = level_labels(frame.x, frame.cross, width); !labels.empty())
    lines.push_back(blanks(frame.margin + 1) + labels);
  if (!frame.x.title.empty()) lines.push_back(fit_right(frame.x.title, frame.margin + 1 + width));
  return lines;
}

TextLines list_entries(const std::vector<Entry>& entries, int width) {
  int key = 0;
  int text = 0;
  for (const auto& entry : entries) {
    key = std::max(key, display_width(entry.key));
    text = std::max(text, display_width(entry.text));
  }
  const int wide = key + kBehindKey + text;
  const int columns = std::max(1, (width + kBetweenEntries) / (wide + kBetweenEntries));
  if (columns == 1) return list_one_column(entries, key, width);
  TextLines lines((entries.size() + static_cast<std::size_t>(columns) - 1) /
                  static_cast<std::size_t>(columns));
  for (std::size_t i = 0; i < entries.size(); ++i) {
    auto& line = lines[i % lines.size()];
    if (!line.empty()) line += blanks(kBetweenEntries);
    line += fit_left(fit_left(entries[i].key, key + kBehindKey) + entries[i].text, wide);
  }
  return lines;
}

}  // namespace kam
