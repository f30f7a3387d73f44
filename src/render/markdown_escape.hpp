#pragma once

#include <string>
#include <string_view>

namespace kam {

// Controls made blanks, broken UTF-8 made U+FFFD.
std::string blank_controls(std::string_view text);

// Text that Markdown shows as it stands: no markup, no HTML, no table cell's end, no link, no mention of
// @people or #123. `next` is the character that follows the text on its line; a blank is the line's or
// the cell's end. Blanks at the start are dropped, since four of them would make code.
std::string escape_markdown(std::string_view text, char32_t next = U' ');

// A code span of the text; empty for none.
std::string markdown_code(std::string_view text);

// A link to a report's page, `index` being the portfolio's; `label` is Markdown already.
std::string markdown_link(std::string_view label, std::string_view page);

}  // namespace kam
