#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "render/charts/plane.hpp"

namespace kam {

// Where the names of points stand, so that no two overlap, none lies on another's bubble and all are inside
// the picture. Greedy: the largest bubbles first, of equals the first given; around each the nearest free
// place out of a fixed order, the farther ones with a line to the bubble. What finds no place for its label
// gets its short sign; where there is none for that either, nothing.

struct LabelWish {
  Bubble bubble;
  int label_width = 0;
  int sign_width = 0;
};

enum class Shown { nothing, sign, label };

struct PlacedLabel {
  Shown shown = Shown::nothing;
  Box box;                       // of the text
  std::optional<Stroke> leader;  // from the bubble's edge to the text
};

struct LabelSpace {
  Box area;                 // in which every label lies
  std::vector<Box> taken;   // by other texts
  std::vector<Box> rules;   // no text may be struck through by them; lines to labels may cross them
  int line_height = 0;      // of a label
  std::size_t labels = 40;  // how many full labels at most: more cannot be read
  std::size_t signs = 60;   // and how many signs
};

// One for each wish, in their order.
std::vector<PlacedLabel> lay_out_labels(std::span<const LabelWish> wishes, const LabelSpace& space);

}  // namespace kam
