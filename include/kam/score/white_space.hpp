#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "kam/model/account.hpp"
#include "kam/model/settings.hpp"

namespace kam {

// One of the portfolio's offerings over some accounts. The sums are of those accounts that have both the
// current and the potential revenue with it, so that white space is what lies between the two; absent where
// none has.
struct OfferingTotal {
  std::string id;
  int known = 0;  // accounts with both
  std::optional<double> current;
  std::optional<double> potential;
  std::optional<double> white_space;   // Σ of score_white_space
  std::optional<std::size_t> largest;  // the account with the largest white space, of equals the first; > 0
};

// Every offering of kam.yaml, in its order; `accounts` are indices into `all`.
std::vector<OfferingTotal> total_offerings(std::span<const Account> all,
                                           std::span<const std::size_t> accounts, const Settings& settings);

}  // namespace kam
