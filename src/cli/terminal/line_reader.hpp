#pragma once

#include <memory>
#include <string>

#include "cli/context.hpp"

namespace kam::cli {

// Standard input, line by line.
class LineReader {
 public:
  LineReader() = default;
  virtual ~LineReader() = default;
  LineReader(const LineReader&) = delete;
  LineReader& operator=(const LineReader&) = delete;
  virtual TypedLine read(const std::string& prompt) = 0;
};

// A terminal: shows the prompt on stderr and lets people edit the line and leaf through earlier ones. Where
// the terminal cannot move its cursor, its own line mode does. From the first line on Ctrl-C does not end the
// program but the reading, also where it comes between two lines.
std::unique_ptr<LineReader> read_terminal();

// A pipe or file. Shows no prompt.
std::unique_ptr<LineReader> read_stream();

}  // namespace kam::cli
