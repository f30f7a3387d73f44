#pragma once

#include "store/merge_parts.hpp"
#include "store/merge_pieces.hpp"

namespace kam {

// A collection in one version. A base that is missing or of another kind has no elements and no node.
struct Side {
  Elements elements;
  const Node* node = nullptr;
  std::ptrdiff_t shift = 0;  // of comment lines, to where the result has them
};
struct Sides {
  Side base;
  Side ours;
  Side theirs;
};

// Merges the children and comments of a collection; the result has its children in `column`. `key` is the one
// that a list stands under.
Pieces merge_elements(const Sides& sides, std::size_t column, std::string_view key);

}  // namespace kam
