#pragma once

#include <string>
#include <string_view>

namespace kam {

// How wide a line of text will be in a picture, in tenths of a pixel. Nobody knows with which font the
// reader's system draws, so this is an estimate on the safe side: Helvetica's average widths, which Arial and
// Liberation Sans share, and 15 % more for wider ones such as DejaVu Sans; what is wide in a terminal (CJK,
// emoji) is a square.
int estimate_text_width(std::string_view text, int font_size);

// The longest beginning, in whole grapheme clusters, that is estimated to fit, with `…` where it was cut.
std::string cut_to_estimate(std::string_view text, int font_size, int width);

}  // namespace kam
