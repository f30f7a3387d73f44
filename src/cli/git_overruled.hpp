#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace kam::cli {

// Files of a portfolio that git merges otherwise, though kam's lines are there: a later line of attributes
// says so.
struct OverruledFiles {
  std::string driver;              // what git takes: `union`, `unset`, …
  std::vector<std::string> files;  // from the portfolio's directory on
};

// By driver. Also seen is what would become of an account that is still to come.
std::vector<OverruledFiles> find_overruled(const std::filesystem::path& root);

}  // namespace kam::cli
