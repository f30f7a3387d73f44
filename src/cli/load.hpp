#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "cli/context.hpp"
#include "kam/model/problem.hpp"
#include "kam/report/report.hpp"
#include "kam/store/portfolio.hpp"

namespace kam::cli {

enum class Faulty { refuse, leave_out };  // what to do with account files that do not read

// The portfolio around the current directory, read and scored.
struct Loaded {
  Portfolio portfolio;
  PortfolioScores scores;
  Date as_of;
  Language language = Language::en;
  View view() const { return {portfolio.settings, portfolio.accounts, scores, as_of, language}; }
};

// With `Faulty::refuse` any problem, else only one of kam.yaml, is told in full and nothing is returned:
// exit 3. `command` is named in the advice to go on without the faulty files; empty where it cannot.
std::optional<Loaded> load(Context& context, Faulty faulty, const std::string& command);
std::optional<Loaded> load(Context& context, const std::filesystem::path& root, Faulty faulty,
                           const std::string& command);

// Says which accounts were left out, if any, and the exit status that follows.
Exit finish(Context& context, const Loaded& loaded);

// Index of the account with that id or, compared without case, that name. Throws UsageError naming the
// nearest.
std::size_t find_account(const Portfolio& portfolio, const std::string& word);
std::vector<std::size_t> find_accounts(const Portfolio& portfolio, const std::vector<std::string>& words);

// Each problem with its place, the line it is in and the next step; `root` is where the files lie.
void print_problems(Context& context, const Problems& problems, const std::filesystem::path& root);

}  // namespace kam::cli
