#pragma once

#include <string>
#include <vector>

#include "kam/score/score.hpp"

namespace kam {

// What closing a requirement would win: fulfilling it to the top of the scale, its importance as it is.
struct Gain {
  std::string requirement;
  double points = 0;      // > 0, in points of fulfilment: its lost points
  double fulfilment = 0;  // the perspective's score when this one and those before it are closed, 0 to 100
};

// The requirements that lose points, most points first, of equals in the catalogue's order. Empty without a
// score.
std::vector<Gain> rank_gains(const PerspectiveScore& scores);

}  // namespace kam
