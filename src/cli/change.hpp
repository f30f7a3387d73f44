#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "cli/load.hpp"
#include "cli/output.hpp"
#include "kam/change/answers.hpp"
#include "kam/change/steps.hpp"
#include "kam/disk/write.hpp"
#include "kam/document/document.hpp"

namespace kam::cli {

// How commands change accounts: what is read for it, and how it is told (kam/change).

// A portfolio that is going to be changed, under its lock where something is going to be written.
struct Opened {
  std::unique_ptr<DirectoryLock> lock;
  ScoredPortfolio state;
};

// The portfolio around the current directory, each of its accounts readable, else nothing, which is told.
// Keeps the source of every account or, where it is given, of the one whose id or name `word` is.
std::optional<Opened> open_portfolio(Context& context, WriteMode mode,
                                     const std::optional<std::string>& word = {});

// The same to change one account, whether it reads or not, whatever the other files say: where `word` is its
// id, they are not read.
std::optional<Opened> open_account(Context& context, const std::string& word, WriteMode mode);

// Records the facts in all the accounts (dry run: shows the files' changes), and shows what changed in
// ratings and scores, as text or JSON, and what `tell_more` adds. Throws Error before anything is written
// where one of the edits is refused.
Exit write_facts(const ScoredPortfolio& before, std::span<const AccountFacts> recorded, WriteMode mode,
                 Format format, Context& context, const std::function<void()>& tell_more = {});

// Carries all the steps out in the account's file in one write, or none: shows each place that changed and
// the scores that follow (dry run: and the diff, and writes nothing). Throws UsageError where a step does not
// fit the format.
Exit change_account(const std::string& word, std::span<const PlanStep> steps, WriteMode mode,
                    Context& context);

// What a draft changes in its account's ratings and scores; without blocks where it is nothing, or where the
// account did not read before, and so has no scores to compare with.
Document build_draft_change(const ScoredPortfolio& before, const Draft& draft);

// The accounts after a change as JSON: as `kam assess` shows them, with what is different from before.
enum class Written { no, yes };
std::string render_changes(const ScoredPortfolio& before, const ScoredPortfolio& after,
                           const std::vector<std::size_t>& accounts, Written written);

}  // namespace kam::cli
