#include "score/potentials.hpp"

#include <algorithm>

namespace kam {

std::optional<double> score_expected_value(const Potential& potential) {
  if (potential.status != PotentialStatus::open || !potential.value || !potential.probability)
    return std::nullopt;
  return *potential.value * *potential.probability / 100;
}

std::optional<double> score_white_space(const OfferingPosition& offering) {
  if (!offering.current || !offering.potential) return std::nullopt;
  return std::max(0.0, *offering.potential - *offering.current);
}

void add_known(std::optional<double>& sum, std::optional<double> value) {
  if (value) sum = sum.value_or(0) + *value;
}

std::optional<double> sum_expected_values(const Account& account) {
  std::optional<double> sum;
  for (const Potential& potential : account.potentials) add_known(sum, score_expected_value(potential));
  return sum;
}

std::optional<double> sum_white_space(const Account& account) {
  std::optional<double> sum;
  for (const auto& [id, offering] : account.offerings) add_known(sum, score_white_space(offering));
  return sum;
}

}  // namespace kam
