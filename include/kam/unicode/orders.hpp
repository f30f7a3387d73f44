#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace kam {

// What programs that read a text line by line would take for an order to them: GitHub's runner takes `::name`
// behind blanks at a line's start and `##[name` anywhere, Azure's `##vso[`, forges and their bots a line that
// begins with `/name`. Somebody's name or note must never give one. Runners compare by a language's rules and
// so look through what `is_ignorable` (invisible.hpp) names.

// `text`, of any number of lines, with one character of each order written as `write` says: the first `:`,
// the `/` or the second `#`.
std::string rewrite_orders(std::string_view text, const std::function<std::string(char)>& write);

// For plain text: `\u{3a}:error`, as every character is shown that must not act.
std::string disarm(std::string_view text);

}  // namespace kam
