#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kam {

// The property Default_Ignorable_Code_Point: what shows as nothing, such as U+200B, U+00AD, U+FEFF, variation
// selectors and the joiners of emoji. Two names that differ in such characters alone look alike; `fold_name`
// leaves them out.
bool is_ignorable(char32_t code_point);

// Makes any text safe for a terminal and for one line: as `escape_controls`, and what shows as nothing is
// seen: `\u{200b}`.
std::string escape_for_terminal(std::string_view text);

// The last of it for text whose lines and colours are kam's: what shows as nothing alone.
std::string show_ignorable(std::string_view text);

// What is seen of a text: an id as ids are compared.
std::string without_ignorable(std::string_view text);

// The first character of a text that `is_ignorable` names and that is no part of an emoji: there a joiner or
// a variation selector stands behind a symbol.
std::optional<char32_t> find_invisible(std::string_view text);

}  // namespace kam
