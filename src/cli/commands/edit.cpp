#include <algorithm>
#include <filesystem>
#include <memory>

#include "cli/change.hpp"
#include "cli/commands.hpp"
#include "cli/terminal/edit_session.hpp"
#include "cli/terminal/editor.hpp"
#include "kam/model/error.hpp"

namespace kam::cli {

namespace {

struct Options {
  std::string account;
  bool errors = false;
};

// A file whose name is no id cannot be mended by editing what stands in it.
void check_id(const Portfolio& portfolio, const std::string& file) {
  const auto named = [&](const Problem& problem) {
    return problem.file == file && problem.code == "bad-account-id";
  };
  const auto found = std::ranges::find_if(portfolio.errors, named);
  if (found != portfolio.errors.end()) throw Error(found->message, found->hint);
}

Exit run_edit(const Options& options, Context& context) {
  const auto opened = open_account(context, options.account, WriteMode::dry_run);
  if (!opened) return Exit::failed;
  const auto& [portfolio, scores, as_of, language] = opened->state;
  const auto& root = portfolio.root;
  const auto id = find_account_id(portfolio, options.account);
  HandEdit edit{root, id, account_file(id), {}};
  check_id(portfolio, edit.file);
  check_replaceable(root / edit.file);
  const auto editor = choose_editor(context.editor);
  { const DirectoryLock lock(root); }  // what a killed kam left is in its place before somebody edits it
  edit.base = need_portfolio_file(root, edit.file);
  auto problems = decode_account(edit.base, edit.file, id, portfolio.settings).problems;
  std::erase_if(problems, [](const Problem& problem) { return problem.severity != Severity::error; });
  print_problems(context, problems, [&](const std::string&) { return edit.base; });
  if (!options.errors) problems.clear();
  const auto copies = copies_directory(context);
  auto chosen = choose_left_copy(edit, copies, language, context);
  if (chosen.end) return *chosen.end;
  if (!chosen.copy)
    return edit_in_rounds(edit, {copies, std::filesystem::canonical(root) / edit.file, edit.base}, editor,
                          problems, language, context);
  edit.base = chosen.copy->base();  // what others wrote since shows when it is saved
  return edit_in_rounds(edit, std::move(*chosen.copy), editor, {}, language, context);
}

}  // namespace

Run add_edit(Arguments& arguments) {
  auto options = std::make_shared<Options>();
  arguments.argument("ACCOUNT", options->account, "The account, by id or name", Arguments::Need::required);
  arguments.flag("--errors", options->errors,
                 "Begin with the file's errors as comments above their lines; they go when it is saved");
  return [options](Context& context) { return run_edit(*options, context); };
}

}  // namespace kam::cli
