#include "cli/git/git_attributes.hpp"

#include <algorithm>
#include <array>

namespace kam::cli {

namespace {

constexpr std::array<std::string_view, 3> kLines{"# merged fact by fact; see kam-git-setup(1)",
                                                 "/accounts/*.yaml merge=kam", "/kam.yaml merge=kam"};

// Of the byte-order mark, which git reads over as well.
std::size_t size_of_mark(std::string_view text) {
  constexpr std::string_view kMark = "\xEF\xBB\xBF";
  return text.starts_with(kMark) ? kMark.size() : 0;
}

// The lines of a text, without their line ends and a byte-order mark before the first.
std::vector<std::string_view> split(std::string_view text) {
  std::vector<std::string_view> lines;
  text.remove_prefix(size_of_mark(text));
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    auto line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines.push_back(line);
  }
  return lines;
}

bool is_ours(std::string_view line) {
  return std::ranges::find(kLines, line) != kLines.end();
}

}  // namespace

AttributesChange add_merge_lines(std::string_view text) {
  AttributesChange change{std::string(text), {}};
  const auto present = split(text);
  const auto missing = [&](std::string_view line) {
    return std::ranges::find(present, line) == present.end();
  };
  if (!missing(kLines[1]) && !missing(kLines[2])) return change;
  const std::string line_end = text.find("\r\n") == std::string_view::npos ? "\n" : "\r\n";
  const bool open = !text.empty() && !text.ends_with('\n');  // stays without a last line end
  for (const auto line : kLines) {
    if (!missing(line)) continue;
    change.text += open ? line_end + std::string(line) : std::string(line) + line_end;
    change.lines.emplace_back(line);
  }
  return change;
}

AttributesChange remove_merge_lines(std::string_view text) {
  AttributesChange change;
  std::size_t start = size_of_mark(text);
  for (const auto line : split(text)) {
    const auto end = std::min(text.find('\n', start), text.size() - 1) + 1;
    if (is_ours(line))
      change.lines.emplace_back(line);
    else
      change.text += text.substr(start, end - start);
    start = end;
  }
  if (!change.lines.empty() && !text.ends_with('\n'))
    while (change.text.ends_with('\n') || change.text.ends_with('\r')) change.text.pop_back();
  if (!change.text.empty()) change.text.insert(0, text.substr(0, size_of_mark(text)));
  return change;
}

std::optional<int> line_of_merging(std::string_view text) {
  const auto lines = split(text);
  const auto found = std::ranges::find_if(
      lines, [](std::string_view line) { return line == kLines[1] || line == kLines[2]; });
  if (found == lines.end()) return std::nullopt;
  return static_cast<int>(found - lines.begin()) + 1;
}

}  // namespace kam::cli
