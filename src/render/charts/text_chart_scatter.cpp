#include <algorithm>

#include <fmt/format.h>

#include "kam/unicode/unicode.hpp"
#include "render/charts/text_chart_parts.hpp"
#include "render/charts/text_chart_signs.hpp"

namespace kam {

namespace {

constexpr int kHeight = 17;  // lines from one end of the axis to the other
constexpr int kLowest = 9;
constexpr int kLinesOfCategory = 3;
constexpr std::size_t kInWordsAtMost = 20;  // points; of more the list has only the names

int height_of(const ScatterChart& chart) {
  if (chart.cross) return kHeight;
  const int categories = static_cast<int>(std::min<std::size_t>(chart.y.ticks.size(), kHeight));
  return std::clamp((categories - 1) * kLinesOfCategory + 1, kLowest, kHeight);
}

void draw_cross(Canvas& canvas, const ScatterChart& chart) {
  if (!chart.cross) return;
  const int cross_column = step_on(chart.x, chart.cross->x.at, canvas.width());
  const int cross_line = canvas.height() - 1 - step_on(chart.y, chart.cross->y.at, canvas.height());
  for (int line = 0; line < canvas.height(); ++line) canvas.put(cross_column, line, "┊");
  for (int column = 0; column < canvas.width(); ++column) canvas.put(column, cross_line, "┈");
  canvas.put(cross_column, cross_line, "┼");
}

// The names of two neighbouring fields on both sides of the line between them; where one has no room there,
// they share the line of text.
std::string name_fields(std::string_view left, std::string_view right, int cross_column, int width) {
  if (cross_column == 0) left = {};  // there is no field there
  const int left_width = display_width(left);
  const int right_width = display_width(right);
  if (left_width <= std::max(0, cross_column - 1) && right_width + 2 <= width - cross_column)
    return fit_left(left, cross_column) + "┊ " + std::string(right);
  const int room = width - 2;
  const int left_room = std::max(std::min(left_width, room / 2), room - right_width);
  const int right_room = room - std::min(left_room, left_width);
  const auto name = cut_to_width(right, right_room);
  const auto beginning = cut_to_width(left, left_room);
  const int from = std::clamp(cross_column + 2, display_width(beginning) + 2,
                              std::max(display_width(beginning) + 2, width - display_width(name)));
  return fit_left(beginning, from) + name;
}

TextLines field_names(const ScatterChart& chart, std::size_t first, int width) {
  if (!chart.cross || (chart.quadrants.at(first).empty() && chart.quadrants.at(first + 1).empty())) return {};
  return {name_fields(chart.quadrants.at(first), chart.quadrants.at(first + 1),
                      step_on(chart.x, chart.cross->x.at, width), width)};
}

// `4 (3+)`: the fourth has no room of its own and stands at the third's sign.
std::vector<Entry> legend_of(const ScatterChart& chart, const std::vector<SignPlace>& signs) {
  std::vector<Entry> entries;
  for (std::size_t i = 0; i < signs.size(); ++i) {
    const auto& key =
        signs[i].at ? fmt::format("{} ({})", signs[i].text, signs[*signs[i].at].text) : signs[i].text;
    const auto& point = chart.points[i];
    const bool in_words = !point.details.empty() && signs.size() <= kInWordsAtMost;
    entries.push_back({key, in_words ? fmt::format("{}: {}", point.label, point.details) : point.label});
  }
  return entries;
}

}  // namespace

TextLines draw_text_scatter(const ScatterChart& chart, int width) {
  if (chart.points.empty()) return {};
  const auto cross_x = chart.cross ? std::optional(chart.cross->x) : std::nullopt;
  const auto cross_y = chart.cross ? std::optional(chart.cross->y) : std::nullopt;
  const auto labels = upright_labels(chart.y, cross_y, height_of(chart));
  const Frame frame{chart.x, cross_x, margin_of(labels, width)};
  Canvas canvas(width - frame.margin - 1, height_of(chart));
  draw_cross(canvas, chart);
  const auto signs = place_signs(chart, canvas.width(), canvas.height());
  for (const auto& sign : signs)
    if (!sign.at) canvas.write(sign.column, sign.line, sign.text);
  TextLines lines;
  if (!chart.y.title.empty()) lines.push_back(cut_to_width(chart.y.title, width));
  for (const auto& names : field_names(chart, 0, canvas.width()))
    lines.push_back(framed_line(frame, "", names));
  for (int line = 0; line < canvas.height(); ++line)
    lines.push_back(framed_line(frame, labels.at(static_cast<std::size_t>(line)), canvas.line(line)));
  for (const auto& names : field_names(chart, 2, canvas.width()))
    lines.push_back(framed_line(frame, "", names));
  append(lines, frame_floor(frame, canvas.width()));
  lines.emplace_back();
  append(lines, list_entries(legend_of(chart, signs), width));
  return lines;
}

}  // namespace kam
