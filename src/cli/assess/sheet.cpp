#include "cli/assess/sheet.hpp"

#include <CLI/CLI.hpp>

#include "cli/assess/requirement_answers.hpp"
#include "cli/import/list.hpp"
#include "cli/load.hpp"
#include "cli/options.hpp"
#include "kam/report/lists.hpp"

namespace kam::cli {

namespace {

Perspective perspective_of(const RecordOptions& record) {
  return record.perspective.empty() ? Perspective::customer
                                    : parse_choice<Perspective>(record.perspective, "--perspective");
}

}  // namespace

void add_sheet_options(CLI::App& command, SheetOptions& options) {
  command.add_flag("--sheet", options.sheet, "Print the requirement sheet as CSV, to be filled in")
      ->group("Requirement sheet");
  command.add_option("--from", options.from, "Record what a filled-in sheet says; - reads standard input")
      ->type_name("FILE")
      ->group("Requirement sheet");
  command.add_option("--dialect", options.dialect, kDialectHelp)
      ->type_name("DIALECT")
      ->group("Requirement sheet");
  command
      .add_flag("--record-unchanged", options.record_unchanged,
                "With --from, also record answers that are as before: they were asked again")
      ->group("Requirement sheet");
}

void check_sheet_options(const SheetOptions& options, const RecordOptions& record) {
  if (options.sheet && !options.from.empty())
    throw UsageError("--sheet and --from are given", "Print the sheet first, then read it back.");
  if (!options.sheet && !options.dialect.empty())
    throw UsageError("--dialect is given without --sheet",
                     "It is how a sheet is written; what is read is recognised.");
  if (options.record_unchanged && options.from.empty())
    throw UsageError("--record-unchanged is given without --from", "Give the filled-in sheet with --from.");
  if (!options.from.empty() && record.asks_for_recording())
    throw UsageError("--from is given together with single ratings", "Record one after the other.");
  if (options.sheet && (record.asks_for_recording() || record.dry_run || !record.date.empty() ||
                        !record.source.empty() || !record.by.empty()))
    throw UsageError("--sheet is given together with options that record",
                     "Print the sheet first; give them with --from.");
}

Exit run_sheet(const std::vector<std::string>& accounts, bool all, const SheetOptions& options,
               const RecordOptions& record, Context& context) {
  const auto dialect = parse_dialect(options.dialect.empty() ? "plain" : options.dialect);
  const auto perspective = perspective_of(record);
  const auto loaded = load(context, Faulty::refuse, {});
  if (!loaded) return Exit::failed;
  const auto chosen = all ? loaded->scores.ranking : find_accounts(loaded->portfolio, accounts);
  const auto kind = all || chosen.size() > 1 ? SheetAccounts::many : SheetAccounts::one;
  context.out += render_csv(build_requirement_sheet(loaded->view(), chosen, kind, perspective), dialect);
  return Exit::done;
}

Exit run_from(const std::vector<std::string>& accounts, const SheetOptions& options,
              const RecordOptions& record, Format format, Context& context) {
  const auto sheet = read_list(options.from);
  RequirementListOptions list;
  list.mode = record.dry_run ? WriteMode::dry_run : WriteMode::write;
  const auto opened = open_portfolio(context, list.mode);
  if (!opened) return Exit::failed;
  if (!accounts.empty()) list.account = find_account(opened->state.portfolio, accounts.front());
  list.defaults.date = record.date.empty() ? context.today : parse_day(record.date, "--date");
  list.defaults.perspective = perspective_of(record);
  list.defaults.source = record.source;
  list.defaults.by = record.by;
  list.unchanged = options.record_unchanged ? Unchanged::recorded : Unchanged::passed_over;
  return record_requirement_list(sheet, opened->state, list, format, context);
}

}  // namespace kam::cli
