#include "check/stage.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <set>

#include "kam/disk/portfolio.hpp"

namespace kam {

Stage& Stage::account(const std::string& id, const std::string& text) {
  const bool named = text.starts_with("name:") || text.find("\nname:") != std::string::npos;
  accounts_.emplace_back(id, "kam: 1\n" + (named ? "" : "name: " + id + "\n") + text + "\n");
  return *this;
}

Stage& Stage::passed_over(std::string file) {
  passed_over_.push_back(std::move(file));
  return *this;
}

Problems Stage::check() const {
  constexpr Date kToday{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{24}};
  std::deque<Node> roots;
  std::vector<CheckedFile> files;
  std::vector<Account> accounts;
  const auto read = [&](const std::string& file, const std::string& text) {
    auto tree = parse_tree(text, file);
    files.push_back({file, nullptr, tree.problems, {}});
    if (tree.root) files.back().root = &roots.emplace_back(std::move(*tree.root));
  };
  const auto has_error = [](const Problems& problems) {
    return std::ranges::find(problems, Severity::error, &Problem::severity) != problems.end();
  };
  read("kam.yaml", settings_);
  auto settings = decode_settings(settings_, "kam.yaml");
  files[0].problems = settings.problems;
  const bool readable = !has_error(settings.problems);
  for (const auto& [id, text] : accounts_) {
    read(account_file(id), text);
    if (!readable) continue;
    auto decoded = decode_account(text, account_file(id), id, settings.settings);
    files.back().problems = decoded.problems;
    if (has_error(decoded.problems)) continue;
    files.back().account = accounts.size();
    accounts.push_back(std::move(decoded.account));
  }
  const auto scores = score_portfolio(accounts, settings.settings, kToday);
  return check_portfolio(
      {readable ? &settings.settings : nullptr, accounts, scores, kToday, files, passed_over_});
}

std::string Stage::lines_of(const std::string& code) const {
  std::string lines;
  for (const auto& problem : check()) {
    if (problem.code != code) continue;
    lines += fmt::format("{}{}:{}:{} {} | {}", lines.empty() ? "" : "\n", problem.file, problem.line,
                         problem.column, problem.message, problem.hint);
  }
  return lines;
}

std::vector<std::string> Stage::codes() const {
  std::set<std::string> codes;
  for (const auto& problem : check()) codes.insert(problem.code);
  return {codes.begin(), codes.end()};
}

}  // namespace kam
