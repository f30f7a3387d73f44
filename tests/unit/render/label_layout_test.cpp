#include "render/charts/label_layout.hpp"

#include <array>
#include <cmath>
#include <numbers>
#include <random>

#include <doctest/doctest.h>

using namespace kam;

namespace {

constexpr Box kArea{0, 0, 7000, 5000};

LabelSpace space() {
  return {kArea, {}, {}, 150, 40, 36};
}

std::vector<PlacedLabel> lay_out(const std::vector<LabelWish>& wishes) {
  return lay_out_labels(wishes, space());
}

std::vector<LabelWish> random_wishes(std::size_t count, unsigned seed) {
  std::mt19937 engine(seed);
  const auto draw = [&engine](unsigned below) { return static_cast<int>(engine() % below); };
  std::vector<LabelWish> wishes;
  for (std::size_t i = 0; i < count; ++i) {
    const Spot center{draw(7000), draw(5000)};
    const bool same_place = draw(5) == 0 && !wishes.empty();
    wishes.push_back(
        {{same_place ? wishes.back().bubble.center : center, 40 + draw(280)}, 200 + draw(2200), 160});
  }
  return wishes;
}

// Everything that the layout promises.
void check_promises(const std::vector<LabelWish>& wishes, const std::vector<PlacedLabel>& placed) {
  REQUIRE(placed.size() == wishes.size());
  for (std::size_t i = 0; i < placed.size(); ++i) {
    if (placed[i].shown == Shown::nothing) continue;
    CHECK(lies_within(placed[i].box, kArea));
    CHECK(placed[i].box.width() ==
          (placed[i].shown == Shown::label ? wishes[i].label_width : wishes[i].sign_width));
    for (std::size_t k = 0; k < placed.size(); ++k) {
      if (k == i) continue;
      CHECK_FALSE(overlap(placed[i].box, wishes[k].bubble));
      if (placed[k].shown == Shown::nothing) continue;
      CHECK_FALSE(overlap(placed[i].box, placed[k].box));
      if (placed[k].leader) CHECK_FALSE(overlap(placed[i].box, *placed[k].leader));
      if (placed[i].leader && placed[k].leader) CHECK_FALSE(overlap(*placed[i].leader, *placed[k].leader));
    }
  }
}

}  // namespace

TEST_CASE("no label overlaps another or a bubble, and all lie inside") {
  for (unsigned seed = 1; seed <= 20; ++seed)
    for (const std::size_t count : {1U, 8U, 40U, 120U}) {
      CAPTURE(seed);
      CAPTURE(count);
      const auto wishes = random_wishes(count, seed);
      check_promises(wishes, lay_out(wishes));
    }
}

TEST_CASE("a lone label stands to the right, at the edge to the left, in a large bubble inside") {
  const auto middle = lay_out({{{{3000, 2000}, 100}, 800, 100}}).front();
  CHECK(middle.box == Box{3130, 1925, 3930, 2075});
  CHECK_FALSE(middle.leader);
  const auto edge = lay_out({{{{6900, 2000}, 100}, 800, 100}}).front();
  CHECK(edge.box.right < 6900);
  const auto inside = lay_out({{{{3000, 2000}, 900}, 800, 100}}).front();
  CHECK(inside.box == Box{2600, 1925, 3400, 2075});
}

TEST_CASE("points at one place are all named") {
  const std::vector<LabelWish> wishes(8, {{{6900, 100}, 60}, 1500, 100});
  const auto placed = lay_out(wishes);
  check_promises(wishes, placed);
  for (const auto& label : placed) CHECK(label.shown == Shown::label);
  CHECK(placed.back().leader);
}

TEST_CASE("what is too wide gets its sign, what has no room at all nothing") {
  CHECK(lay_out({{{{3000, 2000}, 100}, 7100, 100}}).front().shown == Shown::sign);
  CHECK(lay_out({{{{3000, 2000}, 100}, 7100, 7100}}).front().shown == Shown::nothing);
  CHECK(lay_out({{{{3000, 2000}, 100}, 0, 0}}).front().shown == Shown::nothing);
}

TEST_CASE("the largest bubble chooses first, then what was given first") {
  LabelSpace one = space();
  one.labels = 1;
  const std::vector<LabelWish> wishes{
      {{{1000, 1000}, 50}, 500, 100}, {{{3000, 3000}, 80}, 500, 100}, {{{5000, 1000}, 80}, 500, 100}};
  const auto placed = lay_out_labels(wishes, one);
  CHECK(placed[0].shown == Shown::sign);
  CHECK(placed[1].shown == Shown::label);
  CHECK(placed[2].shown == Shown::sign);
}

TEST_CASE("texts keep off what is taken and are not struck through") {
  LabelSpace narrow = space();
  narrow.taken = {{3100, 0, 7000, 5000}};
  narrow.rules = {{0, 1990, 3100, 2010}};
  const auto placed = lay_out_labels(std::vector<LabelWish>{{{{3000, 2000}, 80}, 800, 100}}, narrow).front();
  CHECK(placed.shown == Shown::label);
  CHECK(placed.box.right <= 3100);
  CHECK_FALSE(overlap(placed.box, narrow.rules.front()));
}

TEST_CASE("shapes overlap or do not") {
  const Box box{100, 100, 200, 200};
  CHECK(overlap(box, Stroke{{0, 150}, {300, 150}}));
  CHECK(overlap(box, Stroke{{120, 120}, {130, 130}}));
  CHECK_FALSE(overlap(box, Stroke{{0, 0}, {300, 90}}));
  CHECK(overlap(box, Bubble{{90, 150}, 11}));
  CHECK_FALSE(overlap(box, Bubble{{90, 90}, 14}));
  CHECK(overlap(Stroke{{0, 0}, {10, 10}}, Stroke{{0, 10}, {10, 0}}));
  CHECK_FALSE(overlap(Stroke{{0, 0}, {10, 10}}, Stroke{{20, 0}, {20, 30}}));
  CHECK(place_between(50, 0, 100, 0, 700) == 350);
  CHECK(place_between(-1, 0, 100, 10, 700) == 10);
  CHECK(place_between(101, 0, 100, 10, 700) == 700);
  CHECK(place_between(5, 5, 5, 10, 700) == 10);
}

TEST_CASE("the places in and around a bubble: by distance, sixteen directions each, then two columns") {
  const Bubble bubble{{20'000, 20'000}, 5000};
  const LabelWish wish{bubble, 20, 0};
  LabelSpace around{{0, 0, 40'000, 40'000}, {}, {}, 20, 40, 36};
  // Clockwise from the right, in sixteenths.
  constexpr std::array kTurns{0, 8, 12, 4, 14, 2, 10, 6, 15, 1, 9, 7, 13, 3, 11, 5};
  constexpr double kSixteenth = std::numbers::pi / 8;
  const auto next = [&] {
    const auto placed = lay_out_labels(std::vector{wish}, around).front();
    REQUIRE(placed.shown == Shown::label);
    around.rules.push_back(placed.box);  // lines may cross it, no text
    return placed;
  };
  CHECK(next().box == Box{19'990, 19'990, 20'010, 20'010});  // inside
  for (const int distance : {0, 120, 240, 380, 540})
    for (const int turn : kTurns) {
      CAPTURE(distance);
      CAPTURE(turn);
      const double near = turn % 4 == 0 ? 0.5 : 2;  // the slanted directions are in thousandths
      const double away = 5000 + 30 + distance;
      const double x = 20'000 + away * std::cos(turn * kSixteenth);
      const double y = 20'000 + away * std::sin(turn * kSixteenth);
      const auto placed = next();
      const bool beside = turn % 8 != 4;  // else above or below
      const bool right = turn < 4 || turn > 12;
      CHECK(std::abs((!beside ? placed.box.left + 10
                      : right ? placed.box.left
                              : placed.box.right) -
                     x) < near);
      CHECK(std::abs((beside      ? placed.box.top + 10
                      : turn == 4 ? placed.box.top
                                  : placed.box.bottom) -
                     y) < near);
      CHECK(placed.leader.has_value() == (distance > 0));
    }
  for (int line = 0; line <= 12; ++line)
    for (const int down : line == 0 ? std::vector{0} : std::vector{line, -line}) {
      CAPTURE(down);
      const int middle = 20'000 + down * 30;
      CHECK(next().box == Box{25'180, middle - 10, 25'200, middle + 10});
      CHECK(next().box == Box{14'800, middle - 10, 14'820, middle + 10});
    }
  CHECK(lay_out_labels(std::vector{wish}, around).front().shown == Shown::nothing);
}

TEST_CASE("lines that touch overlap, in either order; those that do not, do not") {
  const Stroke level{{0, 0}, {10, 0}};
  for (const Stroke& other :
       {Stroke{{10, 0}, {20, 5}}, Stroke{{0, 0}, {-5, 5}}, Stroke{{5, 0}, {5, 9}}, Stroke{{5, -9}, {5, 0}},
        Stroke{{10, 0}, {10, 9}}, Stroke{{5, -9}, {5, 9}}, Stroke{{3, 0}, {30, 0}}}) {
    CHECK(overlap(level, other));
    CHECK(overlap(other, level));
  }
  for (const Stroke& other : {Stroke{{11, 0}, {20, 5}}, Stroke{{5, 1}, {5, 9}}, Stroke{{0, 1}, {10, 1}},
                              Stroke{{11, 0}, {20, 0}}}) {
    CHECK_FALSE(overlap(level, other));
    CHECK_FALSE(overlap(other, level));
  }
}
