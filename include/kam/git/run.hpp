#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace kam {

// Runs the `git` executable by its arguments, never by a shell. The environment is the user's, but: messages
// are English (LC_ALL=C), reading takes no locks (GIT_OPTIONAL_LOCKS=0), and what a hook says of its own
// repository (GIT_DIR and the like) does not hold: git looks for the repository from `directory` on.

struct GitResult {
  int status = 0;  // git's exit status; 128 and the signal's number where a signal ended it
  std::string out;
  std::string err;
};

// `git ARGUMENTS` in `directory`, with `input` on its standard input. Throws Error where git is not installed
// or cannot be started; what git says no to is a result.
GitResult run_git(const std::filesystem::path& directory, const std::vector<std::string>& arguments,
                  std::string_view input = {});

// What git prints. Throws Error with git's reason where its status is not 0.
std::string ask_git(const std::filesystem::path& directory, const std::vector<std::string>& arguments,
                    std::string_view input = {});

// Why git said no, from its standard error: `not a valid object name x` of `fatal: not a valid object name
// x`.
std::string git_reason(std::string_view err);

}  // namespace kam
