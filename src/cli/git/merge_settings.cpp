#include "cli/git/merge_settings.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "cli/git/git_attributes.hpp"
#include "kam/disk/read.hpp"
#include "kam/git/run.hpp"
#include "kam/model/error.hpp"

namespace kam::cli {

namespace {

constexpr const char* kDriver = "merge.kam.driver";

// Whatever fails leaves a conflict with both sides in the file: git itself would leave our side alone there,
// be it that kam is not found, is killed, or has no memory. Where kam failed, git merges by lines; where that
// is done without a conflict, all that differs is put between marks, since nobody looked at it.
constexpr std::array kSettings{
    MergeSetting{"merge.kam.name", "key accounts, fact by fact (kam git-setup)"},
    MergeSetting{
        kDriver,
        "git='git -c safe.bareRepository=explicit merge-file -q --marker-size=%L -L ours -L base -L theirs'; "
        "if command -v kam >/dev/null 2>&1; then kam merge-driver --marker-size=%L -- %O %A %B %P %S %X %Y; "
        "s=$?; [ $s -le 1 ] && exit $s; "
        "if $git -p %A %O %B >/dev/null; then $git %A /dev/null %B; else $git %A %O %B; fi; exit 1; "
        "else $git %A %O %B; fi"}};

constexpr std::array<std::string_view, 1> kFormerDrivers{
    "if command -v kam >/dev/null 2>&1; then kam merge-driver --marker-size=%L %O %A %B %P; else git "
    "merge-file "
    "-q --marker-size=%L -L ours -L base -L theirs %A %O %B; fi"};

std::optional<int> find_merge_line(const std::filesystem::path& root) {
  const auto attributes = find_portfolio_file(root, ".gitattributes");
  return attributes ? line_of_merging(*attributes) : std::nullopt;
}

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

std::span<const MergeSetting> merge_settings() {
  return kSettings;
}

bool is_former_value(const MergeSetting& setting, std::string_view value) {
  return setting.name == std::string_view(kDriver) &&
         std::ranges::find(kFormerDrivers, value) != kFormerDrivers.end();
}

Problems find_old_driver(const std::filesystem::path& root) {
  try {
    const auto line = find_merge_line(root);
    if (!line) return {};
    const auto found = run_git(open_repository(root), {"config", "--get", kDriver});
    if (found.status != 0 || !is_former_value(kSettings.back(), found.out.substr(0, found.out.find('\n'))))
      return {};
    return {{".gitattributes", *line, 1, Severity::warning, "old-merge-driver",
             "git merges these files by an earlier kam's command, which can lose their side where it fails",
             "`kam git-setup` renews it, in this clone."}};
  } catch (const Error&) {
    return {};  // no git or no repository: nothing merges
  }
}

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
