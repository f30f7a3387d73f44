#include <algorithm>

#include "render/charts/glyph_widths.hpp"
#include "render/charts/svg_parts.hpp"

namespace kam {

namespace {

constexpr int kLinesHeight = 300 * kPixel;
constexpr int kLevelRoom = 200 * kPixel;  // at most, for the levels' names
constexpr int kDot = 35;
constexpr std::size_t kDotsAtMost = 60;  // more of them would hide the line

int level_room(const LineChart& chart) {
  int widest = 0;
  for (const Tick& level : chart.levels)
    widest =
        std::max(widest, std::min(kLevelRoom, estimate_text_width(level.label, kSmallSize) + 8 * kPixel));
  return widest;
}

// The names beside their lines, moved up where two lines are nearer than a text is high.
void draw_levels(SvgWriter& svg, const Plot& plot, const LineChart& chart) {
  int lowest = plot.field.bottom + kLineStep;
  for (const Tick& level : chart.levels) {
    const int y = plot.place(chart.x.from, level.at).y;
    svg.line({{plot.field.left, y}, {plot.field.right, y}}, "cross");
    const int text_y = std::min(y + 4 * kPixel, lowest - 13 * kPixel);
    svg.text({plot.field.right + 6 * kPixel, text_y}, Anchor::start, "small",
             cut_to_estimate(level.label, kSmallSize, kLevelRoom));
    lowest = text_y;
  }
}

void draw_svg_series(SvgWriter& svg, const Plot& plot, const LineSeries& series, std::size_t number) {
  std::vector<Spot> spots;
  for (const LinePoint& point : series.points) spots.push_back(plot.place(point.x, point.y));
  svg.path(spots, series_class("curve curve", number));
  if (spots.size() > kDotsAtMost) return;
  for (std::size_t i = 0; i < spots.size(); ++i)
    svg.circle({spots[i], kDot}, series_class("dot dot", number), series.points[i].details);
}

}  // namespace

int draw_lines(SvgWriter& svg, const LineChart& chart) {
  int top = kBodyTop;
  std::vector<std::string> names;
  for (const auto& series : chart.series) names.push_back(series.name);
  if (names.size() > 1) top = draw_series_legend(svg, names, Swatch::line, top);
  Plot plot{chart.x, chart.y, {}, {12 * kPixel, 12 * kPixel}};
  plot.field = {kMargin + tick_label_room(chart.y), top + 34 * kPixel,
                kPictureWidth - kMargin - level_room(chart), top + 34 * kPixel + kLinesHeight};
  draw_plot(svg, plot);
  draw_levels(svg, plot, chart);
  for (std::size_t i = 0; i < chart.series.size(); ++i) draw_svg_series(svg, plot, chart.series[i], i);
  return below_plot(plot);
}

}  // namespace kam
