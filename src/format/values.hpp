#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "kam/format/format.hpp"
#include "kam/yaml/tree.hpp"

namespace kam {

// What is wrong with a value, without its place.
struct Fault {
  std::string code;
  std::string message;
  std::string hint;
};

// The value that the scalar `node` says at `key`, or what is wrong with it. `scale`: the highest rating.
std::variant<Value, Fault> read_scalar(const Node& node, std::string_view key, const Shape& shape,
                                       double scale);

// How to write a single value of that shape: a sentence for a hint.
std::string how_to_write(const Shape& shape, double scale);

// Four digits, as a plain number is written.
bool is_year(std::string_view text);

// A text of a file as a message quotes it: its first line, cut where it is long.
std::string shown(std::string_view text);

// `a, b, c`
std::string listed(const std::vector<std::string_view>& words);

// An id that should be in snake_case and is not.
Fault not_snake_case(std::string_view id);

}  // namespace kam
