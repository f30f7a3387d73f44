#pragma once

#include <string>

#include "report/sections.hpp"

namespace kam {

// A page with its title, the company under it and the day beside it.
Document new_page(const View& view, std::string title);

// The way back from an account's page to the portfolio's.
Paragraph link_to_index(const View& view);

}  // namespace kam
