#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "kam/yaml/byte_problem.hpp"
#include "yaml/read/events.hpp"

namespace kam {

// Where the locator stood when it could not go on.
struct Standstill {
  std::size_t cursor = 0;                   // the first byte that is not explained
  std::optional<std::size_t> last_quoted;   // the quoted scalar that was read last
  std::optional<std::size_t> open_bracket;  // the innermost open one
};

// Says in kam's words what the YAML parser could not read.
ByteProblem diagnose_failure(std::string_view text, const Standstill& standstill, const Failure& failure);

// Says what is wrong with a byte that the parser passed over.
ByteProblem diagnose_leftover(std::string_view text, const Standstill& standstill);

ByteProblem anchor_finding(std::size_t offset);
ByteProblem alias_finding(std::size_t offset);
ByteProblem tag_finding(std::size_t offset);
ByteProblem tab_finding(std::size_t offset);

}  // namespace kam
