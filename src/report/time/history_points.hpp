#pragma once

#include <vector>

#include "kam/report/history.hpp"
#include "report/sections.hpp"

namespace kam {

// The accounts that a history is about: those asked for, else all by rank.
std::vector<std::size_t> history_accounts(const View& view, const HistoryQuery& query);

// The account's points, with a period its last ones.
std::vector<FulfilmentPoint> history_points(const AccountView& of, const HistoryQuery& query);

}  // namespace kam
