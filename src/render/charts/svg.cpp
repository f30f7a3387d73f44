#include <algorithm>

#include <fmt/format.h>

#include "kam/render/render.hpp"
#include "render/charts/chart_parts.hpp"
#include "render/charts/glyph_widths.hpp"
#include "render/charts/svg_parts.hpp"
#include "render/escape_xml.hpp"

namespace kam {

namespace {

// Written out twice rather than with variables, which several viewers of SVG do not know. Every text has a
// contrast of at least 4.5 to 1 with its ground, every mark of at least 3 to 1 (WCAG 2, AA). The ground is
// drawn, as nobody knows on which one the picture is shown.
constexpr std::string_view kStyle =
    R"(.kam-chart text{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;font-size:12px;fill:#1f2328}
.kam-chart .title{font-size:16px;font-weight:600}
.kam-chart .axis{font-weight:600}
.kam-chart .small{font-size:11px;fill:#57606a}
.kam-chart .quadrant{fill:#57606a;font-style:italic}
.kam-chart .halo{paint-order:stroke;stroke:#ffffff;stroke-width:3px;stroke-linejoin:round}
.kam-chart .paper{fill:#ffffff}
.kam-chart .frame{fill:none;stroke:#8c959f}
.kam-chart .grid{stroke:#e4e8ec}
.kam-chart .cross{stroke:#57606a;stroke-dasharray:5 4}
.kam-chart .leader{stroke:#6e7781}
.kam-chart .bubble{fill:#0969da;fill-opacity:.2;stroke:#0550ae;stroke-width:1.5}
.kam-chart .hollow{fill-opacity:0;stroke-dasharray:3 2}
.kam-chart .bar{stroke-width:1.5}
.kam-chart .bar0{fill:#0969da;stroke:#0969da}
.kam-chart .bar1{fill:#ffffff;stroke:#bc4c00}
.kam-chart .bar2{fill:#6e7781;stroke:#6e7781}
.kam-chart .curve{fill:none;stroke-width:2}
.kam-chart .curve0{stroke:#0969da}
.kam-chart .curve1{stroke:#bc4c00;stroke-dasharray:7 4}
.kam-chart .curve2{stroke:#6e7781;stroke-dasharray:2 3}
.kam-chart .dot0{fill:#0969da}
.kam-chart .dot1{fill:#bc4c00}
.kam-chart .dot2{fill:#6e7781}
@media screen and (prefers-color-scheme:dark){
.kam-chart text{fill:#e6edf3}
.kam-chart .small,.kam-chart .quadrant{fill:#9da7b3}
.kam-chart .halo{stroke:#0d1117}
.kam-chart .paper{fill:#0d1117}
.kam-chart .frame{stroke:#6e7681}
.kam-chart .grid{stroke:#21262d}
.kam-chart .cross,.kam-chart .leader{stroke:#8b949e}
.kam-chart .bubble{fill:#58a6ff;stroke:#79c0ff}
.kam-chart .bar0{fill:#58a6ff;stroke:#58a6ff}
.kam-chart .bar1{fill:#0d1117;stroke:#f0883e}
.kam-chart .bar2{fill:#8b949e;stroke:#8b949e}
.kam-chart .curve0{stroke:#58a6ff}
.kam-chart .curve1{stroke:#f0883e}
.kam-chart .curve2{stroke:#8b949e}
.kam-chart .dot0{fill:#58a6ff}
.kam-chart .dot1{fill:#f0883e}
.kam-chart .dot2{fill:#8b949e}
}
)";

constexpr std::size_t kRemarkLines = 3;

struct DrawPicture {
  SvgWriter& svg;

  int operator()(const ScatterChart& chart) const { return draw_scatter(svg, chart); }
  int operator()(const BarChart& chart) const { return draw_bars(svg, chart); }
  int operator()(const LineChart& chart) const { return draw_lines(svg, chart); }
  int operator()(const FunnelChart& chart) const { return draw_funnel(svg, chart); }
};

// The names that do not fit into three lines are counted; all of them stand in the description.
std::vector<std::string> remark_lines(const NotDrawn& part) {
  constexpr int kWidth = kPictureWidth - 2 * kMargin;
  auto lines = wrap_to_estimate(not_drawn_text(part), kSmallSize, kWidth);
  NotDrawn fewer = part;
  while (lines.size() > kRemarkLines && fewer.names.size() > 1) {
    fewer.names.pop_back();
    const auto text = fmt::format("{}, … +{}", not_drawn_text(fewer), part.names.size() - fewer.names.size());
    lines = wrap_to_estimate(text, kSmallSize, kWidth);
  }
  return lines;
}

int draw_remarks(SvgWriter& svg, const Chart& chart, int top) {
  if (!chart.not_drawn.empty()) top += kLineStep / 2;
  for (const auto& part : chart.not_drawn)
    for (const auto& line : remark_lines(part)) {
      top += kLineStep;
      svg.text({kMargin, top}, Anchor::start, "small", line);
    }
  return top;
}

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

std::string_view svg_style_sheet() {
  return kStyle;
}

std::string render_svg(const Chart& chart, SvgStyle style) {
  SvgWriter svg;
  svg.text({kMargin, 24 * kPixel}, Anchor::start, "title",
           cut_to_estimate(chart.title, kTitleSize + 1, kPictureWidth - 2 * kMargin));  // bold is wider
  const int body_end = std::visit(DrawPicture{svg}, chart.picture);
  const int height = draw_remarks(svg, chart, body_end) + kMargin;
  const auto size = fmt::format("{} {}", pixels(kPictureWidth), pixels(height));
  const auto id = escape_xml(chart.id);
  std::string out = fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"kam-chart\" role=\"img\" width=\"{}\" height=\"{}\" "
      "viewBox=\"0 0 {}\" aria-labelledby=\"{}-title {}-desc\">\n",
      pixels(kPictureWidth), pixels(height), size, id, id);
  out += fmt::format("<title id=\"{}-title\">{}</title>\n", id, escape_xml(chart.title));
  out += fmt::format("<desc id=\"{}-desc\">{}</desc>\n", id, escape_xml(chart_in_words(chart)));
  if (style == SvgStyle::embedded) out += fmt::format("<style>\n{}</style>\n", kStyle);
  out += fmt::format("<rect class=\"paper\" width=\"{}\" height=\"{}\"/>\n", pixels(kPictureWidth),
                     pixels(height));
  out += svg.body();
  return out + "</svg>\n";
}

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
