#pragma once

#include <string>
#include <vector>

#include "kam/document/chart.hpp"
#include "render/charts/plane.hpp"
#include "render/charts/svg_writer.hpp"

namespace kam {

inline constexpr int kPictureWidth = 760 * kPixel;
inline constexpr int kMargin = 16 * kPixel;
inline constexpr int kBodyTop = 36 * kPixel;  // under the title
inline constexpr int kLineStep = 16 * kPixel;

// Each draws its kind from `kBodyTop` down and returns where it ends.
int draw_scatter(SvgWriter& svg, const ScatterChart& chart);
int draw_bars(SvgWriter& svg, const BarChart& chart);
int draw_lines(SvgWriter& svg, const LineChart& chart);
int draw_funnel(SvgWriter& svg, const FunnelChart& chart);

// The field between two axes, with its frame, grid, tick labels and axis titles: the upright axis's title
// over it, the other's under it at the right.
struct Plot {
  const Axis& x;
  const Axis& y;
  Box field;
  Spot padding{};  // from the field's edges to where the axes begin and end

  Spot place(double at_x, double at_y) const;
};
// The width that the upright axis's tick labels take at the left.
int tick_label_room(const Axis& axis);
void draw_plot(SvgWriter& svg, const Plot& plot);
int below_plot(const Plot& plot);  // where its axis's texts end

// `swatch name` for each series, in one line or more from `top`; returns where it ends.
enum class Swatch { box, line };
int draw_series_legend(SvgWriter& svg, const std::vector<std::string>& names, Swatch swatch, int top);
std::string series_class(std::string_view prefix, std::size_t number);

}  // namespace kam
