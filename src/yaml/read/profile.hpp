#pragma once

#include <cstddef>
#include <string_view>

#include "kam/yaml/byte_problem.hpp"

namespace kam {

constexpr std::size_t kMaxFileSize = std::size_t{4} << 20U;

// What can be seen of kam's profile (kam-portfolio(5), YAML) without parsing: size, encoding, control bytes,
// line ends, merge conflicts, directives. A text without findings may be given to the parser.
ByteProblems find_byte_faults(std::string_view text);

}  // namespace kam
