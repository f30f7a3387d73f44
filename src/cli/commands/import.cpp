#include "kam/lists/import.hpp"

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/commands.hpp"
#include "cli/import/contacts.hpp"
#include "cli/import/list.hpp"
#include "cli/import/requirements.hpp"
#include "kam/change/schema_files.hpp"
#include "kam/lists/requirement_list.hpp"
#include "kam/model/error.hpp"
#include "kam/text/messages.hpp"

namespace kam::cli {

namespace {

struct AccountList {
  ImportPlan plan;
  MatchedRows matched;
  Problems problems;  // of the list and of finding its accounts, by line
};

AccountList plan_accounts(const ImportList& list, const ImportOptions& options,
                          const ScoredPortfolio& loaded) {
  AccountList accounts;
  accounts.plan = plan_import(list.table, options, list.name);
  accounts.matched = match_rows(accounts.plan.rows, loaded.portfolio.accounts, list.name);
  accounts.problems = join_problems(accounts.plan, accounts.matched.problems);
  return accounts;
}

PreviewRows preview_rows(const AccountList& accounts, const ScoredPortfolio& loaded) {
  PreviewRows rows;
  for (std::size_t i = 0; i < accounts.plan.rows.size(); ++i) {
    const auto& match = accounts.matched.matches[i];
    const int line = accounts.plan.rows[i].line;
    if (match.account)
      rows[line].account = loaded.portfolio.accounts[*match.account].id;
    else if (!match.id.empty())
      rows[line].account = say(Msg::preview_new, loaded.language, {match.id});
  }
  return rows;
}

Exit run_import_accounts(const ImportRequest& request, const ImportList& list, Context& context) {
  auto options = parse_import_options(request);
  auto target = open_target(request, context);
  if (!target || !is_readable(list, context)) return Exit::failed;

  const auto& loaded = target->state;
  add_settings(options, loaded.portfolio.settings);
  const auto accounts = plan_accounts(list, options, loaded);
  if (request.preview)
    return preview_list(request, list, accounts.plan, accounts.problems, preview_rows(accounts, loaded),
                        loaded, context);
  if (!may_go_on(list, accounts.plan, accounts.problems, request, context)) return Exit::failed;
  const auto import =
      draft_import(loaded, accounts.plan.rows, accounts.matched.matches, parse_selection(request));
  auto status = Exit::done;
  const auto tell = [&] {
    status = finish_import(request, list, accounts.plan, accounts.problems, import.counts, loaded, context);
  };
  tell_and_do(context, tell, [&] {
    if (request.dry_run) return;
    if (import.counts.created > 0) write_schema_files(loaded.portfolio.root, loaded.portfolio.settings);
    write_drafts(loaded.portfolio.root, import.drafts);
  });
  return status;
}

Exit run_import(const ImportRequest& request, Context& context) {
  const auto list = read_list(request.file);
  if (request.requirements || is_requirement_list(list.table))
    return run_import_requirements(request, list, context);
  return request.contacts ? run_import_contacts(request, list, context)
                          : run_import_accounts(request, list, context);
}

}  // namespace

Run add_import(CLI::App& command) {
  auto request = std::make_shared<ImportRequest>();
  command.add_option("FILE", request->file, "The list as CSV; - reads standard input")
      ->required()
      ->type_name("");
  command.add_option("--map", request->map, "Take a field from a column of another name; repeatable")
      ->type_name("FIELD=COLUMN")
      ->allow_extra_args(false);
  command.add_option("--year", request->year, "The year of figures whose header names none")->type_name("Y");
  command.add_option("--decimal", request->decimal, "The decimal mark of the list's numbers: , or .")
      ->type_name("MARK");
  command.add_flag("--contacts", request->contacts, "The list is of the customers' people");
  command.add_flag("--requirements", request->requirements,
                   "The list is of requirements, as `kam export --requirements` writes it");
  command.add_flag("--create-only", request->create_only, "Only add what is new");
  command.add_flag("--update-only", request->update_only, "Only update what is there");
  command.add_flag("--keep-going", request->keep_going,
                   "Take over the good rows where others are bad; exit 1");
  command.add_flag("--preview", request->preview,
                   "Show which column goes where and the first rows; write nothing");
  command.add_flag("--dry-run", request->dry_run, "Say what would be done; write nothing");
  return [request](Context& context) { return run_import(*request, context); };
}

}  // namespace kam::cli
