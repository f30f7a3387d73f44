#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "store/notation.hpp"
#include "store/splice.hpp"

namespace kam {

// Adding an item or entry to a list or map that has some, and taking one out.

enum class Side { before, behind };

// `written` is a list's `value` (flow) or `- value` (block), or a map's `key: value`; it goes to that side of
// child `index`.
Splices insert_child(std::string_view text, const Node& node, std::size_t index, Side side,
                     const std::string& written, const FileStyle& style);

// `node` has other children than `index`. The comment behind the child goes with it.
Splices remove_child(std::string_view text, const Node& node, std::size_t index);

// Blanks between the dash and the value of the list's last item; 1 where they stand on two lines.
std::size_t gap_behind_dash(std::string_view text, const Node& list);

}  // namespace kam
