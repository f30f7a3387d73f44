#pragma once

#include "merge/parts.hpp"
#include "merge/pieces.hpp"

namespace kam {

// The lines of a part that both sides have, its key or dash in `column`. `key` is the one that the values in
// it stand under.
MergePieces merge_part(const MergePart* base, const MergePart& ours, const MergePart& theirs,
                       std::size_t column, std::string_view key);

// All lines of one version's part, moved to `column`.
std::string whole(const MergePart& part, std::size_t column);
// By how many columns lines move.
std::ptrdiff_t shift_to(std::size_t column, std::size_t from);

}  // namespace kam
