#include "cli/commands/hand_edit.hpp"

#include <algorithm>

#include "cli/load.hpp"
#include "kam/disk/portfolio.hpp"
#include "kam/disk/write.hpp"
#include "kam/report/assess.hpp"

namespace kam::cli {

namespace {

// Nothing where the account did not read before: there is nothing to compare with.
Document change_of(const Loaded& before, const std::string& id, Account account) {
  const auto& accounts = before.portfolio.accounts;
  const auto found = std::ranges::find(accounts, id, &Account::id);
  if (found == accounts.end()) return {};
  const auto index = static_cast<std::size_t>(found - accounts.begin());
  auto after = before;
  after.portfolio.accounts[index] = std::move(account);
  after.scores = score_portfolio(after.portfolio.accounts, after.portfolio.settings, after.as_of);
  return build_change(before.view(), after.view(), index);
}

}  // namespace

Saving save(const HandEdit& edit, const std::string& text, Context& context) {
  const DirectoryLock lock(edit.root);
  Saving saving;
  const auto before = load(context, edit.root, Faulty::pass_over, {});
  if (!before) return saving;
  auto decoded = decode_account(text, edit.file, edit.id, before->portfolio.settings);
  saving.problems = std::move(decoded.problems);
  if (std::ranges::find(saving.problems, Severity::error, &Problem::severity) != saving.problems.end())
    return saving;
  const auto file = edit.root / edit.file;
  saving.theirs = need_portfolio_file(edit.root, edit.file);
  if (saving.theirs != edit.base) {
    saving.outcome = Saving::Outcome::overtaken;
    return saving;
  }
  saving.change = change_of(*before, edit.id, std::move(decoded.account));
  replace_file(file, edit.base, text);
  saving.outcome = Saving::Outcome::saved;
  return saving;
}

}  // namespace kam::cli
