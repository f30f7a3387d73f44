#pragma once

#include <filesystem>
#include <span>
#include <string_view>

#include "kam/model/problem.hpp"

namespace kam::cli {

// A value of a clone's configuration by which git merges with kam.
struct MergeSetting {
  const char* name;
  const char* value;
};
std::span<const MergeSetting> merge_settings();

// Whether an earlier kam wrote this value: it can be renewed or taken out, as kam's own.
bool is_former_value(const MergeSetting& setting, std::string_view value);

// A warning at the line of the portfolio's .gitattributes that has git merge with kam, where the clone's
// command for it is an earlier kam's. None where git has no such line, is not there or does not answer.
Problems find_old_driver(const std::filesystem::path& root);

}  // namespace kam::cli
