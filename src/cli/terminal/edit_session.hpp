#pragma once

#include <string>

#include "cli/commands/hand_edit.hpp"
#include "cli/context.hpp"
#include "cli/terminal/private_copy.hpp"

namespace kam::cli {

// Has the copy of the file edited until it is saved, unchanged or given up, and tells what came of it. The
// first round begins with `problems` as comments above their lines. An Error leaves the copy where there is
// anything of the user's in it, and names it.
Exit edit_in_rounds(const HandEdit& edit, PrivateCopy copy, const std::string& editor,
                    const Problems& problems, Language language, Context& context);

}  // namespace kam::cli
