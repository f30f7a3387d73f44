#include "cli/check/files.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "cli/load.hpp"
#include "kam/model/error.hpp"
#include "kam/unicode/unicode.hpp"

namespace kam::cli {

namespace fs = std::filesystem;

namespace {

// Absolute, with the links of the directories resolved; the file itself may be one.
fs::path absolute_path(const std::string& file) {
  const auto path = (current_directory() / file).lexically_normal();
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
    files.push_back(relative_path(survey.root / file.file, current_directory()));
    if (file.file == account_file(word)) return files.back();
  }
  return nearest(word, std::span<const std::string>(files)).value_or("");
}

[[noreturn]] void refuse(const Survey& survey, const std::string& word) {
  const auto meant = meant_file(survey, word);
  const auto next = meant.empty() ? std::string("Name kam.yaml or account files, as in accounts/ID.yaml.")
                                  : fmt::format("Did you mean `{}`?", meant);
  std::error_code error;
  if (!fs::exists(absolute_path(word), error))
    throw UsageError(fmt::format("there is no file `{}`", word), next);
  throw UsageError(
      fmt::format("`{}` is no file of the portfolio {}: its files are kam.yaml and accounts/ID.yaml", word,
                  survey.root.native()),
      next);
}

}  // namespace

fs::path find_checked_portfolio(const std::vector<std::string>& files) {
  try {
    return find_portfolio(current_directory());
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
    const bool known = std::ranges::find(survey.files, file, &SurveyedFile::file) != survey.files.end();
    const bool passed_over = std::ranges::find(survey.passed_over, file) != survey.passed_over.end();
    if (!known && !passed_over) refuse(survey, word);  // what is passed over has a warning of its own
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
  return current_directory();
}

void relate_paths(CheckReport& report, const fs::path& root, const fs::path& base) {
  const auto relate = [&](Problem& problem) { problem.file = relative_path(root / problem.file, base); };
  for (auto& problem : report.problems) relate(problem);
  for (auto& result : report.gates)
    for (auto& miss : result.misses) relate(miss.problem);
}

}  // namespace kam::cli
