#include "render/charts/svg_parts.hpp"

#include <algorithm>
#include <limits>

#include <fmt/format.h>

#include "render/charts/glyph_widths.hpp"

namespace kam {

namespace {

constexpr int kTickRoom = 200 * kPixel;  // at most, for names of categories
constexpr int kTickGap = 8 * kPixel;
constexpr int kBoldSize = kTextSize + 1;  // bold letters are wider
constexpr int kSwatch = 12 * kPixel;
constexpr std::size_t kSeriesStyles = 3;

void draw_upright_ticks(SvgWriter& svg, const Plot& plot) {
  for (const Tick& tick : plot.y.ticks) {
    const int y = plot.place(plot.x.from, tick.at).y;
    svg.line({{plot.field.left, y}, {plot.field.right, y}}, "grid");
    svg.text({plot.field.left - kTickGap, y + 4 * kPixel}, Anchor::end, "small",
             cut_to_estimate(tick.label, kSmallSize, kTickRoom));
  }
}

// A tick whose label would touch the one before stays without.
void draw_level_ticks(SvgWriter& svg, const Plot& plot) {
  int free_from = std::numeric_limits<int>::min();
  for (const Tick& tick : plot.x.ticks) {
    const int x = plot.place(tick.at, plot.y.from).x;
    svg.line({{x, plot.field.top}, {x, plot.field.bottom}}, "grid");
    const int width = estimate_text_width(tick.label, kSmallSize);
    const int left = std::clamp(x - width / 2, 0, std::max(0, kPictureWidth - width));
    if (left < free_from) continue;
    svg.text({left + width / 2, plot.field.bottom + kLineStep}, Anchor::middle, "small", tick.label);
    free_from = left + width + kTickGap;
  }
}

}  // namespace

Spot Plot::place(double at_x, double at_y) const {
  return {place_between(at_x, x.from, x.to, field.left + padding.x, field.right - padding.x),
          place_between(at_y, y.from, y.to, field.bottom - padding.y, field.top + padding.y)};
}

int tick_label_room(const Axis& axis) {
  int widest = 0;
  for (const Tick& tick : axis.ticks)
    widest = std::max(widest, std::min(kTickRoom, estimate_text_width(tick.label, kSmallSize)));
  return widest + kTickGap;
}

void draw_plot(SvgWriter& svg, const Plot& plot) {
  draw_upright_ticks(svg, plot);
  draw_level_ticks(svg, plot);
  svg.box(plot.field, "frame");
  const int half = kPictureWidth / 2 - kMargin;
  svg.text({kMargin, plot.field.top - 22 * kPixel}, Anchor::start, "axis",
           cut_to_estimate(plot.y.title, kBoldSize, half));
  svg.text({plot.field.right, plot.field.bottom + 34 * kPixel}, Anchor::end, "axis",
           cut_to_estimate(plot.x.title, kBoldSize, half));
}

int below_plot(const Plot& plot) {
  return plot.field.bottom + 42 * kPixel;
}

std::string series_class(std::string_view prefix, std::size_t number) {
  return fmt::format("{}{}", prefix, number % kSeriesStyles);
}

int draw_series_legend(SvgWriter& svg, const std::vector<std::string>& names, Swatch swatch, int top) {
  const int room = kPictureWidth - 2 * kMargin - kSwatch - kTickGap;
  int x = kMargin;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const auto name = cut_to_estimate(names[i], kTextSize, room);
    const int width = kSwatch + kTickGap + estimate_text_width(name, kTextSize);
    if (x > kMargin && x + width > kPictureWidth - kMargin) {
      x = kMargin;
      top += kLineStep;
    }
    const int middle = top + kLineStep / 2;
    if (swatch == Swatch::box)
      svg.box({x, middle - kSwatch / 2, x + kSwatch, middle + kSwatch / 2}, series_class("bar bar", i));
    else
      svg.line({{x, middle}, {x + kSwatch, middle}}, series_class("curve curve", i));
    svg.text({x + kSwatch + kTickGap, middle + 4 * kPixel}, Anchor::start, "label", name);
    x += width + 2 * kTickGap;
  }
  return top + kLineStep + kTickGap;
}

}  // namespace kam
