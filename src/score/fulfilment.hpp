#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kam/score/score.hpp"

namespace kam {

FulfilmentScore score_fulfilment(const Account& account, const Settings& settings, Date as_of);

// The fulfilment of both perspectives over time, up to as_of.
std::vector<FulfilmentPoint> score_history(const Account& account, const Settings& settings, Date as_of);

// The latest assessment of that perspective on or before as_of.
std::optional<Date> find_last_assessment(const Account& account, Perspective perspective, Date as_of);

// The requirement with most lost points, of equals the first; nothing where no points are lost.
std::optional<std::string> find_top_gap(const std::vector<RequirementScore>& requirements);

}  // namespace kam
