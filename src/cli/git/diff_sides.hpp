#pragma once

#include <optional>
#include <string>

#include "cli/load.hpp"
#include "kam/git/repository.hpp"
#include "kam/report/diff.hpp"

namespace kam::cli {

// The two states that `kam diff` compares, each with its own kam.yaml, both scored as of one day.
struct DiffSides {
  ScoredPortfolio before;
  ScoredPortfolio after;
  StateName from;
  StateName to;
  std::string remark;
  std::size_t not_checked_out = 0;  // accounts that a sparse checkout leaves out of the working tree
};

// `revisions` as the command line has them; empty: HEAD. What does not read is told in full, of both sides;
// with `Faulty::refuse`, or where it is kam.yaml, nothing is returned: exit 3. Else the accounts that do not
// read on a side are left out on both.
std::optional<DiffSides> load_diff_sides(Context& context, const std::string& revisions, Faulty faulty);

}  // namespace kam::cli
