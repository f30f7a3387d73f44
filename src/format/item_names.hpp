#pragma once

#include <string>
#include <vector>

#include "kam/yaml/tree.hpp"

namespace kam {

// What an item of a list may be called by in brackets: its title, name, date and source, or itself.
std::vector<std::string> names_of(const Node& item);

}  // namespace kam
