#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "kam/git/repository.hpp"

namespace kam::cli {

// Files of a portfolio that git merges otherwise, though kam's lines are there: a later line of attributes
// says so.
struct OverruledFiles {
  std::string driver;              // what git takes: `union`, `unset`, …
  std::vector<std::string> files;  // from the portfolio's directory on
};

// By driver, of the portfolio at `root` in the repository. Also seen is what would become of an account that
// is still to come.
std::vector<OverruledFiles> find_overruled(const Repository& repository, const std::filesystem::path& root);

}  // namespace kam::cli
