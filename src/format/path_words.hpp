#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "kam/format/assign.hpp"

namespace kam {

// A path as it is typed, before it is looked up in a file.
struct PathWord {
  enum class Kind {
    key,    // `figures`, `2026`
    index,  // `[2]`, `[-1]`
    part,   // `[edi]`
    append  // `[+]`
  };
  Kind kind = Kind::key;
  std::string text;  // without the brackets
  long index = 0;

  std::string shown() const { return kind == Kind::key ? text : "[" + text + "]"; }
};

std::variant<std::vector<PathWord>, Misfit> parse_path_words(std::string_view path);

// The first `count` words as they are typed.
std::string format_path_words(const std::vector<PathWord>& words, std::size_t count);

}  // namespace kam
