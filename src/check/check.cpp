#include "kam/check/check.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "check/doubts.hpp"

namespace kam {

namespace {

using PlacesByFile = std::map<std::string_view, Places>;

// What the readers said. `unknown-criterion` and the like are warnings to them, since they can read on.
Problems reader_problems(const CheckedPortfolio& portfolio) {
  Problems problems;
  for (const auto& file : portfolio.files)
    for (auto problem : file.problems) {
      if (const auto* check = find_check(problem.code)) problem.severity = check->severity;
      problems.push_back(std::move(problem));
    }
  return problems;
}

Doubts find_doubts(const Check& check, const CheckedPortfolio& portfolio) {
  Doubts doubts;
  if (check.in_portfolio != nullptr) doubts = check.in_portfolio(portfolio);
  if (check.in_account == nullptr) return doubts;
  for (const auto& file : portfolio.files) {
    if (!file.account) continue;
    const AccountSubject subject{portfolio.accounts[*file.account], portfolio.scores.accounts[*file.account],
                                 *portfolio.settings, portfolio.as_of};
    for (auto& doubt : check.in_account(subject)) {
      doubt.file = file.file;
      doubts.push_back(std::move(doubt));
    }
  }
  return doubts;
}

Problem to_problem(const Check& check, Doubt doubt, PlacesByFile& files) {
  Problem problem{
      std::move(doubt.file), 0, 0, check.severity, std::string(check.code), std::move(doubt.message),
      std::move(doubt.hint)};
  const auto file = files.find(problem.file);
  if (!doubt.at || file == files.end()) return problem;
  const auto place = file->second.find(*doubt.at);
  problem.line = place.line;
  problem.column = place.column;
  return problem;
}

// Takes out what the files silence.
void drop_ignored(Problems& problems, const CheckedPortfolio& portfolio) {
  std::map<std::string_view, std::set<std::string>> ignored;
  for (const auto& file : portfolio.files)
    if (file.root != nullptr) ignored[file.file] = ignored_codes(*file.root);
  std::erase_if(problems, [&](const Problem& problem) {
    const auto codes = ignored.find(problem.file);
    return problem.severity != Severity::error && codes != ignored.end() &&
           codes->second.contains(problem.code);
  });
}

}  // namespace

Problems check_portfolio(const CheckedPortfolio& portfolio) {
  auto problems = reader_problems(portfolio);
  PlacesByFile files;
  for (const auto& file : portfolio.files)
    if (file.root != nullptr) files.emplace(file.file, Places(*file.root));
  for (const auto& check : checks())
    for (auto& doubt : find_doubts(check, portfolio))
      problems.push_back(to_problem(check, std::move(doubt), files));
  drop_ignored(problems, portfolio);
  std::ranges::stable_sort(problems, {}, [](const Problem& problem) {
    return std::tie(problem.file, problem.line, problem.column);
  });
  return problems;
}

}  // namespace kam
