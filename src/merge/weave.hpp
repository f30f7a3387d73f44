#pragma once

#include "merge/parts.hpp"
#include "merge/pieces.hpp"

namespace kam {

// Merges three versions of a document by the lines of their facts. Throws CannotMerge.
MergePieces weave_documents(const MergeVersion& base, const MergeVersion& ours, const MergeVersion& theirs);

}  // namespace kam
