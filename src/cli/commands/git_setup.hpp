#pragma once

#include <filesystem>

#include "cli/context.hpp"
#include "kam/git/repository.hpp"

namespace kam::cli {

// The repository whose working tree has the directory, or the nearest one above it that is there. Throws
// Error where there is none.
Repository find_work_tree(const std::filesystem::path& directory);

// Lets git merge the portfolio's files with kam: lines in its .gitattributes, and the repository's
// configuration. Tells what was added and what it is for.
void set_up_merging(const std::filesystem::path& root, Language language, Context& context);

}  // namespace kam::cli
