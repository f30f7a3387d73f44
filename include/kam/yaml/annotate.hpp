#pragma once

#include <span>
#include <string>
#include <string_view>

namespace kam {

// Comment lines that kam puts into a text while a user edits it, and takes out of it again.

struct LineNote {
  int line = 1;      // 1-based; beyond the text's end: its last line
  std::string text;  // made safe for one line
};

struct Annotated {
  std::string text;
  std::string marker;  // what each comment begins with
};

// `text` (a file's bytes, readable or not) with each note as a comment above its line, indented like it,
// notes of one line in their order. Where the line is inside a text of several lines, the comment stands
// above the key of that text, where it is no part of it. The marker is `# kam:`, or `# kam 2:` and so on
// where that stands in the text already, so that no comment of the user's can be taken for one of kam's.
Annotated annotate(std::string_view text, std::span<const LineNote> notes);

// `text` without the lines that begin with the marker, however the editor indented them or a search and
// replace changed them. Of what `annotate` made it gives back what `annotate` got, to the byte.
std::string without_notes(std::string_view text, std::string_view marker);

}  // namespace kam
