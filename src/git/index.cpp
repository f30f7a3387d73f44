#include "kam/git/index.hpp"

#include <algorithm>
#include <system_error>

#include "kam/git/run.hpp"

namespace kam {

namespace {

// `S 100644 ID 0<tab>PATH` of a file that is left out; nothing of any other.
std::optional<CommittedFile> parse_entry(std::string_view entry) {
  constexpr std::string_view kLeftOut = "S 100644 ";
  const auto tab = entry.find('\t');
  if (!entry.starts_with(kLeftOut) || tab == std::string_view::npos) return std::nullopt;
  const auto id = entry.substr(kLeftOut.size());
  return CommittedFile{std::string(entry.substr(tab + 1)), std::string(id.substr(0, id.find(' ')))};
}

}  // namespace

std::vector<CommittedFile> list_not_checked_out(const Repository& repository) {
  const auto& prefix = repository.prefix;
  const auto listed =
      ask_git(repository, {"ls-files", "-z", "-t", "-s", "--", prefix + "kam.yaml", prefix + "accounts"});
  std::vector<CommittedFile> files;
  for (std::string_view rest = listed; !rest.empty();) {
    const auto entry = rest.substr(0, rest.find('\0'));
    rest.remove_prefix(std::min(entry.size() + 1, rest.size()));
    auto file = parse_entry(entry);
    std::error_code error;
    if (!file || std::filesystem::exists(repository.root / file->file, error)) continue;
    file->file.erase(0, prefix.size());
    files.push_back(*std::move(file));
  }
  return files;
}

}  // namespace kam
