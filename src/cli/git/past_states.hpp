#pragma once

#include <string>
#include <vector>

#include "cli/context.hpp"
#include "kam/git/repository.hpp"
#include "kam/report/history.hpp"

namespace kam::cli {

enum class EachState { commit, tag, month };

// The commits of `A..B`, without a range those up to HEAD: the state at A first, then those that changed the
// portfolio, oldest first; of months the last in each. What was committed after `as_of` does not count.
// Throws where none is left.
struct ChosenCommits {
  std::vector<Commit> commits;
  int later = 0;  // left out, since they were committed after as_of
};
ChosenCommits choose_commits(const Repository& repository, const std::string& range, EachState each,
                             Date as_of);

// Each commit's state, scored by its own kam.yaml as of its day, with all its accounts. Commits before the
// first kam.yaml are no states. What does not read is told on stderr, once; so is a commit that does not, and
// is no state. Company, currency and, where none is asked for, language are those of the newest state that
// reads.
RevisionsView read_past_states(const Repository& repository, const std::vector<Commit>& commits,
                               Context& context);

}  // namespace kam::cli
