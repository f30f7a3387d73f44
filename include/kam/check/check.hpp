#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "kam/model/account.hpp"
#include "kam/model/date.hpp"
#include "kam/model/problem.hpp"
#include "kam/model/settings.hpp"
#include "kam/score/score.hpp"
#include "kam/yaml/tree.hpp"

namespace kam {

// Everything that is wrong or doubtful in a portfolio. Pure: the same files and day give the same problems.

// A file as its reader saw it.
struct CheckedFile {
  std::string file;
  const Node* root = nullptr;          // null where it is not YAML in kam's profile
  Problems problems;                   // of the reader
  std::optional<std::size_t> account;  // its place in the portfolio's `accounts`, where it reads
};

struct CheckedPortfolio {
  const Settings* settings = nullptr;  // null where kam.yaml has an error; then there are no accounts
  std::span<const Account> accounts;   // all that read
  const PortfolioScores& scores;       // of these
  Date as_of;
  std::vector<CheckedFile> files;        // kam.yaml first
  std::vector<std::string> passed_over;  // what lies there and is not read
};

struct AccountSubject;
struct Doubt;

// A kind of problem. What finds it is one of the functions; the readers of files and, for `gate-missed` and
// `old-merge-driver`, the command find the others.
struct Check {
  std::string_view code;  // stable, kebab-case
  Severity severity = Severity::error;
  std::string_view title;  // what it says, in a few words without full stop
  std::vector<Doubt> (*in_account)(const AccountSubject& subject) = nullptr;
  std::vector<Doubt> (*in_portfolio)(const CheckedPortfolio& portfolio) = nullptr;
  std::optional<FindingKind> finding = {};  // that it tells of; without a function, by the title
};

// Every code there is, errors first, then warnings and notes.
std::span<const Check> checks();
const Check* find_check(std::string_view code);

// What the readers said, with the severity that the table gives, and what the checks find; by file, line and
// column. What a file silences by `x_kam_ignore: [code, …]` is left out, errors never are. Where a key that a
// problem is about is absent, the place is the nearest key's around it, at last the file's first.
Problems check_portfolio(const CheckedPortfolio& portfolio);

}  // namespace kam
