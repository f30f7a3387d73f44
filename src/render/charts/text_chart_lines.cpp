#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "kam/unicode/unicode.hpp"
#include "render/charts/plane.hpp"
#include "render/charts/text_chart_parts.hpp"

namespace kam {

namespace {

constexpr int kLines = 17;
constexpr std::size_t kMarkedAtMost = 60;  // points; more would hide their line
constexpr std::size_t kListedAtMost = 12;

// Told apart without colour.
struct LineStyle {
  std::string_view mark;
  std::string_view level;
  std::string_view upright;
};
constexpr std::array<LineStyle, 3> kStyles{LineStyle{"█", "─", "│"}, LineStyle{"▌", "┈", "┊"},
                                           LineStyle{"░", "·", "·"}};

const LineStyle& style_of(std::size_t series) {
  return kStyles.at(series % kStyles.size());
}

// By column and line.
std::vector<Spot> spots_of(const LineChart& chart, const LineSeries& series, const Canvas& canvas) {
  std::vector<Spot> spots;
  for (const auto& point : series.points)
    spots.push_back({step_on(chart.x, point.x, canvas.width()),
                     canvas.height() - 1 - step_on(chart.y, point.y, canvas.height())});
  return spots;
}

// Level where it can be, upright where it climbs or falls by more than a line.
void draw_stroke(Canvas& canvas, Spot from, Spot to, const LineStyle& style) {
  int before = from.y;
  for (int column = from.x; column <= to.x; ++column) {
    const int line = place_between(column, from.x, to.x, from.y, to.y);
    const int target = from.x == to.x ? to.y : line;
    for (int between = std::min(before, target) + 1; between < std::max(before, target); ++between)
      canvas.put(column, between, style.upright);
    canvas.put(column, target, style.level);
    before = target;
  }
}

// The marks of two lines at one place stand side by side.
class Marks {
 public:
  explicit Marks(Canvas& canvas) : canvas_(canvas), owners_(cell_index(0, canvas.height(), canvas.width())) {}

  void put(Spot spot, std::size_t series) {
    for (const int aside : {0, 1, -1, 2, -2}) {
      const int column = spot.x + aside;
      if (column < 0 || column >= canvas_.width()) continue;
      auto& owner = owners_.at(cell_index(column, spot.y, canvas_.width()));
      if (owner != 0 && owner != series + 1) continue;
      owner = series + 1;
      canvas_.put(column, spot.y, style_of(series).mark);
      return;
    }
  }

 private:
  Canvas& canvas_;
  std::vector<std::size_t> owners_;  // 0: nobody
};

void draw_series(Canvas& canvas, const LineChart& chart) {
  for (std::size_t i = chart.series.size(); i-- > 0;) {  // the first over the others
    const auto spots = spots_of(chart, chart.series[i], canvas);
    for (std::size_t k = 1; k < spots.size(); ++k) draw_stroke(canvas, spots[k - 1], spots[k], style_of(i));
  }
  Marks marks(canvas);
  for (std::size_t i = 0; i < chart.series.size(); ++i)
    if (chart.series[i].points.size() <= kMarkedAtMost)
      for (const auto& spot : spots_of(chart, chart.series[i], canvas)) marks.put(spot, i);
}

// The levels' names, each behind its line; those of one line share it.
TextLines level_names(const LineChart& chart) {
  TextLines names(kLines);
  for (const Tick& level : chart.levels) {
    auto& name = names.at(static_cast<std::size_t>(kLines - 1 - step_on(chart.y, level.at, kLines)));
    name += (name.empty() ? "" : ", ") + level.label;
  }
  return names;
}

// Which mark is whose, and where they are few the values in words.
TextLines list_series(const LineChart& chart, int width) {
  TextLines lines;
  for (std::size_t i = 0; i < chart.series.size(); ++i) {
    const auto& series = chart.series[i];
    std::string details;
    if (series.points.size() <= kListedAtMost)
      for (const auto& point : series.points)
        if (!point.details.empty()) details += (details.empty() ? "" : " · ") + point.details;
    if (chart.series.size() == 1 && details.empty()) continue;
    const auto head = fmt::format("{} {}", style_of(i).mark, series.name);
    append(lines, wrap_text(details.empty() ? head : fmt::format("{}: {}", head, details), width, 2));
  }
  return lines;
}

}  // namespace

TextLines draw_text_lines(const LineChart& chart, int width) {
  if (std::ranges::all_of(chart.series, [](const auto& series) { return series.points.empty(); })) return {};
  const auto labels = upright_labels(chart.y, {}, kLines);
  const auto names = level_names(chart);
  const Frame frame{chart.x, {}, margin_of(labels, width)};
  int names_room = 0;  // with the blank before
  for (const auto& name : names)
    if (!name.empty()) names_room = std::max(names_room, std::min(display_width(name) + 1, width / 3));
  Canvas canvas(width - frame.margin - 1 - names_room, kLines);
  for (const Tick& level : chart.levels)
    for (int column = 0; column < canvas.width(); ++column)
      canvas.put(column, kLines - 1 - step_on(chart.y, level.at, kLines), "┈");
  draw_series(canvas, chart);
  TextLines lines;
  if (!chart.y.title.empty()) lines.push_back(cut_to_width(chart.y.title, width));
  for (int line = 0; line < kLines; ++line) {
    const auto index = static_cast<std::size_t>(line);
    const auto name = names[index].empty() ? std::string() : ' ' + cut_to_width(names[index], names_room - 1);
    lines.push_back(framed_line(frame, labels[index], canvas.line(line) + name));
  }
  append(lines, frame_floor(frame, canvas.width()));
  if (const auto list = list_series(chart, width); !list.empty()) {
    lines.emplace_back();
    append(lines, list);
  }
  return lines;
}

}  // namespace kam
