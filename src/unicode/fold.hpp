#pragma once

#include <string>
#include <string_view>

namespace kam {

// NFKC, case folded; broken UTF-8 counts as U+FFFD.
std::string fold_text(std::string_view text);

}  // namespace kam
