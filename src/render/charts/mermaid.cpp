#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <string_view>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "kam/model/number.hpp"
#include "kam/render/render.hpp"
#include "kam/unicode/unicode.hpp"
#include "render/charts/chart_parts.hpp"
#include "render/pages/markdown_escape.hpp"

namespace kam {

namespace {

constexpr int kLabelColumns = 40;  // Mermaid neither cuts nor wraps
constexpr std::size_t kNamedPoints =
    20;  // more names would lie over each other, so that signs stand for them
constexpr double kLargestRadius = 24;
constexpr double kSmallestRadius = 4;

// What has a meaning to Mermaid, also between quotation marks, becomes its number: `#35;`.
std::string escape_mermaid(std::string_view text) {
  static constexpr std::u32string_view kSpecial = U"#\"%\\<>{};&`";
  std::string out;
  for (const char32_t c : decode_utf8(blank_controls(text))) {
    if (kSpecial.find(c) == std::u32string_view::npos)
      append_utf8(out, c);
    else
      out += fmt::format("#{};", static_cast<unsigned>(c));
  }
  const auto first = out.find_first_not_of(' ');
  if (first == std::string::npos) return "-";
  return out.substr(first, out.find_last_not_of(' ') + 1 - first);
}

std::string quote(std::string_view text) {
  return fmt::format("\"{}\"", escape_mermaid(text));
}

std::string short_quote(std::string_view text) {
  return quote(cut_to_width(text, kLabelColumns));
}

// Plain decimals: Mermaid does not read `1e3`.
std::string number(double value, int decimals) {
  std::string text = fmt::format("{:.{}f}", round_half_away(value, decimals), decimals);
  if (text.find('.') == std::string::npos) return text;
  text.resize(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text == "-0" ? "0" : text;
}

std::string numbers(const std::vector<double>& values) {
  std::vector<std::string> texts;
  for (const double value : values) texts.push_back(number(value, 2));
  return fmt::format("[{}]", fmt::join(texts, ", "));
}

std::string head(std::string_view kind, std::string_view title, const Chart& chart) {
  return fmt::format("{}\n  title {}\n  accTitle: {}\n  accDescr: {}\n", kind, quote(title),
                     escape_mermaid(title), escape_mermaid(chart_in_words(chart)));
}

// ---- points ----

// Mermaid's cross-hair is always in the middle, so each side of ours is drawn to its half of the axis.
double share_of(const Axis& axis, const std::optional<double>& cross, double value) {
  const auto between = [](double at, double low, double high) {
    return high > low ? (std::clamp(at, low, high) - low) / (high - low) : 0.5;
  };
  if (!cross) return between(value, axis.from, axis.to);
  if (value < *cross) return between(value, axis.from, *cross) / 2;
  return 0.5 + between(value, *cross, axis.to) / 2;
}

std::string axis_line(std::string_view name, const Axis& axis) {
  const auto low = axis.ticks.empty() ? std::string() : " " + axis.ticks.front().label;
  const auto high = axis.ticks.empty() ? number(axis.to, 2) : axis.ticks.back().label;
  return fmt::format("  {} {} --> {}\n", name, quote(cut_to_width(axis.title, kLabelColumns) + low),
                     quote(high));
}

std::string quadrant_lines(const ScatterChart& chart) {
  static constexpr std::array<std::size_t, 4> kOrder{1, 0, 2,
                                                     3};  // Mermaid counts from the top right, leftwards
  std::string out;
  for (std::size_t i = 0; i < kOrder.size(); ++i)
    if (const auto& name = chart.quadrants.at(kOrder.at(i)); chart.cross && !name.empty())
      out += fmt::format("  quadrant-{} {}\n", i + 1, short_quote(name));
  return out;
}

std::string radius_text(const ScatterChart& chart, const ScatterPoint& point, double largest) {
  if (chart.size_title.empty() || !point.size || !(largest > 0)) return {};
  const double radius = std::sqrt(std::max(0.0, *point.size) / largest) * kLargestRadius;
  return fmt::format(" radius: {}", number(std::max(kSmallestRadius, radius), 0));
}

std::string scatter_diagram(const Chart& chart, const ScatterChart& scatter) {
  std::string out = head("quadrantChart", chart.title, chart);
  out += axis_line("x-axis", scatter.x) + axis_line("y-axis", scatter.y) + quadrant_lines(scatter);
  double largest = 0;
  for (const auto& point : scatter.points) largest = std::max(largest, point.size.value_or(0));
  const bool named = scatter.points.size() <= kNamedPoints;
  const auto cross_x = scatter.cross ? std::optional(scatter.cross->x.at) : std::nullopt;
  const auto cross_y = scatter.cross ? std::optional(scatter.cross->y.at) : std::nullopt;
  for (const auto& point : scatter.points)
    out +=
        fmt::format("  {}: [{}, {}]{}\n", named ? short_quote(point.label) : quote(point.sign),
                    number(share_of(scatter.x, cross_x, point.x), 3),
                    number(share_of(scatter.y, cross_y, point.y), 3), radius_text(scatter, point, largest));
  return out;
}

// ---- bars ----

struct Bars {
  std::vector<std::string> labels;
  std::vector<double> values;
};

std::string bar_diagram(const Chart& chart, const Bars& bars, const std::string& axis) {
  std::vector<std::string> labels;
  for (const auto& label : bars.labels) labels.push_back(quote(label));
  return head("xychart-beta horizontal", chart.title, chart) +
         fmt::format("  x-axis [{}]\n  y-axis {}\n  bar {}\n", fmt::join(labels, ", "), axis,
                     numbers(bars.values));
}

// Mermaid draws the bars of several series over each other, so each is a bar of its own.
Bars bars_of(const BarChart& chart) {
  Bars bars;
  for (const auto& group : chart.groups)
    for (std::size_t i = 0; i < std::min(chart.series.size(), group.values.size()); ++i) {
      if (!group.values[i]) continue;
      const auto name = cut_to_width(group.label, kLabelColumns);
      bars.labels.push_back(chart.series.size() > 1 ? fmt::format("{} · {}", name, chart.series[i]) : name);
      bars.values.push_back(*group.values[i]);
    }
  return bars;
}

Bars bars_of(const FunnelChart& chart) {
  Bars bars;
  for (const auto& stage : chart.stages) {
    bars.labels.push_back(fmt::format("{}: {}", cut_to_width(stage.label, kLabelColumns), stage.text));
    bars.values.push_back(stage.value);
  }
  return bars;
}

std::string range_of(const Axis& axis) {
  return fmt::format("{} {} --> {}", quote(axis.title), number(axis.from, 2), number(axis.to, 2));
}

// ---- lines ----

bool at_same_places(const LineSeries& a, const LineSeries& b) {
  return std::ranges::equal(a.points, b.points, {}, &LinePoint::x, &LinePoint::x);
}

bool is_even(const LineSeries& series) {
  if (series.points.size() < 2) return false;
  const double step = series.points[1].x - series.points[0].x;
  for (std::size_t i = 1; i < series.points.size(); ++i)
    if (!nearly_equal(series.points[i].x - series.points[i - 1].x, step)) return false;
  return true;
}

std::string place_name(const Axis& axis, const LinePoint& point) {
  const auto tick = std::ranges::find(axis.ticks, point.x, &Tick::at);
  return tick == axis.ticks.end() ? number(point.x, 2) : tick->label;
}

// Mermaid spreads a line's points evenly, so that uneven places are named rather than measured.
std::string places_line(const LineChart& lines, const LineSeries& series) {
  if (is_even(series))
    return fmt::format("  x-axis {} {} --> {}\n", quote(lines.x.title), number(series.points.front().x, 2),
                       number(series.points.back().x, 2));
  std::vector<std::string> names;
  for (const auto& point : series.points) names.push_back(quote(place_name(lines.x, point)));
  return fmt::format("  x-axis [{}]\n", fmt::join(names, ", "));
}

std::string line_of(const std::vector<LinePoint>& points) {
  std::vector<double> values;
  for (const auto& point : points) values.push_back(point.y);
  return fmt::format("  line {}\n", numbers(values));
}

std::string line_diagram(const Chart& chart, const LineChart& lines, std::span<const LineSeries> series) {
  const auto title =
      series.size() < lines.series.size() ? chart.title + ": " + series.front().name : chart.title;
  Axis axis = lines.y;
  for (const auto& level : lines.levels) axis.title.append(" · ").append(level.label);
  std::string out = head("xychart-beta", title, chart) + places_line(lines, series.front()) +
                    fmt::format("  y-axis {}\n", range_of(axis));
  for (const auto& one : series) out += line_of(one.points);
  for (const auto& level : lines.levels)
    out += fmt::format("  line {}\n", numbers(std::vector<double>(series.front().points.size(), level.at)));
  return out;
}

struct Diagrams {
  const Chart& chart;

  std::vector<std::string> operator()(const ScatterChart& scatter) const {
    if (scatter.points.empty()) return {};
    return {scatter_diagram(chart, scatter)};
  }
  std::vector<std::string> operator()(const BarChart& bar_chart) const {
    const Bars bars = bars_of(bar_chart);
    if (bars.values.empty()) return {};
    return {bar_diagram(chart, bars, range_of(bar_chart.values))};
  }
  std::vector<std::string> operator()(const FunnelChart& funnel) const {
    const Bars bars = bars_of(funnel);
    if (bars.values.empty()) return {};
    const double largest = std::max(1.0, std::ranges::max(bars.values));
    return {bar_diagram(chart, bars, fmt::format("0 --> {}", number(largest, 2)))};
  }
  std::vector<std::string> operator()(const LineChart& lines) const {
    std::vector<LineSeries> series;  // Mermaid draws nothing of a single point
    std::ranges::copy_if(lines.series, std::back_inserter(series),
                         [](const LineSeries& one) { return one.points.size() > 1; });
    if (series.empty()) return {};
    const bool together = std::ranges::all_of(
        series, [&series](const LineSeries& one) { return at_same_places(one, series.front()); });
    if (together) return {line_diagram(chart, lines, series)};
    std::vector<std::string> diagrams;
    for (const auto& one : series) diagrams.push_back(line_diagram(chart, lines, {&one, 1}));
    return diagrams;
  }
};

}  // namespace

std::vector<std::string> render_mermaid(const Chart& chart) {
  return std::visit(Diagrams{chart}, chart.picture);
}

}  // namespace kam
