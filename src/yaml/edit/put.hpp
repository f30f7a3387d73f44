#pragma once

#include <cstddef>
#include <string_view>

#include "kam/yaml/splice.hpp"
#include "yaml/edit/notation.hpp"

namespace kam {

// A value's place in its list or map.
struct Slot {
  const Node& parent;
  std::size_t index = 0;
  bool in_flow = false;  // somewhere inside brackets
};

// How much of the present style a new value takes over where that might not be possible.
enum class Manner { in_style, plainest };

struct Put {
  Splices splices;
  Node node;  // what the slot must hold then
};

bool is_block_scalar(const Node& node);

// A text in the quotes that the old one has.
Written write_in_quotes_of(const Node& old, const NewValue& value, ScalarContext context);

// Replaces the value in `slot`.
Put put_value(std::string_view text, const Slot& slot, const NewValue& value, Manner manner,
              const FileStyle& style);

}  // namespace kam
