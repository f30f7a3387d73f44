#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kam/yaml/byte_problem.hpp"

namespace kam {

// What the YAML parser says of a file, in the order it says it.
struct Event {
  enum class Kind { null, scalar, alias, list, map, end };
  Kind kind = Kind::null;
  std::size_t offset = 0;  // of the file; of an empty null that of the next token
  bool flow = false;       // of list and map
  std::string value;       // of a scalar
};

struct Failure {
  std::size_t offset = 0;
  std::string reason;  // the parser's own words
};

struct EventStream {
  std::vector<Event> events;         // up to where the parser came
  std::optional<Failure> failure;    // where the parser gave up
  std::optional<ByteProblem> limit;  // where kam stopped it
};

constexpr std::size_t kMaxDepth = 64;
constexpr std::size_t kMaxNodes = 100'000;

// Parses the first document of `text`, read as if its last line were ended.
EventStream parse_events(std::string_view text);

}  // namespace kam
