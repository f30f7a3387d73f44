#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "kam/git/objects.hpp"
#include "kam/git/repository.hpp"

namespace kam {

// What git prints of commits, tags and its index, in the forms that kam asks for. Strangers chose their
// names, days and messages.

// What `git log -z` prints in kLogFormat. Throws Error where it is something else.
inline constexpr const char* kLogFormat = "--format=tformat:%H%x00%cs%x00%an%x00%s";
std::vector<Commit> parse_log(std::string_view text);

// A commit's id with the names of the tags that name it, in the order in which git names them.
using Tags = std::map<std::string, std::vector<std::string>>;

// What `git for-each-ref` prints in kTagFormat. Throws Error where it is something else.
inline constexpr const char* kTagFormat = "--format=%(objectname)%00%(*objectname)%00%(refname:strip=2)%00";
Tags parse_tags(std::string_view text);

// The files in what `git ls-files -z -t -s` prints that a sparse checkout leaves out, by their names from the
// top of the working tree on.
std::vector<CommittedFile> parse_left_out(std::string_view text);

}  // namespace kam
