#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>

#include "check/doubts.hpp"
#include "kam/unicode/unicode.hpp"

namespace kam {

namespace {

// `accounts/VW.yml` as the account that it might have been meant for: `accounts/vw.yaml`, or nothing.
std::string meant_account(const std::string& file) {
  const auto dot = file.rfind('.');
  const auto ending = dot == std::string::npos ? "" : fold_name(file.substr(dot));
  if (ending != ".yml" && ending != ".yaml") return {};
  const auto name = file.rfind('/') + 1;
  const auto id = slug(file.substr(name, dot - name));
  return is_account_id(id) ? fmt::format("accounts/{}.yaml", id) : std::string();
}

std::string mend(const CheckedPortfolio& portfolio, const std::string& file) {
  const auto meant = meant_account(file);
  if (meant.empty()) return "Move it elsewhere.";
  const bool is_there =
      std::ranges::find(portfolio.files, meant, &CheckedFile::file) != portfolio.files.end();
  return is_there ? fmt::format("Take over into {} what counts, and delete it.", meant)
                  : fmt::format("Rename it to {}.", meant);
}

Doubt passed_over(const CheckedPortfolio& portfolio, const std::string& file) {
  if (file == "kam.yml")
    return {{},
            "the file is not read: the settings are in kam.yaml",
            "Take over what counts, and delete it.",
            file};
  if (file.ends_with('/'))
    return {{},
            "the directory is not read: accounts lie side by side in accounts/",
            "Move account files in it to accounts/, and everything else elsewhere.",
            file};
  return {{}, "the file is not read: accounts are accounts/ID.yaml", mend(portfolio, file), file};
}

}  // namespace

Doubts find_passed_over_files(const CheckedPortfolio& portfolio) {
  Doubts doubts;
  for (const auto& file : portfolio.passed_over) doubts.push_back(passed_over(portfolio, file));
  return doubts;
}

// On file systems that ignore case, such as those of Windows and macOS, only one of them can be there.
Doubts find_id_collisions(const CheckedPortfolio& portfolio) {
  std::map<std::string, std::vector<std::string>> files;
  for (const auto& file : portfolio.files) files[fold_name(file.file)].push_back(file.file);
  for (const auto& file : portfolio.passed_over) files[fold_name(file)].push_back(file);
  Doubts doubts;
  for (const auto& [folded, same] : files) {
    if (same.size() < 2) continue;
    for (const auto& file : same) {
      auto others = same;
      std::erase(others, file);
      doubts.push_back({{},
                        fmt::format("the name differs from {} in case only", fmt::join(others, " and ")),
                        "Rename one: Windows and macOS take the two for one file.",
                        file});
    }
  }
  return doubts;
}

}  // namespace kam
