#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kam {

// A text as a CSV cell that a spreadsheet shows and does not run, and back again.

enum class CellGuard {
  formulas,  // what begins with = + - @ tab CR LF or full-width ＝＋－＠ would be run, blanks alone not
  numbers,   // and what would be saved as another number, date or truth value: `007`, `1.234`, `Jan 24`
};

// `text` with a `'` before it where it needs one, and inside it wherever a spreadsheet that takes another
// separator for the list's would begin a cell: behind `,` `;` `|`, a tab or a line break, blanks and quotes
// passed over. What must not reach a terminal (`is_control`; tabs and line breaks inside stay), a blank at an
// end, which readers would drop, and what a runner of CI would obey (orders.hpp) stands as `\u{202e}`.
// `unguard_cell` gives `text` back, whichever guard was used.
std::string guard_cell(std::string_view text, CellGuard guard);

// The inverse of `guard_cell`; a cell of somebody else's that no guard wrote stays as it is.
std::string unguard_cell(std::string_view cell);

// Several texts as one, joined by `;`, and back again: a `;` inside of one and blanks at its ends stand as
// `\u{3b}`. A text without anything in it is lost. To be guarded as a whole.
std::string join_cell_items(const std::vector<std::string>& items);
std::vector<std::string> split_cell_items(std::string_view cell);

}  // namespace kam
