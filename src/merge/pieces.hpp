#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "kam/merge/merge.hpp"
#include "merge/facts.hpp"

namespace kam {

// Merged lines: what is agreed on, and conflicts between.
struct MergePiece {
  std::string ours;
  std::string theirs;  // the same where there is no conflict
  std::string base{};  // of a conflict: what both sides began with
  bool is_conflict() const { return ours != theirs; }
};
using MergePieces = std::vector<MergePiece>;

void add_text(MergePieces& pieces, const std::string& lines);
void add_pieces(MergePieces& pieces, MergePieces more);
// Whole lines of each side, and of the version that they began with; what both sides have alike at the start
// and the end is no part of the conflict.
void add_conflict(MergePieces& pieces, std::string ours, std::string theirs, std::string base);

// The text where every conflict is resolved for one side.
std::string resolve(const MergePieces& pieces, Preference preference);
// The text with the conflicts between lines of marks.
std::string mark_conflicts(const MergePieces& pieces, const MergeMarks& marks);
std::size_t count_conflicts(const MergePieces& pieces);

}  // namespace kam
