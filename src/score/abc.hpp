#pragma once

#include <array>
#include <optional>
#include <span>
#include <vector>

#include "kam/score/score.hpp"

namespace kam {

struct AbcScore {
  std::optional<double> share;  // percent
  std::optional<Abc> abc;
};

struct AbcAnalysis {
  std::optional<double> revenue;   // sum of the positive ones; absent where none is known
  std::vector<AbcScore> accounts;  // in the order of the revenues given
  std::optional<double> share_of_largest;
  std::optional<double> share_of_three_largest;
  std::optional<double> herfindahl;
};

// ABC classes and concentration of revenues (Pareto). `revenues`: one an account, absent where it is not
// known or does not take part. `limits`: percent, where A and where B ends.
AbcAnalysis score_abc(std::span<const std::optional<double>> revenues, const std::array<double, 2>& limits);

}  // namespace kam
