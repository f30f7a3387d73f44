#include <algorithm>

#include <fmt/format.h>

#include "render/charts/glyph_widths.hpp"
#include "render/charts/svg_parts.hpp"

namespace kam {

namespace {

constexpr int kBar = 13 * kPixel;
constexpr int kBetween = 11 * kPixel;
constexpr int kNameRoom = 300 * kPixel;  // at most
constexpr int kBarGap = 8 * kPixel;

struct Columns {
  int names_end = 0;
  int bars_from = 0;
  int bars_to = 0;
};

Columns columns_of(const std::vector<std::string>& names, const std::vector<std::string>& texts) {
  int name = 0;
  int text = 0;
  for (const auto& one : names) name = std::max(name, estimate_text_width(one, kTextSize));
  for (const auto& one : texts) text = std::max(text, estimate_text_width(one, kSmallSize));
  Columns columns;
  columns.names_end = kMargin + std::min(kNameRoom, name);
  columns.bars_from = columns.names_end + kBarGap;
  columns.bars_to = kPictureWidth - kMargin - std::min(kNameRoom, text) - kBarGap;
  return columns;
}

void draw_name(SvgWriter& svg, const Columns& columns, std::string_view name, int middle) {
  svg.text({columns.names_end, middle + 4 * kPixel}, Anchor::end, "label",
           cut_to_estimate(name, kTextSize, columns.names_end - kMargin));
}

void draw_svg_group(SvgWriter& svg, const BarChart& chart, const BarGroup& group, const Columns& columns,
                    int top) {
  draw_name(svg, columns, group.label, top + static_cast<int>(chart.series.size()) * kBar / 2);
  for (std::size_t i = 0; i < chart.series.size(); ++i) {
    const bool known = i < group.values.size() && group.values[i].has_value();
    const auto text = i < group.texts.size() ? group.texts[i] : std::string();
    const int bar_top = top + static_cast<int>(i) * kBar;
    int end = columns.bars_from;
    if (known) {
      end = place_between(*group.values[i], chart.values.from, chart.values.to, columns.bars_from,
                          columns.bars_to);
      svg.box({columns.bars_from, bar_top + kPixel, end, bar_top + kBar - kPixel}, series_class("bar bar", i),
              fmt::format("{} · {}: {}", group.label, chart.series[i], text));
    }
    svg.text({end + kBarGap / 2, bar_top + kBar / 2 + 4 * kPixel}, Anchor::start, "small", text);
  }
}

void draw_value_ticks(SvgWriter& svg, const Axis& axis, const Columns& columns, int top, int bottom) {
  for (const Tick& tick : axis.ticks) {
    const int x = place_between(tick.at, axis.from, axis.to, columns.bars_from, columns.bars_to);
    svg.line({{x, top}, {x, bottom}}, "grid");
    svg.text({x, bottom + kLineStep}, Anchor::middle, "small", tick.label);
  }
}

}  // namespace

int draw_bars(SvgWriter& svg, const BarChart& chart) {
  int top = kBodyTop;
  if (chart.series.size() > 1) top = draw_series_legend(svg, chart.series, Swatch::box, top);
  std::vector<std::string> names;
  std::vector<std::string> texts;
  for (const auto& group : chart.groups) {
    names.push_back(group.label);
    texts.insert(texts.end(), group.texts.begin(), group.texts.end());
  }
  const Columns columns = columns_of(names, texts);
  const int step = static_cast<int>(chart.series.size()) * kBar + kBetween;
  const int bottom = top + kBetween + static_cast<int>(chart.groups.size()) * step;
  draw_value_ticks(svg, chart.values, columns, top + kBetween / 2, bottom);
  int group_top = top + kBetween;
  for (const auto& group : chart.groups) {
    draw_svg_group(svg, chart, group, columns, group_top);
    group_top += step;
  }
  svg.line({{columns.bars_from, top + kBetween / 2}, {columns.bars_from, bottom}}, "frame");
  svg.text({columns.bars_to, bottom + 2 * kLineStep}, Anchor::end, "axis",
           cut_to_estimate(chart.values.title, kTextSize, kPictureWidth / 2));
  return bottom + 2 * kLineStep + kBarGap;
}

int draw_funnel(SvgWriter& svg, const FunnelChart& chart) {
  constexpr int kStage = 34 * kPixel;
  std::vector<std::string> names;
  std::vector<std::string> texts;
  double largest = 0;
  for (const auto& stage : chart.stages) {
    names.push_back(stage.label);
    texts.push_back(stage.text);
    largest = std::max(largest, stage.value);
  }
  const Columns columns = columns_of(names, texts);
  const int middle = (columns.bars_from + columns.bars_to) / 2;
  int top = kBodyTop + kBarGap;
  for (const auto& stage : chart.stages) {
    const int half = place_between(stage.value, 0, largest, 0, (columns.bars_to - columns.bars_from) / 2);
    draw_name(svg, columns, stage.label, top + kStage / 2);
    svg.box({middle - half, top + 2 * kPixel, middle + half, top + kStage - 2 * kPixel}, "bar bar0",
            fmt::format("{}: {}", stage.label, stage.text));
    svg.text({columns.bars_to + kBarGap, top + kStage / 2 + 4 * kPixel}, Anchor::start, "label", stage.text);
    top += kStage;
  }
  return top + kBarGap;
}

}  // namespace kam
