#include <algorithm>
#include <array>
#include <cstdlib>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "kam/document/chart.hpp"
#include "kam/unicode/unicode.hpp"
#include "render/charts/text_chart_parts.hpp"

namespace kam {

namespace {

// Where a point's sign stands in the field.
struct SignPlace {
  std::string text;  // with `+` where others stand at it too
  int column = 0;
  int line = 0;
  std::optional<std::size_t> at{};  // the point at whose sign it stands, having no room for its own
};

constexpr int kWidestSign = 8;
constexpr int kSteps = 2;  // how often a sign steps aside
constexpr std::string_view kMore = "+";

struct Field {
  int width = 0;
  int height = 0;
  int furthest_side = 0;  // in columns
  int furthest_line = 0;
  std::optional<int> cross_column{};
  std::optional<int> cross_line{};
};

struct Wish {
  std::string sign;
  int sign_width = 0;
  int column = 0;
  int line = 0;
  bool right = false;  // of the cross-hair, or on it
  bool high = false;
};

// Where a step is small, stepping aside would be read as another value.
int steps_of(const Axis& axis, int cells) {
  return axis.ticks.size() < 2 ? cells : (cells - 1) / static_cast<int>(axis.ticks.size() - 1);
}

Field field_of(const ScatterChart& chart, int width, int height) {
  Field field{width, height, std::clamp(steps_of(chart.x, width) / 3, kSteps, 2 * kSteps),
              std::clamp((steps_of(chart.y, height) - 1) / 2, 0, kSteps)};
  if (chart.cross) {
    field.cross_column = step_on(chart.x, chart.cross->x.at, width);
    field.cross_line = height - 1 - step_on(chart.y, chart.cross->y.at, height);
  }
  return field;
}

std::vector<Wish> wishes_of(const ScatterChart& chart, const Field& field) {
  std::vector<Wish> wishes;
  for (const auto& point : chart.points) {
    const auto& sign = point.sign.empty() ? std::to_string(wishes.size() + 1) : point.sign;
    Wish wish{cut_to_width(sign, kWidestSign), 0, step_on(chart.x, point.x, field.width),
              field.height - 1 - step_on(chart.y, point.y, field.height)};
    wish.sign_width = display_width(wish.sign);
    wish.right = chart.cross && point.x >= chart.cross->x.at;
    wish.high = chart.cross && point.y >= chart.cross->y.at;
    wishes.push_back(std::move(wish));
  }
  return wishes;
}

class Taken {
 public:
  explicit Taken(const Field& field) : field_(field), cells_(cell_index(0, field.height, field.width)) {}

  // Takes the cells where they lie inside and neither they nor their neighbours on the line are taken.
  bool take(int column, int line, int width) {
    if (column < 0 || line < 0 || line >= field_.height || column + width > field_.width) return false;
    for (int i = -1; i <= width; ++i)
      if (column + i >= 0 && column + i < field_.width && cells_[index(column + i, line)]) return false;
    for (int i = 0; i < width; ++i) cells_[index(column + i, line)] = true;
    return true;
  }

 private:
  std::size_t index(int column, int line) const { return cell_index(column, line, field_.width); }

  const Field& field_;
  std::vector<bool> cells_;
};

bool keeps_its_side(const Field& field, const Wish& wish, int column, int line) {
  if (!field.cross_column || !field.cross_line) return true;
  const bool right =
      wish.right ? column >= *field.cross_column : column + wish.sign_width <= *field.cross_column;
  return right && wish.high == (line <= *field.cross_line);
}

std::optional<SignPlace> find_place(Taken& taken, const Field& field, const Wish& wish, int reserved) {
  const int width = wish.sign_width + reserved;
  const int home = std::min(wish.column, field.width - width);
  for (int step = 0; step <= kSteps; ++step)
    for (const int down : {0, -step, step})
      for (const int side : {0, 2 * step, -2 * step}) {
        if (std::abs(down) > field.furthest_line || std::abs(side) > field.furthest_side) continue;
        const int column = home + side;
        const int line = wish.line + down;
        if (step > 0 && !keeps_its_side(field, wish, column, line)) continue;
        if (taken.take(column, line, width)) return SignPlace{wish.sign, column, line};
      }
  return std::nullopt;
}

using Places = std::vector<std::optional<SignPlace>>;

Places find_places(const Field& field, const std::vector<Wish>& wishes, int reserved) {
  Taken taken(field);
  Places places;
  for (const auto& wish : wishes) places.push_back(find_place(taken, field, wish, reserved));
  return places;
}

// The signs that found a place: no more than the field has cells, however many there are in all.
std::vector<std::size_t> find_placed(const Places& places) {
  std::vector<std::size_t> placed;
  for (std::size_t i = 0; i < places.size(); ++i)
    if (places[i]) placed.push_back(i);
  return placed;
}

// A line is about as high as two columns are wide; the same field of the cross-hair comes first.
std::size_t nearest_place(const Places& places, const std::vector<std::size_t>& placed,
                          const std::vector<Wish>& wishes, std::size_t index) {
  const Wish& wish = wishes[index];
  std::size_t nearest = 0;
  int least = std::numeric_limits<int>::max();
  for (const std::size_t i : placed) {
    const bool same_field = wishes[i].right == wish.right && wishes[i].high == wish.high;
    const int distance = std::abs(places[i]->column - wish.column) +
                         2 * std::abs(places[i]->line - wish.line) + (same_field ? 0 : 10'000);
    if (distance >= least) continue;
    least = distance;
    nearest = i;
  }
  return nearest;
}

// One for each point: at its place, else as near to it as can be read rightly, on the same side of the
// cross-hair; else with the nearest sign that stands.
std::vector<SignPlace> place_signs(const ScatterChart& chart, int width, int height) {
  const Field field = field_of(chart, width, height);
  const auto wishes = wishes_of(chart, field);
  Places places = find_places(field, wishes, 0);
  if (!std::ranges::all_of(places, [](const auto& place) { return place.has_value(); }))
    places = find_places(field, wishes, static_cast<int>(kMore.size()));
  const auto found = find_placed(places);
  std::vector<SignPlace> placed;
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (places[i])
      placed.push_back(*places[i]);
    else
      placed.push_back({wishes[i].sign, 0, 0, nearest_place(places, found, wishes, i)});
  }
  for (std::size_t i = 0; i < placed.size(); ++i)
    if (placed[i].at && !placed[*placed[i].at].text.ends_with(kMore)) placed[*placed[i].at].text += kMore;
  return placed;
}

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
