#pragma once

#include <string>
#include <string_view>

namespace kam {

// A unified diff with three lines of context, `--- a/FILE` and `+++ b/FILE`; empty where the texts are equal.
// An old text that does not exist is empty and named `/dev/null`, as is a new one.
std::string unified_diff(std::string_view before, std::string_view after, const std::string& file);

}  // namespace kam
