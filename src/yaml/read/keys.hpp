#pragma once

#include "kam/yaml/byte_problem.hpp"

namespace kam {

// Adds the duplicate keys and merge keys of one map, without the maps in it.
void find_key_faults(const Node& map, ByteProblems& findings);

}  // namespace kam
