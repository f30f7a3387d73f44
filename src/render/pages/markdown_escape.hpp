#pragma once

#include <string>
#include <string_view>

namespace kam {

// Controls made blanks, broken UTF-8 made U+FFFD.
std::string blank_controls(std::string_view text);

inline constexpr char32_t kLineStart = 0;

// What stands beside a text on its line: `next` is a blank too where the line or the cell ends.
struct Neighbours {
  char32_t previous = kLineStart;
  char32_t next = U' ';
};

// Text that Markdown shows as it stands: no markup, no HTML, no table cell's end, no link, no mention of
// @people or #123. Blanks at the start are dropped, since four of them would make code.
std::string escape_markdown(std::string_view text, Neighbours around = {});

// What opens a folded part: HTML, in which only marks of HTML mean something, but GitHub and GitLab still
// look for mentions, references and links.
std::string markdown_fold(std::string_view summary);

// A code span of the text; empty for none.
std::string markdown_code(std::string_view text);

// A link to a report's page, `index` being the portfolio's; `label` is Markdown already.
std::string markdown_link(std::string_view label, std::string_view page);

// Whole lines in which runners of CI and forges find nothing to obey: what escaping the texts has left of it
// begins a line, where a backslash means nothing else.
std::string escape_orders(std::string_view markdown);

// A file's name as the target of a link.
std::string markdown_target(std::string_view file);

}  // namespace kam
