#pragma once

#include <string>
#include <string_view>

namespace kam {

// Text as XML and HTML take it: markup escaped, controls shown as `\u{1b}`, what XML does not allow made
// U+FFFD.
std::string escape_xml(std::string_view text);

}  // namespace kam
