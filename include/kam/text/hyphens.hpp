#pragma once

#include <string>
#include <string_view>

#include "kam/model/ids.hpp"

namespace kam {

// The text with soft hyphens (U+00AD) in the long words of the catalogue, where a page may break them: many
// browsers hyphenate no German. Other words stay as they are; English ones all do.
std::string with_soft_hyphens(std::string_view text, Language language);

}  // namespace kam
