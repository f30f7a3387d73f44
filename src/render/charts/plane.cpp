#include "render/charts/plane.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "render/charts/chart_parts.hpp"

namespace kam {

namespace {

// Above zero where c lies to the left of the way from a to b, below where to the right.
long long turn(Spot a, Spot b, Spot c) {
  const long long abx = b.x - a.x;
  const long long aby = b.y - a.y;
  return abx * (c.y - a.y) - aby * (c.x - a.x);
}

bool within_reach(const Stroke& a, const Stroke& b) {
  const auto apart = [](int a1, int a2, int b1, int b2) {
    return std::max(a1, a2) < std::min(b1, b2) || std::max(b1, b2) < std::min(a1, a2);
  };
  return !apart(a.from.x, a.to.x, b.from.x, b.to.x) && !apart(a.from.y, a.to.y, b.from.y, b.to.y);
}

bool on_both_sides(const Stroke& line, const Stroke& other) {
  const long long first = turn(line.from, line.to, other.from);
  const long long second = turn(line.from, line.to, other.to);
  return (first <= 0 && second >= 0) || (first >= 0 && second <= 0);
}

bool holds(const Box& box, Spot spot) {
  return spot.x >= box.left && spot.x < box.right && spot.y >= box.top && spot.y < box.bottom;
}

}  // namespace

bool overlap(const Box& a, const Box& b) {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

bool overlap(const Box& box, const Bubble& bubble) {
  const long long dx = bubble.center.x - std::clamp(bubble.center.x, box.left, box.right);
  const long long dy = bubble.center.y - std::clamp(bubble.center.y, box.top, box.bottom);
  return dx * dx + dy * dy < static_cast<long long>(bubble.radius) * bubble.radius;
}

bool overlap(const Stroke& a, const Stroke& b) {
  return within_reach(a, b) && on_both_sides(a, b) && on_both_sides(b, a);
}

bool overlap(const Box& box, const Stroke& stroke) {
  if (holds(box, stroke.from) || holds(box, stroke.to)) return true;
  const std::array<Stroke, 2> diagonals{Stroke{{box.left, box.top}, {box.right, box.bottom}},
                                        Stroke{{box.left, box.bottom}, {box.right, box.top}}};
  return std::ranges::any_of(diagonals, [&](const Stroke& edge) { return overlap(edge, stroke); });
}

bool lies_within(const Box& inner, const Box& outer) {
  return inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top &&
         inner.bottom <= outer.bottom;
}

int place_between(double value, double low, double high, int from, int to) {
  if (!(high > low)) return from;
  // Halved, since the difference of two numbers may be too large for one.
  const double share = (std::clamp(value, low, high) / 2 - low / 2) / (high / 2 - low / 2);
  const double way = share * (to - from);
  return from + static_cast<int>(std::lround(way));
}

std::string not_drawn_text(const NotDrawn& part) {
  if (part.names.empty()) return part.reason;
  return fmt::format("{}: {}", part.reason, fmt::join(part.names, ", "));
}

std::string chart_in_words(const Chart& chart) {
  std::string words = chart.alternative;
  for (const auto& part : chart.not_drawn)
    words += fmt::format("{}{}.", words.empty() ? "" : " ", not_drawn_text(part));
  return words;
}

}  // namespace kam
