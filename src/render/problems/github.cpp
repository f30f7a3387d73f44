#include <string>

#include <fmt/format.h>

#include "kam/render/problems.hpp"
#include "kam/unicode/invisible.hpp"
#include "kam/unicode/unicode.hpp"

namespace kam {

namespace {

// What ends a command's property or its message stands as a percent code (actions/toolkit, command.ts).
std::string encode(std::string_view text, std::string_view signs) {
  std::string encoded;
  for (const char c : escape_for_terminal(text)) {
    if (signs.find(c) == std::string_view::npos)
      encoded += c;
    else
      encoded += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return encoded;
}

std::string in_property(std::string_view text) {
  return encode(text, "%:,");
}

std::string_view command_of(Severity severity) {
  switch (severity) {
    case Severity::note:
      return "notice";
    case Severity::warning:
      return "warning";
    case Severity::error:
      break;
  }
  return "error";
}

}  // namespace

std::string render_github(const Problems& problems) {
  std::string out;
  for (const auto& problem : problems) {
    out += fmt::format("::{} file={},line={}", command_of(problem.severity), in_property(problem.file),
                       std::max(problem.line, 1));
    if (problem.column > 0) out += fmt::format(",col={}", problem.column);
    out += fmt::format(",title={}::{}", in_property(problem.code), encode(problem.message, "%"));
    if (!problem.hint.empty()) out += fmt::format(". {}", encode(problem.hint, "%"));
    out += "\n";
  }
  return out;
}

}  // namespace kam
