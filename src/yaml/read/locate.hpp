#pragma once

#include <optional>
#include <string_view>

#include "kam/yaml/tree.hpp"
#include "yaml/read/events.hpp"

namespace kam {

struct Located {
  std::optional<Node> root;  // absent where there is any finding
  ByteProblems findings;
};

// Walks the text and the parser's events together and gives every value its place. Every byte must be a
// blank, a comment, an indicator, or part of a scalar that says what the parser read; one that is not is a
// finding, and so is what YAML allows and kam's profile does not.
Located locate_tree(std::string_view text, EventStream stream);

}  // namespace kam
