#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "kam/model/problem.hpp"
#include "kam/yaml/tree.hpp"

namespace kam {

// A problem that still lies at a byte of the file and not yet at a line and column.
struct ByteProblem {
  std::size_t offset = 0;
  std::string code;
  std::string message;
  std::string hint;
};
using ByteProblems = std::vector<ByteProblem>;

// Bytes of a UTF-8 byte-order mark at the start of `text`: 3 or 0.
std::size_t size_of_mark(std::string_view text);

// Turns offsets into lines and columns. Fast while the offsets ascend.
class PlaceFinder {
 public:
  explicit PlaceFinder(std::string_view text) : text_(text), last_(start()) {}
  Place at(std::size_t offset);

 private:
  Place start() const { return {1, 1, size_of_mark(text_)}; }

  std::string_view text_;
  Place last_;
};

// In the order of their places.
Problems to_problems(std::string_view text, const std::string& file, ByteProblems findings);

}  // namespace kam
