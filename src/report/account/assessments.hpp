#pragma once

#include <optional>

#include "report/sections.hpp"

namespace kam {

// The latest assessment behind a perspective's fulfilment.
std::optional<Date> last_rated(const AccountScores& scores, Perspective perspective);

enum class Views { both, customer_only };

// How the fulfilment moved, one row a day of assessment, with the change since the one before of the same
// perspective; nothing where there is no change to see.
Blocks history_blocks(const AccountView& of, Views views);

// The labels of the requirements of that perspective which lack importance or fulfilment.
std::vector<std::string> unrated_requirements(const AccountView& of, const PerspectiveScore& perspective);

// The rated requirements, those that cost most points first; of equals, in the catalogue's order.
std::vector<RequirementScore> rated_requirements(const PerspectiveScore& perspective);

}  // namespace kam
