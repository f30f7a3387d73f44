#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace kam {

// How to write what was meant by a text that is no plain number (`1.240.000`, `1,5`, `0x1F`): a sentence for
// a hint, or empty where nothing can be told.
std::string number_mend(std::string_view text);

// In `{revenue: 1,5}` the comma ends the value, and what follows it at `offset` is read as a key without a
// colon: the mend for the number that was meant, or empty where digits do not stand on both sides of a comma.
std::string split_number_mend(std::string_view text, std::size_t offset);

}  // namespace kam
