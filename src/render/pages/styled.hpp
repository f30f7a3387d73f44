#pragma once

#include <string>
#include <vector>

#include "kam/render/render.hpp"

namespace kam {

// A line for the terminal as pieces of safe text (already through `escape_for_terminal`), each in one style.

enum class Style { plain, bold, dim, red, amber, green };

struct Piece {
  enum class Breaking { at_blanks, never };
  std::string text;
  Style style = Style::plain;
  Breaking breaking = Breaking::at_blanks;
};
using StyledLine = std::vector<Piece>;

struct Indent {
  int first = 0;
  int rest = 0;
};

int line_width(const StyledLine& line);

// Without blanks at its end.
StyledLine trim_line(StyledLine line);

// The whole line where it fits, else its beginning with `…` as the last column.
StyledLine cut_line(const StyledLine& line, int width);

// Breaks at blanks so that each line, its indentation included, takes at most `width` columns; a word that is
// wider stands alone on its line. Without a width, or where the line fits, it stays as it is.
std::vector<StyledLine> wrap_line(const StyledLine& line, std::optional<int> width, Indent indent);

// Writes the line with a line break, without blanks at its end, with escape sequences only where colour is
// on.
void write_line(std::string& out, const StyledLine& line, Color color);

}  // namespace kam
