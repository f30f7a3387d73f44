#pragma once

#include <optional>

#include "cli/commands/hand_edit.hpp"
#include "cli/terminal/private_copy.hpp"

namespace kam::cli {

// Where the copies of `kam edit` lie. Throws Error where the user has no home and no other place is named.
std::filesystem::path copies_directory(const Context& context);

// The copy to edit, and what came of asking.
struct ChosenCopy {
  std::optional<PrivateCopy>
      copy;                 // one that an interrupted `kam edit` left, and which the user goes on with
  std::optional<Exit> end;  // the user stopped instead
};

// Asks about each text that an interrupted `kam edit` left of this file: to go on with it, leave it, or
// discard it. Where nobody can be asked they are told and left.
ChosenCopy choose_left_copy(const HandEdit& edit, const std::filesystem::path& copies, Language language,
                            Context& context);

}  // namespace kam::cli
