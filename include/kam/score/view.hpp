#pragma once

#include <span>

#include "kam/model/account.hpp"
#include "kam/model/settings.hpp"
#include "kam/score/score.hpp"

namespace kam {

// What every report, column and gate is made from. Indices of `accounts` and `scores.accounts` agree.
struct View {
  const Settings& settings;
  std::span<const Account> accounts;
  const PortfolioScores& scores;
  Date as_of;
  Language language = Language::en;
};

}  // namespace kam
