#pragma once

#include <string>
#include <string_view>

#include "kam/model/problem.hpp"

namespace kam {

// The text of a list as UTF-8 without byte-order mark. Takes UTF-8, UTF-16 with its mark and Windows-1252;
// for any other encoding adds what is wrong to `problems` and returns nothing to read.
std::string decode_text(std::string_view bytes, const std::string& file, Problems& problems);

// Whether a line ends with the byte at `offset`: with LF, CRLF or CR.
bool ends_line(std::string_view text, std::size_t offset);

}  // namespace kam
