#include "render/charts/label_layout.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>
#include <tuple>
#include <utility>

namespace kam {

namespace {

constexpr int kGap = 30;  // between a bubble and its label
constexpr std::array<int, 5> kDistances{0, 120, 240, 380, 540};

// Sixteen directions as the compass has them, in thousandths; right and left first, since text reads best
// there, then above and below, then between.
constexpr std::array<Spot, 16> kDirections{{{1000, 0},
                                            {-1000, 0},
                                            {0, -1000},
                                            {0, 1000},
                                            {707, -707},
                                            {707, 707},
                                            {-707, -707},
                                            {-707, 707},
                                            {924, -383},
                                            {924, 383},
                                            {-924, -383},
                                            {-924, 383},
                                            {383, -924},
                                            {383, 924},
                                            {-383, -924},
                                            {-383, 924}}};

// Beside crowded places the texts stand in a column, to the right or to the left, each with its line.
constexpr int kColumnLines = 12;
constexpr int kColumnAway = 180;

// The text's box where it hangs on the spot in that direction: to its right for a spot on the right, and so
// on.
Box box_at(Spot spot, Spot direction, int width, int height) {
  const int left = direction.x > 300 ? spot.x : direction.x < -300 ? spot.x - width : spot.x - width / 2;
  int top = spot.y - height / 2;
  if (direction.x <= 300 && direction.x >= -300) top = direction.y < 0 ? spot.y - height : spot.y;
  return {left, top, left + width, top + height};
}

Spot reach(Spot from, Spot direction, int distance) {
  return {from.x + direction.x * distance / 1000, from.y + direction.y * distance / 1000};
}

// The spot on the bubble's edge that lies towards another.
Spot edge_towards(const Bubble& bubble, Spot spot) {
  const long long dx = spot.x - bubble.center.x;
  const long long dy = spot.y - bubble.center.y;
  const auto far = std::max(1LL, std::llround(std::sqrt(static_cast<double>(dx * dx + dy * dy))));
  return {bubble.center.x + static_cast<int>(dx * bubble.radius / far),
          bubble.center.y + static_cast<int>(dy * bubble.radius / far)};
}

// The bubbles by squares of the picture, so that a box is compared with those around it alone. Bubbles that
// cover each other wholly are one: of contacts there may be thousands in one place.
class BubbleGrid {
 public:
  explicit BubbleGrid(std::span<const LabelWish> wishes) {
    for (std::size_t i = 0; i < wishes.size(); ++i) {
      const auto& bubble = wishes[i].bubble;
      largest_ = std::max(largest_, bubble.radius);
      auto& square = squares_[{square_of(bubble.center.x), square_of(bubble.center.y)}];
      const auto place = std::tuple(bubble.center.x, bubble.center.y, bubble.radius);
      const auto [known, is_new] = known_.try_emplace(place, square.size());
      if (is_new)
        square.push_back({bubble, i, 1});
      else
        ++square[known->second].count;
    }
  }

  // Whether the box lies on another bubble than that one.
  bool covers(const Box& box, std::size_t own) const {
    for (int x = square_of(box.left - largest_); x <= square_of(box.right + largest_); ++x)
      for (auto square = squares_.lower_bound({x, square_of(box.top - largest_)});
           square != squares_.end() && square->first.first == x &&
           square->first.second <= square_of(box.bottom + largest_);
           ++square)
        for (const auto& [bubble, first, count] : square->second)
          if ((first != own || count > 1) && overlap(box, bubble)) return true;
    return false;
  }

 private:
  struct Alike {
    Bubble bubble;
    std::size_t first = 0;  // the only one, where `count` is 1
    std::size_t count = 0;
  };
  static int square_of(int place) {
    constexpr int kSide = 320;
    return place >= 0 ? place / kSide : -((kSide - 1 - place) / kSide);
  }

  int largest_ = 0;
  std::map<std::pair<int, int>, std::vector<Alike>> squares_;
  std::map<std::tuple<int, int, int>, std::size_t> known_;  // places within their squares
};

enum class Leader { none, drawn };

class Layout {
 public:
  Layout(std::span<const LabelWish> wishes, const LabelSpace& space)
      : wishes_(wishes), space_(space), bubbles_(wishes), boxes_(space.taken), placed_(wishes.size()) {}

  bool try_text(std::size_t index, Shown shown) {
    const auto& wish = wishes_[index];
    const int width = shown == Shown::label ? wish.label_width : wish.sign_width;
    if (width <= 0) return false;
    return try_inside(index, shown, width) || try_around(index, shown, width);
  }

  std::vector<PlacedLabel> take() { return std::move(placed_); }

 private:
  bool try_inside(std::size_t index, Shown shown, int width) {
    const auto& [center, radius] = wishes_[index].bubble;
    const int height = space_.line_height;
    const long long half = width / 2 + kGap;
    if (half * half + static_cast<long long>(height / 2) * (height / 2) >=
        static_cast<long long>(radius) * radius)
      return false;
    const Box box{center.x - width / 2, center.y - height / 2, center.x - width / 2 + width,
                  center.y - height / 2 + height};
    if (!is_free(box, index)) return false;
    keep(index, {shown, box, std::nullopt});
    return true;
  }

  bool try_around(std::size_t index, Shown shown, int width) {
    const auto& bubble = wishes_[index].bubble;
    for (const int distance : kDistances)
      for (const Spot direction : kDirections) {
        const Spot spot = reach(bubble.center, direction, bubble.radius + kGap + distance);
        if (try_at(index, shown, spot, direction, width, distance > 0 ? Leader::drawn : Leader::none))
          return true;
      }
    return try_columns(index, shown, width);
  }

  bool try_columns(std::size_t index, Shown shown, int width) {
    const auto& bubble = wishes_[index].bubble;
    for (int line = 0; line <= kColumnLines; ++line)
      for (const int down : {line, -line})
        for (const int side : {1, -1}) {
          const Spot spot{bubble.center.x + side * (bubble.radius + kColumnAway),
                          bubble.center.y + down * (space_.line_height + kGap / 3)};
          if (try_at(index, shown, spot, {1000 * side, 0}, width, Leader::drawn)) return true;
        }
    return false;
  }

  // The text hanging on that spot, with a line from the bubble's edge in the same direction.
  bool try_at(std::size_t index, Shown shown, Spot spot, Spot direction, int width, Leader leader) {
    const auto& bubble = wishes_[index].bubble;
    const Box box = box_at(spot, direction, width, space_.line_height);
    if (overlap(box, bubble) || !is_free(box, index)) return false;
    PlacedLabel placed{shown, box, std::nullopt};
    if (leader == Leader::drawn) placed.leader = Stroke{edge_towards(bubble, spot), spot};
    if (placed.leader && !is_clear(*placed.leader)) return false;
    keep(index, placed);
    return true;
  }

  bool is_free(const Box& box, std::size_t own) const {
    if (!lies_within(box, space_.area)) return false;
    if (std::ranges::any_of(boxes_, [&](const Box& other) { return overlap(box, other); })) return false;
    if (std::ranges::any_of(space_.rules, [&](const Box& rule) { return overlap(box, rule); })) return false;
    if (std::ranges::any_of(leaders_, [&](const Stroke& leader) { return overlap(box, leader); }))
      return false;
    return !bubbles_.covers(box, own);
  }

  // A line may pass over bubbles, which can be seen through, but over no text and no other line.
  bool is_clear(const Stroke& leader) const {
    return std::ranges::none_of(boxes_, [&](const Box& box) { return overlap(box, leader); }) &&
           std::ranges::none_of(leaders_, [&](const Stroke& other) { return overlap(leader, other); });
  }

  void keep(std::size_t index, const PlacedLabel& placed) {
    placed_[index] = placed;
    boxes_.push_back(placed.box);
    if (placed.leader) leaders_.push_back(*placed.leader);
  }

  std::span<const LabelWish> wishes_;
  const LabelSpace& space_;
  BubbleGrid bubbles_;
  std::vector<Box> boxes_;
  std::vector<Stroke> leaders_;
  std::vector<PlacedLabel> placed_;
};

}  // namespace

std::vector<PlacedLabel> lay_out_labels(std::span<const LabelWish> wishes, const LabelSpace& space) {
  std::vector<std::size_t> order(wishes.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(
      order, [&](std::size_t a, std::size_t b) { return wishes[a].bubble.radius > wishes[b].bubble.radius; });
  Layout layout(wishes, space);
  std::vector<std::size_t> left;
  std::size_t labels = 0;
  for (const std::size_t index : order) {
    if (labels < space.labels && layout.try_text(index, Shown::label))
      ++labels;
    else
      left.push_back(index);
  }
  std::size_t signs = 0;
  for (const std::size_t index : left)
    if (signs < space.signs && layout.try_text(index, Shown::sign)) ++signs;
  return layout.take();
}

}  // namespace kam
