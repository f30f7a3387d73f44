#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "cli/context.hpp"
#include "cli/terminal/private_copy.hpp"

namespace kam::cli {

// An account's file that a user edits by hand, as text.
struct HandEdit {
  std::filesystem::path root;
  std::string id;
  std::string file;  // `accounts/ID.yaml`
  std::string base;  // the file's bytes that the user's text comes from
};

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

// Has the copy of the file edited until it is saved, unchanged or given up, and tells what came of it. The
// first round begins with `problems` as comments above their lines. An Error leaves the copy where there is
// anything of the user's in it, and names it.
Exit edit_in_rounds(const HandEdit& edit, PrivateCopy copy, const std::string& editor,
                    const Problems& problems, Language language, Context& context);

}  // namespace kam::cli
