#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "kam/score/score.hpp"

namespace kam {

// The tier of each value: 0 for the highest, then 1 …; unknown ones come last. Values that differ by less
// than 1e-9 from a neighbour share a tier, so that tiers, unlike `nearly_equal`, order any list.
std::vector<std::size_t> sort_into_tiers(std::span<const std::optional<double>> values);

// The indices of the accounts by rank: attractiveness, revenue, id.
std::vector<std::size_t> score_ranking(std::span<const AccountScores> accounts);

}  // namespace kam
