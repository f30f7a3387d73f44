#pragma once

#include <optional>

#include "kam/score/score.hpp"

namespace kam {

// Sets the cross-hair, and the quadrant of every requirement that has both importance and fulfilment.
void place_in_quadrants(PerspectiveScore& perspective, const Settings& settings);

// Neither where attractiveness or strength is unknown.
std::optional<MatrixQuadrant> score_quadrant(std::optional<double> attractiveness,
                                             std::optional<double> strength, const Thresholds& thresholds);

Qualification score_qualification(const WeightedScore& attractiveness, const WeightedScore& partnership,
                                  const Thresholds& thresholds);

}  // namespace kam
