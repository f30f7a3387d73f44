#pragma once

#include <string>

#include "cli/context.hpp"

namespace kam::cli {

// Shows `question` on stderr's terminal and reads a line from stdin's, as the terminal edits it. Ctrl-C ends
// the question, not the program.
TypedLine ask_on_terminal(const std::string& question);

}  // namespace kam::cli
