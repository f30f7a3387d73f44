#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "kam/yaml/splice.hpp"
#include "yaml/edit/notation.hpp"

namespace kam {

// Adding an item or entry to a list or map that has some, and taking one out.

enum class Side { before, behind };

// `written` is a list's `value` (flow) or `- value` (block), or a map's `key: value`; it goes to that side of
// child `index`.
Splices insert_child(std::string_view text, const Node& node, std::size_t index, Side side,
                     const std::string& written, const FileStyle& style);

// The line `#key:` of the root's template (templates.hpp): an entry goes directly above it, behind `entries`
// others. Absent where there is none.
struct TemplateLine {
  std::size_t start = 0;
  std::size_t entries = 0;
};
std::optional<TemplateLine> find_template_line(std::string_view text, const Node& root, std::string_view key);

// `node` has other children than `index`. The comment behind the child goes with it.
Splices remove_child(std::string_view text, const Node& node, std::size_t index);

// Blanks between the dash and the value of the list's last item; 1 where they stand on two lines.
std::size_t gap_behind_dash(std::string_view text, const Node& list);

}  // namespace kam
