#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cli/context.hpp"
#include "kam/change/state.hpp"
#include "kam/model/problem.hpp"

namespace kam::cli {

// What to do with account files that do not read; `pass_over`: as `leave_out`, and untold.
enum class Faulty { refuse, leave_out, pass_over };

// The portfolio around the current directory, read and scored as of today. With `Faulty::refuse` any problem,
// else only one of kam.yaml, is told in full and nothing is returned: exit 3. `command` is named in the
// advice to go on without the faulty files; empty where it cannot.
std::optional<ScoredPortfolio> load(Context& context, Faulty faulty, const std::string& command);
// The same of another directory, of which part is read and kept: `follow` and `progress` are the context's.
std::optional<ScoredPortfolio> load(Context& context, const std::filesystem::path& root, Faulty faulty,
                                    const std::string& command, PortfolioReading reading = {});

// Shows on a terminal how far the reading of many files is; `end_progress` takes it away again.
Progress reading_progress(const Context& context);
void end_progress(const Context& context, const Progress& progress, std::size_t files);

// Says which accounts were left out, if any, and the exit status that follows.
Exit finish(Context& context, const ScoredPortfolio& loaded);

// Index of the account with that id or, compared without case, that name. Throws UsageError naming the
// nearest.
std::size_t find_account(const Portfolio& portfolio, const std::string& word);
std::vector<std::size_t> find_accounts(const Portfolio& portfolio, const std::vector<std::string>& words);

// The id of that account, as above; the id of a file that does not read is one, too.
std::string find_account_id(const Portfolio& portfolio, const std::string& word);

// The current directory. Throws Error where somebody has deleted it.
std::filesystem::path current_directory();

// Each problem with its place, the line it is in and the next step; `root` is the portfolio they are of.
void print_problems(Context& context, const Problems& problems, const std::filesystem::path& root);
// The text of a portfolio's file to show lines of; nothing where it cannot be had.
std::optional<std::string> source_text(const std::filesystem::path& root, const std::string& file,
                                       Follow follow);
// The same of files that lie elsewhere, with the texts that `text_of` has for them; nothing where it has
// none.
using TextOfFile = std::function<std::optional<std::string>(const std::string& file)>;
void print_problems(Context& context, const Problems& problems, const TextOfFile& text_of);

}  // namespace kam::cli
