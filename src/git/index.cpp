#include "kam/git/index.hpp"

#include <system_error>

#include "git/log.hpp"
#include "kam/git/run.hpp"

namespace kam {

std::vector<CommittedFile> list_not_checked_out(const Repository& repository) {
  const auto& prefix = repository.prefix;
  auto files = parse_left_out(
      ask_git(repository, {"ls-files", "-z", "-t", "-s", "--", prefix + "kam.yaml", prefix + "accounts"}));
  std::error_code error;
  std::erase_if(
      files, [&](const auto& file) { return std::filesystem::exists(repository.root / file.file, error); });
  for (auto& file : files) file.file.erase(0, prefix.size());
  return files;
}

}  // namespace kam
