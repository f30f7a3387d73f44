#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "kam/git/repository.hpp"

namespace kam {

// Runs the `git` executable by its arguments, never by a shell. The environment is the user's, but: messages
// are English (LC_ALL=C), reading takes no locks, nothing is asked on the terminal, and what a hook says of
// its own repository (GIT_DIR and the like) does not hold. No hook, no pager and no fsmonitor runs, and a
// directory that only looks like a bare repository is none (safe.bareRepository).

struct GitResult {
  int status = 0;  // git's exit status; 128 and the signal's number where a signal ended it
  std::string out;
  std::string err;
};

// `git ARGUMENTS` at the top of the repository's working tree, on this repository by its name: git looks for
// none. `input` is its standard input. Throws Error where git is not installed or cannot be started; what git
// says no to is a result.
GitResult run_git(const Repository& repository, const std::vector<std::string>& arguments,
                  std::string_view input = {});

// What git prints. Throws Error with git's reason where its status is not 0.
std::string ask_git(const Repository& repository, const std::vector<std::string>& arguments,
                    std::string_view input = {});

// `git ARGUMENTS` in the current directory, on no repository: none of its settings count, only the user's.
GitResult run_git_alone(const std::vector<std::string>& arguments, std::string_view input = {});

// Throws std::bad_alloc where git's standard error says that it had too little memory: no answer of the
// repository's.
void throw_if_without_memory(std::string_view err);

// Why git said no, from its standard error: `not a valid object name x` of `fatal: not a valid object name
// x`.
std::string git_reason(std::string_view err);

}  // namespace kam
