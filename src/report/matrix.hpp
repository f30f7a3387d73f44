#pragma once

#include <span>

#include "kam/report/report.hpp"
#include "report/sections.hpp"

namespace kam {

// The portfolio matrix, drawn in characters: attractiveness upwards, fulfilment to the right, the thresholds
// as lines, each account as its rank; under it who stands where, and who could not be placed.
void add_matrix(Document& document, const View& view, std::span<const std::size_t> accounts);

// Likewise the requirements of an account: importance upwards, fulfilment to the right, the cross-hair, each
// requirement as its number; under it what the numbers stand for, and what is not rated.
void add_priorities(Document& document, const AccountView& of);

// Likewise the people at the customer: attitude upwards, influence to the right.
void add_people(Document& document, const AccountView& of);

}  // namespace kam
