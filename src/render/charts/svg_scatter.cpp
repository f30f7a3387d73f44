#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include <fmt/format.h>

#include "render/charts/glyph_widths.hpp"
#include "render/charts/label_layout.hpp"
#include "render/charts/svg_parts.hpp"

namespace kam {

namespace {

constexpr int kFieldHeight = 460 * kPixel;
constexpr int kLabelHeight = 15 * kPixel;
constexpr int kLabelWidth = 240 * kPixel;  // a longer name is cut; it stands whole in the point's tooltip
constexpr int kAlike = 6 * kPixel;         // the radius where the area says nothing
constexpr int kSmallest = 4 * kPixel;
constexpr std::size_t kLegendColumns = 3;
constexpr std::size_t kLegendRows = 12;
constexpr int kBeside = 4 * kPixel;

// The more there are, the smaller.
int largest_radius(std::size_t points) {
  return (points <= 15 ? 32 : points <= 60 ? 22 : 14) * kPixel;
}

int radius_of(const ScatterChart& chart, const ScatterPoint& point, double largest) {
  if (chart.size_title.empty() || !point.size) return kAlike;
  if (!(largest > 0) || !(*point.size > 0)) return kSmallest;
  const double share = std::sqrt(*point.size / largest);
  const double radius = share * largest_radius(chart.points.size());
  return std::max(kSmallest, static_cast<int>(std::lround(radius)));
}

std::vector<Bubble> place_bubbles(const ScatterChart& chart, const Plot& plot) {
  double largest = 0;
  for (const auto& point : chart.points) largest = std::max(largest, point.size.value_or(0));
  std::vector<Bubble> bubbles;
  for (const auto& point : chart.points)
    bubbles.push_back({plot.place(point.x, point.y), radius_of(chart, point, largest)});
  return bubbles;
}

Plot plot_of(const ScatterChart& chart) {
  const int right = chart.cross ? estimate_text_width(chart.cross->y.label, kSmallSize) + 8 * kPixel : 0;
  Plot plot{chart.x, chart.y, {}, {}};
  plot.field = {kMargin + tick_label_room(chart.y), kBodyTop + 34 * kPixel, kPictureWidth - kMargin - right,
                kBodyTop + 34 * kPixel + kFieldHeight};
  const int radius = chart.size_title.empty() ? kAlike : largest_radius(chart.points.size());
  plot.padding = {radius + kBeside, radius + kBeside + (chart.cross ? kLabelHeight : 0)};  // under the names
  return plot;
}

void draw_svg_cross(SvgWriter& svg, const Plot& plot, const ChartCross& cross) {
  const Spot center = plot.place(cross.x.at, cross.y.at);
  svg.line({{center.x, plot.field.top}, {center.x, plot.field.bottom}}, "cross");
  svg.line({{plot.field.left, center.y}, {plot.field.right, center.y}}, "cross");
  svg.text({center.x, plot.field.top - 6 * kPixel}, Anchor::middle, "small", cross.x.label);
  svg.text({plot.field.right + 6 * kPixel, center.y + 4 * kPixel}, Anchor::start, "small", cross.y.label);
}

// The quadrants' names in their outer corners; returns what room they take.
std::vector<Box> name_quadrants(SvgWriter& svg, const Plot& plot, const ScatterChart& chart) {
  std::vector<Box> taken;
  if (!chart.cross) return taken;
  const Spot center = plot.place(chart.cross->x.at, chart.cross->y.at);
  const Box& field = plot.field;
  for (std::size_t i = 0; i < chart.quadrants.size(); ++i) {
    const bool right = i % 2 == 1;
    const bool low = i / 2 == 1;
    const int room = (right ? field.right - center.x : center.x - field.left) - 4 * kBeside;
    const int height = low ? field.bottom - center.y : center.y - field.top;
    const auto name = cut_to_estimate(chart.quadrants.at(i), kTextSize, room);
    if (name.empty() || height < 2 * kLabelHeight) continue;
    const int width = estimate_text_width(name, kTextSize);
    const int left = right ? field.right - 2 * kBeside - width : field.left + 2 * kBeside;
    const int top = low ? field.bottom - kBeside - kLabelHeight : field.top + kBeside;
    svg.text({right ? left + width : left, top + 11 * kPixel}, right ? Anchor::end : Anchor::start,
             "quadrant", name);
    taken.push_back({left, top, left + width, top + kLabelHeight});
  }
  return taken;
}

void draw_bubbles(SvgWriter& svg, const ScatterChart& chart, const std::vector<Bubble>& bubbles) {
  std::vector<std::size_t> order(bubbles.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(
      order, [&](std::size_t a, std::size_t b) { return bubbles[a].radius > bubbles[b].radius; });
  for (const std::size_t i : order) {  // small ones over large ones
    const auto& point = chart.points[i];
    const bool unknown_size = !chart.size_title.empty() && !point.size;
    const auto details =
        point.details.empty() ? point.label : fmt::format("{}: {}", point.label, point.details);
    svg.circle(bubbles[i], unknown_size ? "bubble hollow" : "bubble", details);
  }
}

std::vector<PlacedLabel> place_labels(const ScatterChart& chart, const Plot& plot,
                                      const std::vector<Bubble>& bubbles, std::vector<Box> taken) {
  std::vector<LabelWish> wishes;
  for (std::size_t i = 0; i < bubbles.size(); ++i) {
    const auto label = cut_to_estimate(chart.points[i].label, kTextSize, kLabelWidth);
    wishes.push_back({bubbles[i], estimate_text_width(label, kTextSize),
                      estimate_text_width(chart.points[i].sign, kTextSize)});
  }
  const Box area{plot.field.left + kBeside / 2, plot.field.top + kBeside / 2, plot.field.right - kBeside / 2,
                 plot.field.bottom - kBeside / 2};
  LabelSpace space{area, std::move(taken), {}, kLabelHeight, 40, kLegendColumns * kLegendRows};
  if (chart.cross) {
    const int y = plot.place(chart.x.from, chart.cross->y.at).y;
    space.rules.push_back({plot.field.left, y - kPixel, plot.field.right, y + kPixel});
  }
  return lay_out_labels(wishes, space);
}

// Texts beside their bubble begin there: they may be narrower than estimated.
void draw_labels(SvgWriter& svg, const ScatterChart& chart, const std::vector<Bubble>& bubbles,
                 const std::vector<PlacedLabel>& labels) {
  for (const auto& label : labels)
    if (label.leader) svg.line(*label.leader, "leader");
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const auto& [shown, box, leader] = labels[i];
    if (shown == Shown::nothing) continue;
    const auto& point = chart.points[i];
    const auto text =
        shown == Shown::label ? cut_to_estimate(point.label, kTextSize, kLabelWidth) : point.sign;
    const int base = box.top + 11 * kPixel + kPixel / 2;
    if (box.left >= bubbles[i].center.x)
      svg.text({box.left, base}, Anchor::start, "label halo", text);
    else if (box.right <= bubbles[i].center.x)
      svg.text({box.right, base}, Anchor::end, "label halo", text);
    else
      svg.text({(box.left + box.right) / 2, base}, Anchor::middle, "label halo", text);
  }
}

// What the signs stand for, in columns; at the end how many bubbles have no name at all.
int draw_sign_legend(SvgWriter& svg, const ScatterChart& chart, const std::vector<PlacedLabel>& labels,
                     int top) {
  std::vector<std::string> entries;
  std::size_t nameless = 0;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    nameless += labels[i].shown == Shown::nothing;
    if (labels[i].shown == Shown::sign)
      entries.push_back(fmt::format("{}: {}", chart.points[i].sign, chart.points[i].label));
  }
  if (nameless > 0) entries.push_back(fmt::format("… +{}", nameless));
  const int width = (kPictureWidth - 2 * kMargin) / static_cast<int>(kLegendColumns);
  const std::size_t rows = (entries.size() + kLegendColumns - 1) / kLegendColumns;
  for (std::size_t i = 0; i < entries.size(); ++i)
    svg.text({kMargin + static_cast<int>(i / rows) * width, top + static_cast<int>(i % rows + 1) * kLineStep},
             Anchor::start, "small", cut_to_estimate(entries[i], kSmallSize, width - 2 * kBeside));
  return top + static_cast<int>(rows) * kLineStep;
}

}  // namespace

int draw_scatter(SvgWriter& svg, const ScatterChart& chart) {
  const Plot plot = plot_of(chart);
  draw_plot(svg, plot);
  if (chart.cross) draw_svg_cross(svg, plot, *chart.cross);
  auto taken = name_quadrants(svg, plot, chart);
  const auto bubbles = place_bubbles(chart, plot);
  draw_bubbles(svg, chart, bubbles);
  const auto labels = place_labels(chart, plot, bubbles, std::move(taken));
  draw_labels(svg, chart, bubbles, labels);
  const int half = kPictureWidth / 2 - 3 * kMargin - plot.field.left;
  if (!chart.size_title.empty())
    svg.text({plot.field.left, plot.field.bottom + 34 * kPixel}, Anchor::start, "small",
             cut_to_estimate(chart.size_title, kSmallSize, half));
  return draw_sign_legend(svg, chart, labels, below_plot(plot));
}

}  // namespace kam
