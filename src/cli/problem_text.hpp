#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kam/model/problem.hpp"

namespace kam::cli {

// How problems are told, wherever that is.

// `accounts/x.yaml:12:9: error: rating 7 is above the scale's 5`, without a line end and safe for terminals.
std::string problem_line(const Problem& problem);

// A file's text with its lines counted once, for however many problems.
class SourceLines {
 public:
  explicit SourceLines(std::string text);
  // A line, counted from 1 on, without its end; nothing where there is no such line.
  std::optional<std::string_view> line(int number) const;

 private:
  std::string text_;
  std::vector<std::size_t> starts_;
};

// The line that the problem is in, with a caret under its column; empty where there is none, or where it is
// too long to help. On a terminal of that width the part around the caret that fits.
std::string source_excerpt(const SourceLines& lines, const Problem& problem, std::optional<int> width);

}  // namespace kam::cli
