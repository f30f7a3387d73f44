#pragma once

#include <string>

#include "cli/context.hpp"
#include "kam/lists/csv.hpp"
#include "kam/model/problem.hpp"

namespace kam::cli {

// A list as it was read.
struct ImportList {
  std::string name;  // how problems call the file
  std::string text;  // its bytes; a pipe cannot be read twice to show a line of it
  CsvTable table;    // with problems where it cannot be read as a list
};
ImportList read_list(const std::string& file);  // - is standard input

// Each problem with its line of the list.
void print_problems(Context& context, const Problems& problems, const ImportList& list);
// The same where they keep kam from writing anything: exit 3.
Exit refuse_list(Context& context, const Problems& problems, const ImportList& list);

}  // namespace kam::cli
