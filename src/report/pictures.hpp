#pragma once

#include <span>

#include "kam/report/report.hpp"
#include "report/sections.hpp"

namespace kam {

// What `--matrix` draws, each picture under a heading of its own; where there is nothing to draw it is left
// out, but of the requirements and the people that is said.

// The portfolio matrix of the accounts shown, and where these are all the ABC curve.
void add_portfolio_pictures(Document& document, const View& view, std::span<const std::size_t> accounts);

// The requirements by importance and fulfilment, the two views, the fulfilment over time.
void add_requirement_pictures(Document& document, const AccountView& of);

// The people at the customer by influence and attitude, and the potentials.
void add_growth_pictures(Document& document, const AccountView& of);

}  // namespace kam
