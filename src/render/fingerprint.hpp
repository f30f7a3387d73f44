#pragma once

#include <string>
#include <vector>

#include "kam/model/problem.hpp"

namespace kam {

// For each problem 32 hexadecimal digits that stay the same when its line moves, and differ from all others'.
std::vector<std::string> fingerprints(const Problems& problems);

}  // namespace kam
