#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "kam/model/problem.hpp"

namespace kam::cli {

// How problems are told, wherever that is.

// `accounts/x.yaml:12:9: error: rating 7 is above the scale's 5`, without a line end and safe for terminals.
std::string problem_line(const Problem& problem);

// The line of `text` that the problem is in, with a caret under its column; empty where there is none, or
// where it is too long to help. On a terminal of that width the part around the caret that fits.
std::string source_excerpt(const std::string& text, const Problem& problem, std::optional<int> width);

}  // namespace kam::cli
