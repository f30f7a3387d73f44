#pragma once

#include <string>
#include <string_view>

#include "kam/yaml/tree.hpp"

namespace kam {

// A value on its line, as one version of the document writes it.
struct WrittenValue {
  const Node* node = nullptr;
  std::string_view document;
};

// The value merged, as it reads where each conflict in it is resolved for one side.
struct MergedValue {
  std::string ours;
  std::string theirs;
};

// Merges scalars, and what stands in brackets child by child. `base` may be missing; `key` is the one that
// the value stands under.
MergedValue merge_value(const WrittenValue* base, const WrittenValue& ours, const WrittenValue& theirs,
                        std::string_view key);

}  // namespace kam
