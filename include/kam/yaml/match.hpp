#pragma once

#include "kam/yaml/edit.hpp"

namespace kam {

// Whether `node` says `value` already, however it is written.
bool says_same(const Node& node, const NewValue& value);

bool is_collection(const Node& node);
bool is_vacant(const Node& node);         // null, {} or []
const char* kind_name(const Node& node);  // for messages: `a list`

}  // namespace kam
