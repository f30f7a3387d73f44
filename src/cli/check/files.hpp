#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "cli/check/formats.hpp"
#include "kam/disk/survey.hpp"

namespace kam::cli {

// The portfolio around the current directory; where there is none, that around the first of the files, so
// that a hook of a repository that holds a portfolio further down finds it.
std::filesystem::path find_checked_portfolio(const std::vector<std::string>& files);

// The files named on the command line, as the survey names them. Throws UsageError where one is no file of
// the portfolio.
std::set<std::string> find_checked_files(const Survey& survey, const std::vector<std::string>& files);

// Where the paths of such a format begin.
std::filesystem::path base_of_paths(const std::filesystem::path& root, CheckPaths paths);

// Gives every problem the path of its file as seen from `base`.
void relate_paths(CheckReport& report, const std::filesystem::path& root, const std::filesystem::path& base);

}  // namespace kam::cli
