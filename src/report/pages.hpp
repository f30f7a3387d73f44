#pragma once

#include <string>
#include <vector>

#include "report/sections.hpp"

namespace kam {

// A page with its title, the company under it and the day beside it.
Document new_page(const View& view, std::string title);

// `Beträge in EUR`: what the bare numbers of money are in.
std::string amounts_line(const View& view);

// The way back from an account's page to the portfolio's.
Span link_to_index(const View& view);

// Links to the accounts' pages, one a line; of more than fifty, by name, those of an initial letter in one
// line, so that a reader finds a name among hundreds.
BulletList account_links(const View& view, const std::vector<std::size_t>& accounts);

// What the marks behind scores mean (cells.hpp).
Paragraph half_known_footnote(const View& view);
Paragraph stale_footnote(const View& view);

}  // namespace kam
