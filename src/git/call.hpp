#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kam/git/repository.hpp"
#include "kam/git/run.hpp"

namespace kam {

// One run of git: its words behind `git`, and what its environment has besides the user's.
struct GitCall {
  std::vector<std::string> words;
  std::vector<std::string> variables;  // `NAME=VALUE`
};

// On the repository, by its name.
GitCall call_on(const Repository& repository, const std::vector<std::string>& arguments);
// On no repository.
GitCall call_alone(const std::vector<std::string>& arguments);
// On the repository that git finds in `directory` itself, not above it: `.git` there, or nothing.
GitCall call_in(const std::filesystem::path& directory, const std::vector<std::string>& arguments);

GitResult run_call(const GitCall& call, std::string_view input = {});

}  // namespace kam
