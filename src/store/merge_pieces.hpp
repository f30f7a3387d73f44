#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "kam/store/merge.hpp"
#include "store/merge_facts.hpp"

namespace kam {

// Merged lines: what is agreed on, and conflicts between.
struct Piece {
  std::string ours;
  std::string theirs;  // the same where there is no conflict
  bool is_conflict() const { return ours != theirs; }
};
using Pieces = std::vector<Piece>;

void add_text(Pieces& pieces, const std::string& lines);
void add_pieces(Pieces& pieces, Pieces more);
// Whole lines of each side; what both have alike at the start and the end is no part of the conflict.
void add_conflict(Pieces& pieces, std::string ours, std::string theirs);

// The text where every conflict is resolved for one side.
std::string resolve(const Pieces& pieces, Preference preference);
// The text with the conflicts between lines of marks.
std::string mark_conflicts(const Pieces& pieces, const MergeMarks& marks);
std::size_t count_conflicts(const Pieces& pieces);

}  // namespace kam
