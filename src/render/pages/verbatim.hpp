#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kam {

// The lines of a user's free text: broken at LF, CRLF or CR, tabs made four blanks, blanks at a line's end
// and empty lines at both ends of the text dropped.
std::vector<std::string> verbatim_lines(std::string_view text);

}  // namespace kam
