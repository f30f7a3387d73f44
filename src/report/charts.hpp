#pragma once

#include <optional>
#include <span>

#include "kam/document/chart.hpp"
#include "kam/score/history.hpp"
#include "report/account/assessments.hpp"
#include "report/sections.hpp"

namespace kam {

// The pictures of the reports. Nothing where there is nothing to draw; what is not known is named in the
// chart's `not_drawn`, never placed at zero.

// Attractiveness against fulfilment, the bubble's area being the revenue; former customers as they are given.
Chart portfolio_chart(const View& view, std::span<const std::size_t> accounts);
// The share of revenue that the largest customers hold together, with the limits of the ABC classes.
std::optional<Chart> abc_chart(const View& view);

// The importance-performance matrix of the headline's requirements; signs number them by points lost.
std::optional<Chart> priorities_chart(const AccountView& of);
// Each requirement's fulfilment as the customer and as we see it; only where both views are known.
std::optional<Chart> views_chart(const AccountView& of);
// The fulfilment on the days of assessment, from two of one perspective up.
std::optional<Chart> trend_chart(const AccountView& of, Views views);
// The means of the customers' fulfilment, from two days up.
std::optional<Chart> mean_trend_chart(const View& view, std::span<const MeanPoint> means);
// Influence against attitude.
std::optional<Chart> people_chart(const AccountView& of);
// The potentials that were not lost: all, the likely and won ones, the won ones.
std::optional<Chart> potentials_chart(const AccountView& of);

void add_chart(Blocks& blocks, std::optional<Chart> chart);

// An axis with that many steps; ticks are written for people.
Axis number_axis(std::string title, double from, double to, int steps, Language language);

}  // namespace kam
