#pragma once

#include <string>
#include <vector>

#include "kam/model/problem.hpp"

namespace kam {

// 32 hexadecimal digits that are the same for the same text only.
std::string hash_text(const std::string& text);

// For each problem 32 hexadecimal digits that stay the same when its line moves, and differ from all others'.
std::vector<std::string> fingerprints(const Problems& problems);

}  // namespace kam
