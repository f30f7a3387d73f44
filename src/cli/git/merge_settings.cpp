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

}  // namespace kam::cli
