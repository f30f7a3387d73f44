#pragma once

#include <vector>

#include "kam/score/score.hpp"

namespace kam {

// From the account and what has been scored of it already.
std::vector<Finding> score_findings(const Account& account, const Settings& settings,
                                    const AccountScores& scores, Date as_of);

}  // namespace kam
