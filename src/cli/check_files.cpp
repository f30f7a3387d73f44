#include "cli/check_files.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "kam/model/error.hpp"
#include "kam/unicode/unicode.hpp"

namespace kam::cli {

namespace fs = std::filesystem;

namespace {

// Absolute, with the links of the directories resolved; the file itself may be one.
fs::path absolute_path(const std::string& file) {
  const auto path = (fs::current_path() / file).lexically_normal();
  std::error_code error;
  const auto directory = fs::weakly_canonical(path.parent_path(), error);
  return error ? path : directory / path.filename();
}

std::string relative_path(const fs::path& file, const fs::path& base) {
  return file.lexically_relative(base).native();
}

// The file of an account by its id, else the nearest name.
std::string meant_file(const Survey& survey, const std::string& word) {
  std::vector<std::string> files;
  for (const auto& file : survey.files) {
    files.push_back(relative_path(survey.root / file.file, fs::current_path()));
    if (file.file == account_file(word)) return files.back();
  }
  return nearest(word, std::span<const std::string>(files)).value_or("");
}

}  // namespace

fs::path find_checked_portfolio(const std::vector<std::string>& files) {
  try {
    return find_portfolio(fs::current_path());
  } catch (const Error&) {
    std::error_code error;
    const auto directory = files.empty() ? fs::path() : absolute_path(files.front()).parent_path();
    if (files.empty() || !fs::is_directory(directory, error)) throw;
    return find_portfolio(directory);
  }
}

std::set<std::string> find_checked_files(const Survey& survey, const std::vector<std::string>& files) {
  std::set<std::string> found;
  for (const auto& word : files) {
    const auto file = relative_path(absolute_path(word), survey.root);
    if (std::ranges::find(survey.files, file, &SurveyedFile::file) == survey.files.end()) {
      const auto meant = meant_file(survey, word);
      throw UsageError(fmt::format("`{}` is no file of the portfolio {}", word, survey.root.native()),
                       meant.empty() ? std::string("Name kam.yaml or account files, as in accounts/ID.yaml.")
                                     : fmt::format("Did you mean `{}`?", meant));
    }
    found.insert(file);
  }
  return found;
}

fs::path base_of_paths(const fs::path& root, CheckPaths paths) {
  std::error_code error;
  if (paths == CheckPaths::repository)
    for (auto directory = root;; directory = directory.parent_path()) {
      if (fs::exists(directory / ".git", error)) return directory;
      if (directory == directory.root_path()) break;
    }
  return fs::current_path();
}

void relate_paths(CheckReport& report, const fs::path& root, const fs::path& base) {
  const auto relate = [&](Problem& problem) { problem.file = relative_path(root / problem.file, base); };
  for (auto& problem : report.problems) relate(problem);
  for (auto& result : report.gates)
    for (auto& miss : result.misses) relate(miss.problem);
}

}  // namespace kam::cli
