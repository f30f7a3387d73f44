#pragma once

#include <string>

#include "cli/import/list.hpp"

namespace kam::cli {

// The command to give after a preview: with the options that answer what is open, to be looked at again;
// else the dry run.
std::string next_command(const ImportRequest& request, const ImportList& list, const ListPlan& plan,
                         const Problems& problems, Language language);

// Problems as people read them: of the first rows only, and what to do once, however often it is to be done.
struct ShortProblems {
  Problems problems;
  std::size_t more_rows = 0;  // that are not among them
};
ShortProblems shorten(const Problems& problems);

}  // namespace kam::cli
