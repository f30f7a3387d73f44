#include "kam/score/gains.hpp"

#include <algorithm>

#include "kam/model/number.hpp"

namespace kam {

std::vector<Gain> rank_gains(const PerspectiveScore& scores) {
  std::vector<Gain> gains;
  if (!scores.score) return gains;
  for (const auto& requirement : scores.requirements)
    if (requirement.lost_points && !reaches(0, *requirement.lost_points))
      gains.push_back({requirement.id, *requirement.lost_points, 0});
  std::ranges::stable_sort(gains, [](const Gain& a, const Gain& b) {
    return a.points > b.points && !nearly_equal(a.points, b.points);
  });
  double fulfilment = *scores.score;
  for (auto& gain : gains) {
    fulfilment += gain.points;
    gain.fulfilment = std::min(fulfilment, 100.0);
  }
  return gains;
}

}  // namespace kam
