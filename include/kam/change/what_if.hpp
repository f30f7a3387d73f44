#pragma once

#include <cstddef>

#include "kam/change/state.hpp"

namespace kam {

// The portfolio as it would be if one account's requirements were fulfilled like this, seen from the
// perspective that its fulfilment is shown from, on the last day that it has spoken: a later one would make
// the account fresher than it is. Throws UsageError where nobody has said how important one of them is.
ScoredPortfolio suppose(const ScoredPortfolio& state, std::size_t account,
                        const ById<RequirementRating>& wishes);

}  // namespace kam
