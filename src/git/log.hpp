#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kam/git/objects.hpp"
#include "kam/git/repository.hpp"

namespace kam {

// What git prints of commits and its index, in the forms that kam asks for. Strangers chose their names, days
// and messages.

// What `git log -z --decorate=full` prints in one of these formats. Throws Error where it is something else.
inline constexpr const char* kLogFormat = "--format=tformat:%H%x00%cs%x00%an%x00%D%x00%s";
inline constexpr const char* kLogFormatWithoutTags = "--format=tformat:%H%x00%cs%x00%an%x00%x00%s";
std::vector<Commit> parse_log(std::string_view text);

// The files in what `git ls-files -z -t -s` prints that a sparse checkout leaves out, by their names from the
// top of the working tree on.
std::vector<CommittedFile> parse_left_out(std::string_view text);

}  // namespace kam
