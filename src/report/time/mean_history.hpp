#pragma once

#include <string>

#include "kam/score/history.hpp"
#include "report/sections.hpp"

namespace kam {

// `2026-Q3`, `2026`.
std::string period_id(Date day, Period period);
// The same for people; of the period that has not ended yet with the as-of day.
std::string period_label(Date day, Period period, const View& view);

// The mean fulfilment of the current customers by periods, customer's and own: a picture, if asked for, and a
// table with how many customers each mean rests on. Nothing where it has only one day.
enum class Picture { drawn, none };
Blocks mean_history_blocks(const View& view, Period period, Picture picture);

}  // namespace kam
