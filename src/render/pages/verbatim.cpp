#include "render/pages/verbatim.hpp"

#include <algorithm>

namespace kam {

namespace {

void drop_blanks_at_end(std::string& line) {
  line.resize(line.find_last_not_of(' ') + 1);
}

}  // namespace

std::vector<std::string> verbatim_lines(std::string_view text) {
  std::vector<std::string> lines(1);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\r' && text.substr(i).starts_with("\r\n")) continue;
    if (text[i] == '\n' || text[i] == '\r')
      lines.emplace_back();
    else if (text[i] == '\t')
      lines.back() += "    ";
    else
      lines.back() += text[i];
  }
  std::ranges::for_each(lines, drop_blanks_at_end);
  const auto is_empty = [](const std::string& line) { return line.empty(); };
  lines.erase(lines.begin(), std::ranges::find_if_not(lines, is_empty));
  while (!lines.empty() && lines.back().empty()) lines.pop_back();
  return lines;
}

}  // namespace kam
