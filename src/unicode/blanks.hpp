#pragma once

namespace kam {

// White space of Unicode, line breaks included.
bool is_blank(char32_t code_point);

}  // namespace kam
