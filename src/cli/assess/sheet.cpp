#include "cli/assess/modes.hpp"

#include "cli/assess/requirement_answers.hpp"
#include "cli/import/list.hpp"
#include "cli/load.hpp"
#include "cli/options.hpp"
#include "kam/report/lists.hpp"

namespace kam::cli {

namespace {

Perspective perspective_of(const AssessOptions& options) {
  return options.perspective.empty() ? Perspective::customer
                                     : parse_choice<Perspective>(options.perspective, "--perspective");
}

}  // namespace

void add_sheet_options(Arguments& arguments, AssessOptions& options) {
  arguments.begin_group("Requirement sheet");
  arguments.flag("--sheet", options.sheet, "Print the requirement sheet as CSV, to be filled in");
  arguments.option("--from", options.from, "FILE",
                   "Record what a filled-in sheet says; - reads standard input");
  arguments.option("--dialect", options.dialect, "DIALECT", kDialectHelp);
  arguments.flag("--record-unchanged", options.record_unchanged,
                 "With --from, also record answers that are as before: they were asked again");
}

Exit run_sheet(const AssessOptions& options, Context& context) {
  const auto dialect = parse_dialect(options.dialect.empty() ? "plain" : options.dialect);
  const auto perspective = perspective_of(options);
  const auto loaded = load(context, Faulty::refuse, {});
  if (!loaded) return Exit::failed;
  const auto chosen =
      options.all ? loaded->scores.ranking : find_accounts(loaded->portfolio, options.accounts);
  const auto kind = options.all || chosen.size() > 1 ? SheetAccounts::many : SheetAccounts::one;
  context.out += render_csv(build_requirement_sheet(loaded->view(), chosen, kind, perspective), dialect);
  return Exit::done;
}

Exit run_from(const AssessOptions& options, Context& context) {
  const auto sheet = read_list(options.from);
  RequirementListOptions list;
  list.mode = options.dry_run ? WriteMode::dry_run : WriteMode::write;
  const auto opened = open_portfolio(context, list.mode);
  if (!opened) return Exit::failed;
  if (!options.accounts.empty())
    list.account = find_account(opened->state.portfolio, options.accounts.front());
  list.defaults.date = options.date.empty() ? context.today : parse_day(options.date, "--date");
  list.defaults.perspective = perspective_of(options);
  list.defaults.source = options.source;
  list.defaults.by = options.by;
  list.unchanged = options.record_unchanged ? Unchanged::recorded : Unchanged::passed_over;
  return record_requirement_list(sheet, opened->state, list, options.format.chosen(), context);
}

}  // namespace kam::cli
