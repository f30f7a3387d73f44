#pragma once

#include <optional>
#include <string>

namespace kam {

// What neither side, or one of them, changed: the new one; of two new ones ours. `base` may be missing.
template <class Value>
const Value& pick(const Value* base, const Value& ours, const Value& theirs) {
  return base != nullptr && ours == *base ? theirs : ours;
}

// What both sides make of a text that people wrote, blanks around it aside, or nothing where they disagree.
std::optional<std::string> agree(const std::string* base, const std::string& ours, const std::string& theirs);

}  // namespace kam
