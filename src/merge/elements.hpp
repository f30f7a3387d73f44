#pragma once

#include "merge/parts.hpp"
#include "merge/pieces.hpp"

namespace kam {

// A collection in one version. A base that is missing or of another kind has no elements and no node.
struct CollectionSide {
  Elements elements;
  const Node* node = nullptr;
  std::ptrdiff_t shift = 0;  // of comment lines, to where the result has them
};
struct CollectionSides {
  CollectionSide base;
  CollectionSide ours;
  CollectionSide theirs;
};

// Merges the children and comments of a collection; the result has its children in `column`. `key` is the one
// that a list stands under.
MergePieces merge_elements(const CollectionSides& sides, std::size_t column, std::string_view key);

}  // namespace kam
