#pragma once

#include <fmt/format.h>

#include <string>

#include "kam/model/problem.hpp"

// Problems as a reader sees them, one after the other: `3:7 message [code] hint`, a warning marked as one.
inline std::string problem_lines(const kam::Problems& problems) {
  std::string lines;
  for (const auto& problem : problems) {
    if (!lines.empty()) lines += '\n';
    lines += fmt::format("{}:{} {}{} [{}]{}{}", problem.line, problem.column,
                         problem.severity == kam::Severity::error ? "" : "warning: ", problem.message,
                         problem.code, problem.hint.empty() ? "" : " ", problem.hint);
  }
  return lines;
}
