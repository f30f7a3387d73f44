#include "kam/render/diff.hpp"

#include <dtl/dtl.hpp>
#include <sstream>
#include <vector>

namespace kam {

namespace {

constexpr std::string_view kNoNewline = "\n\\ No newline at end of file";

// Lines without their ends; a last line that has none says so, as in every diff.
std::vector<std::string> split_lines(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const auto end = text.find('\n');
    lines.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos) {
      lines.back() += kNoNewline;
      break;
    }
    text.remove_prefix(end + 1);
  }
  return lines;
}

}  // namespace

std::string unified_diff(std::string_view before, std::string_view after, const std::string& file) {
  if (before == after) return {};
  dtl::Diff<std::string> diff(split_lines(before), split_lines(after));
  diff.compose();
  diff.composeUnifiedHunks();
  std::ostringstream out;
  out.imbue(std::locale::classic());
  out << "--- " << (before.empty() ? "/dev/null" : "a/" + file) << '\n';
  out << "+++ " << (after.empty() ? "/dev/null" : "b/" + file) << '\n';
  diff.printUnifiedFormat(out);
  return out.str();
}

}  // namespace kam
