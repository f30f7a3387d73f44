#include "kam/disk/survey.hpp"

#include <algorithm>
#include <array>
#include <system_error>
#include <utility>

#include "kam/disk/portfolio_files.hpp"

namespace kam {

namespace fs = std::filesystem;

namespace {

using Content = std::variant<std::string, Problem>;

struct AccountReading {
  SurveyedFile file;
  std::optional<Account> account;
};

bool is_readable(const Problems& problems) {
  return std::ranges::find(problems, Severity::error, &Problem::severity) == problems.end();
}

// The file with its tree, not yet decoded.
SurveyedFile parse_file(std::string file, Content content) {
  SurveyedFile surveyed;
  surveyed.file = std::move(file);
  if (auto* problem = std::get_if<Problem>(&content)) {
    surveyed.problems.push_back(std::move(*problem));
    return surveyed;
  }
  auto tree = parse_tree(std::get<std::string>(content), surveyed.file);
  surveyed.root = std::move(tree.root);
  surveyed.problems = std::move(tree.problems);
  return surveyed;
}

AccountReading read_account(const fs::path& root, const std::string& id, const Settings* settings) {
  AccountReading reading{parse_file(account_file(id), read_account_file(root, id)), {}};
  if (!reading.file.root || settings == nullptr) return reading;
  auto decoded = decode_account(*reading.file.root, reading.file.file, id, *settings);
  reading.file.problems = std::move(decoded.problems);
  if (is_readable(reading.file.problems)) reading.account = std::move(decoded.account);
  return reading;
}

void survey_settings(Survey& survey, Follow follow) {
  const std::string file(kSettingsFile);
  auto surveyed = parse_file(file, read_portfolio_file(survey.root, file, follow));
  if (surveyed.root) {
    auto decoded = decode_settings(*surveyed.root, file);
    surveyed.problems = std::move(decoded.problems);
    if (is_readable(surveyed.problems)) survey.settings = std::move(decoded.settings);
  }
  survey.files.push_back(std::move(surveyed));
}

// Hidden files are meant to be passed over, and a README.md explains a directory to people.
bool is_expected_beside_accounts(std::string_view name) {
  return is_account_name(name) || name.starts_with('.') || name == "README.md";
}

std::vector<std::string> find_passed_over(const fs::path& root) {
  std::vector<std::string> files;
  std::error_code error;
  for (const auto& name : list_accounts_directory(root)) {
    if (is_expected_beside_accounts(name)) continue;
    const auto file = fs::path(kAccountsDirectory) / name;
    files.push_back(file.native() + (fs::is_directory(root / file, error) ? "/" : ""));
  }
  const std::string other_settings = "kam.yml";
  if (fs::exists(root / other_settings, error)) files.push_back(other_settings);
  return files;
}

}  // namespace

Survey survey_portfolio(const fs::path& root, Follow follow, const Progress& progress) {
  Survey survey;
  survey.root = root;
  survey_settings(survey, follow);
  survey.passed_over = find_passed_over(root);
  const auto ids = find_account_ids(root);
  const Settings* settings = survey.settings ? &*survey.settings : nullptr;
  std::vector<AccountReading> readings(ids.size());
  share_work(
      ids.size(), [&](std::size_t i) { readings[i] = read_account(root, ids[i], settings); }, progress);
  for (auto& reading : readings) {
    if (reading.account) {
      reading.file.account = survey.accounts.size();
      survey.accounts.push_back(std::move(*reading.account));
    }
    survey.files.push_back(std::move(reading.file));
  }
  return survey;
}

}  // namespace kam
