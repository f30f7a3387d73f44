#pragma once

#include <string>
#include <string_view>

namespace kam {

// A text as a CSV cell that a spreadsheet shows and does not run, and back again.

enum class CellGuard {
  formulas,  // what begins with = + - @ tab CR LF or full-width ＝＋－＠ would be run, blanks alone not
  numbers,   // and what would be saved as another number, date or truth value: `007`, `1.234`, `Jan 24`
};

// `text` with a `'` before it where it needs one, and with `\u{202e}` for what must not reach a terminal
// (`is_control`; tabs and line breaks stay). `unguard_cell` gives `text` back, whichever guard was used.
std::string guard_cell(std::string_view text, CellGuard guard);

// The inverse of `guard_cell`; a cell of somebody else's that no guard wrote stays as it is.
std::string unguard_cell(std::string_view cell);

}  // namespace kam
