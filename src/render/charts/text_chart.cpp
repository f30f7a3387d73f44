#include "render/charts/text_chart.hpp"

#include <algorithm>

#include "kam/unicode/invisible.hpp"
#include "kam/unicode/orders.hpp"
#include "kam/unicode/unicode.hpp"
#include "render/charts/text_chart_parts.hpp"

namespace kam {

namespace {

constexpr int kNarrowestPicture = 24;  // below, what goes beyond the width is cut off

// ---- every text made safe, so that drawing need not think of it ----

void make_safe(std::string& text) {
  text = escape_for_terminal(text);
}
void make_safe(std::vector<std::string>& texts) {
  for (auto& text : texts) make_safe(text);
}
void make_safe(Tick& tick) {
  make_safe(tick.label);
}
void make_safe(Axis& axis) {
  make_safe(axis.title);
  for (auto& tick : axis.ticks) make_safe(tick);
}

struct DrawSafely {
  int width;

  TextLines operator()(ScatterChart chart) const {
    make_safe(chart.x);
    make_safe(chart.y);
    for (auto& point : chart.points) {
      make_safe(point.label);
      make_safe(point.sign);
      make_safe(point.details);
    }
    if (chart.cross) {
      make_safe(chart.cross->x);
      make_safe(chart.cross->y);
    }
    for (auto& name : chart.quadrants) make_safe(name);
    return draw_text_scatter(chart, width);
  }
  TextLines operator()(BarChart chart) const {
    make_safe(chart.values);
    make_safe(chart.series);
    for (auto& group : chart.groups) {
      make_safe(group.label);
      make_safe(group.texts);
    }
    return draw_text_bars(chart, width);
  }
  TextLines operator()(LineChart chart) const {
    make_safe(chart.x);
    make_safe(chart.y);
    for (auto& series : chart.series) {
      make_safe(series.name);
      for (auto& point : series.points) make_safe(point.details);
    }
    for (auto& level : chart.levels) make_safe(level);
    return draw_text_lines(chart, width);
  }
  TextLines operator()(FunnelChart chart) const {
    for (auto& stage : chart.stages) {
      make_safe(stage.label);
      make_safe(stage.text);
    }
    return draw_text_funnel(chart, width);
  }
};

}  // namespace

std::vector<std::string> draw_chart(const Chart& chart, int width) {
  const int columns = std::clamp(width, kNarrowestPicture, kWidestPicture);
  TextLines lines = std::visit(DrawSafely{columns}, chart.picture);
  for (auto& line : lines) {
    line.resize(line.find_last_not_of(' ') + 1);
    line = cut_to_width(disarm(line), width);
  }
  while (!lines.empty() && lines.back().empty()) lines.pop_back();
  return lines;
}

}  // namespace kam
