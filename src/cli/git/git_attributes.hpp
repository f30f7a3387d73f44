#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kam::cli {

// The lines of .gitattributes by which git merges a portfolio's files with kam.

struct AttributesChange {
  std::string text;                // of the file then
  std::vector<std::string> lines;  // that were added or taken out
};

// `text` with the lines at its end that it lacks; everything else stays, byte for byte.
AttributesChange add_merge_lines(std::string_view text);
// `text` without these lines; the reverse of adding them.
AttributesChange remove_merge_lines(std::string_view text);
// The number of the first line that has git merge with kam, from 1.
std::optional<int> line_of_merging(std::string_view text);

}  // namespace kam::cli
