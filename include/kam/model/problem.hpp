#pragma once

#include <string>
#include <vector>

#include "kam/model/ids.hpp"

namespace kam {

enum class Severity { note, warning, error };
template <>
std::span<const std::string_view> ids_of<Severity>();

// Something wrong or doubtful in a user's file, as data. `line` and `column` are 1-based, the column counted
// in Unicode code points; both are 0 where the problem is the file's as a whole.
struct Problem {
  std::string file;  // as shown to the user: relative to the portfolio's root, e.g. `accounts/weserguss.yaml`
  int line = 0;
  int column = 0;
  Severity severity = Severity::error;
  std::string code;     // stable, kebab-case, e.g. `rating-out-of-range`
  std::string message;  // a sentence without its full stop: `rating 7 is above the scale's 5`
  std::string hint;     // the next step, one full sentence with its full stop; may be empty

  bool operator==(const Problem&) const = default;
};

using Problems = std::vector<Problem>;

// The first that is an error, or null.
inline const Problem* first_error(const Problems& problems) {
  for (const auto& problem : problems)
    if (problem.severity == Severity::error) return &problem;
  return nullptr;
}

}  // namespace kam
