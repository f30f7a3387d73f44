#include "cli/commands/edit_account.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "kam/disk/write.hpp"
#include "kam/model/error.hpp"

namespace kam::cli {

namespace {

// The text of the account's file with the planned edits in it.
std::string carry_out(const std::vector<PlanEdits>& plans, const AccountEdit& edit,
                      const Settings& settings) {
  const auto parsed = parse_tree(edit.before, edit.file);
  if (!parsed.root) {
    const auto& problem = parsed.problems.front();
    throw Error(fmt::format("{}:{}:{}: {}", problem.file, problem.line, problem.column, problem.message),
                problem.hint);
  }
  auto result = apply_plans(edit.before, *parsed.root, plans, account_key_order(settings));
  if (!result.refusal.empty())
    throw Error(
        fmt::format("{}:{}:{}: {}", edit.file, result.place.line, result.place.column, result.refusal),
        result.hint.empty() ? "The file was left as it is; make this change in an editor."
                            : "The file was left as it is. " + result.hint);
  return std::move(result.text);
}

}  // namespace

AccountEdit edit_account(const Portfolio& portfolio, const std::string& id, const PlanEdits& plan) {
  return edit_account(portfolio, id, std::vector{plan});
}

AccountEdit edit_account(const Portfolio& portfolio, const std::string& id,
                         const std::vector<PlanEdits>& plans) {
  AccountEdit edit;
  edit.file = account_file(id);
  edit.before = need_portfolio_file(portfolio.root, edit.file);
  edit.after = carry_out(plans, edit, portfolio.settings);
  auto decoded = decode_account(edit.after, edit.file, id, portfolio.settings);
  const auto error = std::ranges::find(decoded.problems, Severity::error, &Problem::severity);
  if (error != decoded.problems.end())
    throw Error(fmt::format("the result would not read: {}:{}:{}: {}", error->file, error->line,
                            error->column, error->message),
                "The file was left as it is; make this change in an editor.");
  edit.account = std::move(decoded.account);
  return edit;
}

}  // namespace kam::cli
