#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace kam {

// How the bytes of a file differ from its text: an editor, or git as it checks a file out, may put carriage
// returns before its line feeds and a byte-order mark before it all.
struct TextForm {
  enum class LineEnds : std::uint8_t { lf, crlf, mixed };
  bool mark = false;
  LineEnds ends = LineEnds::lf;
};

TextForm form_of(std::string_view bytes);
// Without byte-order mark, and with line feeds for CRLF: what git stores of a text.
std::string plain_text(std::string_view bytes);
// The bytes of such a text; `mixed` line ends become line feeds.
std::string in_form(TextForm form, std::string_view text);

}  // namespace kam
