#pragma once

#include "kam/score/score.hpp"

namespace kam {

WeightedScore score_attractiveness(const Account& account, const Settings& settings, Date as_of);
WeightedScore score_partnership(const Account& account, const Settings& settings, Date as_of);
WeightedScore score_collaboration(const Account& account, const Settings& settings);

}  // namespace kam
