#include "kam/exchange/import.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include "cli/commands.hpp"
#include "cli/import_contacts.hpp"
#include "cli/import_list.hpp"
#include "cli/import_preview.hpp"
#include "cli/import_remarks.hpp"
#include "cli/import_requirements.hpp"
#include "cli/import_write.hpp"
#include "cli/load.hpp"
#include "cli/output.hpp"
#include "cli/schema_files.hpp"
#include "kam/exchange/requirement_list.hpp"
#include "kam/model/error.hpp"
#include "kam/store/write.hpp"
#include "kam/text/messages.hpp"

namespace kam::cli {

namespace {

ImportSelection parse_selection(const ImportRequest& request) {
  if (request.create_only) return ImportSelection::create_only;
  return request.update_only ? ImportSelection::update_only : ImportSelection::all;
}

struct AccountList {
  ImportPlan plan;
  MatchedRows matched;
  Problems problems;  // of the list and of finding its accounts, by line
};

AccountList plan_accounts(const ImportList& list, const ImportOptions& options, const Loaded& loaded) {
  AccountList accounts;
  accounts.plan = plan_import(list.table, options, list.name);
  accounts.matched = match_rows(accounts.plan.rows, loaded.portfolio.accounts, list.name);
  accounts.problems = accounts.plan.problems;
  accounts.problems.insert(accounts.problems.end(), accounts.matched.problems.begin(),
                           accounts.matched.problems.end());
  std::ranges::stable_sort(accounts.problems, {}, &Problem::line);
  return accounts;
}

Exit preview(const ImportRequest& request, const ImportList& list, const AccountList& accounts,
             const Loaded& loaded, Context& context) {
  std::map<int, std::string> names;
  for (std::size_t i = 0; i < accounts.plan.rows.size(); ++i) {
    const auto& match = accounts.matched.matches[i];
    if (match.account)
      names[accounts.plan.rows[i].line] = loaded.portfolio.accounts[*match.account].id;
    else if (!match.id.empty())
      names[accounts.plan.rows[i].line] = say(Msg::preview_new, loaded.language, {match.id});
  }
  const auto rows = names.size();
  context.out += render_document(
      build_import_preview({ListKind::accounts, list.name, accounts.plan, rows, accounts.problems,
                            list.table.blank_lines, std::move(names), loaded.portfolio.settings,
                            loaded.language, dry_run_command(request)}),
      Format::text, context);
  return Exit::done;
}

Exit run_import_accounts(const ImportRequest& request, const ImportList& list, Context& context) {
  auto options = parse_import_options(request);
  const auto selection = parse_selection(request);
  const auto root = find_portfolio(std::filesystem::current_path());
  std::optional<PortfolioLock> lock;
  if (!request.dry_run && !request.preview) lock.emplace(root);
  const auto loaded = load(context, root, request.preview ? Faulty::leave_out : Faulty::refuse, {});
  if (!loaded || !is_readable(list, context)) return Exit::failed;

  options.vocabulary = import_vocabulary(loaded->portfolio.settings);
  const auto accounts = plan_accounts(list, options, *loaded);
  if (request.preview) return preview(request, list, accounts, *loaded, context);
  refuse_questions(accounts.plan);
  if (!may_go_on(accounts.problems, request, context)) return Exit::failed;
  const auto writes = prepare_import(*loaded, accounts.plan.rows, accounts.matched.matches, selection);
  if (!request.dry_run) {
    if (writes.counts.created > 0) write_schema_files(root, loaded->portfolio.settings);
    write_import(writes, root);
  }
  tell_import(request, writes.counts, accounts.problems, loaded->language, context);
  remark_rows(accounts.plan.remarks, list.table.blank_lines, loaded->language, context);
  remark_unused(accounts.plan.unused, loaded->language, context);
  return accounts.problems.empty() ? Exit::done : Exit::answer_is_no;
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
