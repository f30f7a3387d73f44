#pragma once

#include <span>
#include <string>

#include "kam/report/report.hpp"

namespace kam {

// `6 Kunden · Umsatz 3,1 Mio. EUR · 2 A, 2 B, 2 C · größter 40 %, drei größte 81 %`; where only some accounts
// are shown, how many of how many and their revenue.
std::string portfolio_line(const View& view, std::span<const std::size_t> shown);

// Of the accounts shown: `1 nicht bewertet · 1 Bewertung veraltet · 2 Maßnahmen überfällig`; empty where
// there is none of it.
std::string portfolio_remarks(const View& view, std::span<const std::size_t> shown);

}  // namespace kam
