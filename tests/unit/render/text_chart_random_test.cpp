#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <random>

#include <doctest/doctest.h>

#include "draws.hpp"
#include "kam/unicode/unicode.hpp"
#include "nasty.hpp"
#include "render/charts/text_chart.hpp"

using namespace kam;

namespace {

using Lines = std::vector<std::string>;

// Charts drawn at random, the same every time: empty ranges, huge values, texts that try to break out.
class Random {
 public:
  explicit Random(unsigned seed) : engine_(seed) {}

  unsigned below(unsigned end) { return static_cast<unsigned>(engine_() % end); }

  std::string text() {
    if (below(3) > 0) return std::string(1 + below(12), 'a') + " b";
    return nasty_.at(below(static_cast<unsigned>(nasty_.size())));
  }
  double value() {
    constexpr double kHuge = std::numeric_limits<double>::max();
    constexpr std::array kRare{0.0, -1.0, 1e-300, kHuge, -kHuge};
    return below(4) == 0 ? kRare.at(below(kRare.size())) : below(1001) / 10.0;
  }
  Axis axis() {
    Axis axis{text(), 0, 100, {}};
    if (below(4) == 0) axis.from = value();
    if (below(4) == 0) axis.to = below(3) == 0 ? axis.from : value();
    for (unsigned i = below(8); i > 0; --i) axis.ticks.push_back({value(), text()});
    return axis;
  }
  ScatterChart scatter(unsigned points) {
    ScatterChart chart{axis(), axis(), {}, {}, {text(), text(), text(), text()}, text()};
    if (below(2) == 0) chart.cross = ChartCross{{value(), text()}, {value(), text()}};
    for (unsigned i = 1; i <= points; ++i)
      chart.points.push_back({text(), std::to_string(i), value(), value(), {}, text()});
    return chart;
  }
  BarChart bars() {
    BarChart chart{axis(), {}, {}};
    for (unsigned i = below(5); i > 0; --i) chart.series.push_back(text());
    for (unsigned i = below(20); i > 0; --i) {
      chart.groups.push_back({text(), {}, {}});
      for (unsigned k = below(5); k > 0; --k) chart.groups.back().values.emplace_back(value());
      for (unsigned k = below(5); k > 0; --k) chart.groups.back().texts.push_back(text());
    }
    return chart;
  }
  LineChart lines() {
    LineChart chart{axis(), axis(), {}, {}};
    for (unsigned i = below(5); i > 0; --i) {
      chart.series.push_back({text(), {}});
      for (unsigned k = below(2) * below(90); k > 0; --k)
        chart.series.back().points.push_back({value(), value(), text()});
    }
    for (unsigned i = below(4); i > 0; --i) chart.levels.push_back({value(), text()});
    return chart;
  }
  FunnelChart funnel() {
    FunnelChart chart;
    for (unsigned i = below(5); i > 0; --i) chart.stages.push_back({text(), std::abs(value()), text()});
    return chart;
  }

 private:
  std::mt19937 engine_;
  Lines nasty_ = test::nasty_texts();
};

void check_lines(const Lines& lines, int width) {
  for (const auto& line : lines) {
    CAPTURE(line);
    CHECK(display_width(line) <= width);
    CHECK_FALSE(find_invalid_utf8(line).has_value());
    for (const char32_t c : decode_utf8(line)) CHECK_FALSE(is_control(c));
    CHECK_FALSE(line.ends_with(' '));
  }
}

// Between the axis and what surrounds it.
std::string field_of(const Lines& lines) {
  std::string field;
  for (const auto& line : lines)
    if (const auto axis = line.find("│"); axis != std::string::npos) field += line.substr(axis) + '\n';
  return field;
}

// The list under the picture: everything behind its one empty line.
std::string list_of(const Lines& lines) {
  std::string list;
  const auto gap = std::ranges::find(lines.rbegin(), lines.rend(), std::string());
  for (auto line = gap.base(); line != lines.end(); ++line) list += *line + '\n';
  return list;
}

}  // namespace

TEST_CASE("whatever the chart, no line is too wide or drives the terminal") {
  for (unsigned seed = 0; seed < draws(300); ++seed) {
    CAPTURE(seed);
    Random random(seed);
    const std::array<Chart, 4> charts{
        Chart{"a", "", "", random.scatter(random.below(30)), {}}, Chart{"b", "", "", random.bars(), {}},
        Chart{"c", "", "", random.lines(), {}}, Chart{"d", "", "", random.funnel(), {}}};
    for (const auto& chart : charts)
      for (const int width : {1, 7, 24, 40, 66, 80, 120}) {
        CAPTURE(width);
        check_lines(draw_chart(chart, width), width);
        CHECK(draw_chart(chart, width) == draw_chart(chart, width));
      }
  }
}

TEST_CASE("every point stands in the picture, by its own sign or by the one that the list names") {
  for (unsigned seed = 0; seed < draws(60); ++seed) {
    CAPTURE(seed);
    Random random(seed);
    auto scatter = random.scatter(1 + random.below(200));
    for (auto& point : scatter.points) point.label = "x";
    for (auto& name : scatter.quadrants) name.clear();
    scatter.x.ticks.clear();
    scatter.y.ticks.clear();
    scatter.cross.reset();
    for (std::size_t i = 0; i < scatter.points.size(); ++i) {  // signs that are no part of each other
      auto& sign = scatter.points[i].sign;
      sign = "<" + sign + ">";
    }
    const auto lines = draw_chart({"a", "", "", scatter, {}}, 66);
    const auto field = field_of(lines);
    const auto list = list_of(lines);
    for (const auto& point : scatter.points) {
      CAPTURE(point.sign);
      const auto own = list.find(point.sign + " (");
      if (own == std::string::npos) {
        CHECK(field.find(point.sign) != std::string::npos);
        CHECK(list.find(point.sign) != std::string::npos);
        continue;
      }
      const auto from = own + point.sign.size() + 2;
      const auto at = list.substr(from, list.find(')', from) - from);
      CHECK(at.ends_with('+'));
      CHECK(field.find(at) != std::string::npos);
      CHECK(field.find(point.sign) == std::string::npos);
    }
  }
}
