#pragma once

#include <string>
#include <string_view>

namespace kam {

// How to write what was meant by a text that is no plain number (`1.240.000`, `1,5`, `0x1F`): a sentence for
// a hint, or empty where nothing can be told.
std::string number_mend(std::string_view text);

}  // namespace kam
