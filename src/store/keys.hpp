#pragma once

#include "store/finding.hpp"

namespace kam {

// Adds the duplicate keys and merge keys of one map, without the maps in it.
void find_key_faults(const Node& map, Findings& findings);

}  // namespace kam
