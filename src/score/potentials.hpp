#pragma once

#include <optional>

#include "kam/score/score.hpp"

namespace kam {

// Sums over those that have a value; nothing where none has.
std::optional<double> sum_expected_values(const Account& account);
std::optional<double> sum_white_space(const Account& account);

// Adds what is known to a sum that may not exist yet.
void add_known(std::optional<double>& sum, std::optional<double> value);

}  // namespace kam
