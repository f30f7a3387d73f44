#include "cli/edit_account.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "kam/model/error.hpp"
#include "kam/store/write.hpp"

namespace kam::cli {

AccountEdit edit_account(const Portfolio& portfolio, const std::string& id, const PlanEdits& plan) {
  AccountEdit edit;
  edit.file = account_file(id);
  edit.before = read_file(portfolio.root / edit.file);
  const auto parsed = parse_tree(edit.before, edit.file);
  if (!parsed.root)
    throw Error(fmt::format("{} no longer reads; it was changed meanwhile", edit.file),
                "Run the command again.");
  const auto edits = plan(*parsed.root);
  auto result = apply_edits(edit.before, edits, account_key_order(portfolio.settings));
  if (!result.refusal.empty())
    throw Error(
        fmt::format("{}:{}:{}: {}", edit.file, result.place.line, result.place.column, result.refusal),
        "The file was left as it is; make this change in an editor.");
  edit.after = std::move(result.text);
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
