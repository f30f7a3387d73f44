#include "cli/git/git_overruled.hpp"

#include <algorithm>
#include <string_view>

#include "kam/disk/portfolio.hpp"
#include "kam/git/run.hpp"

namespace kam::cli {

namespace {

const std::string kYetToCome = account_file("any-other");

std::vector<std::string> list_merged_files(const std::filesystem::path& root) {
  std::vector<std::string> files{"kam.yaml", kYetToCome};
  for (const auto& id : find_account_ids(root)) files.push_back(account_file(id));
  std::sort(files.begin() + 1, files.end());
  return files;
}

// The next of several texts with a NUL behind each.
std::string_view take_text(std::string_view& texts) {
  const auto end = std::min(texts.find('\0'), texts.size());
  const auto text = texts.substr(0, end);
  texts.remove_prefix(std::min(end + 1, texts.size()));
  return text;
}

}  // namespace

std::vector<OverruledFiles> find_overruled(const Repository& repository, const std::filesystem::path& root) {
  std::string names;
  for (const auto& file : list_merged_files(root))
    names.append(repository.prefix).append(file).push_back('\0');
  const auto answer = ask_git(repository, {"check-attr", "-z", "--stdin", "merge"}, names);
  std::vector<OverruledFiles> overruled;
  for (std::string_view texts = answer; !texts.empty();) {
    const std::string file(take_text(texts).substr(repository.prefix.size()));
    take_text(texts);  // the attribute's name
    const std::string driver(take_text(texts));
    if (driver == "kam") continue;
    auto found = std::ranges::find(overruled, driver, &OverruledFiles::driver);
    if (found == overruled.end()) found = overruled.insert(overruled.end(), {driver, {}});
    found->files.push_back(file);
  }
  for (auto& [driver, files] : overruled) {
    if (files.size() > 1) std::erase(files, kYetToCome);
    std::ranges::replace(files, kYetToCome, "accounts/*.yaml");
  }
  return overruled;
}

}  // namespace kam::cli
