#include "kam/report/assess.hpp"

#include <CLI/CLI.hpp>
#include <memory>
#include <numeric>

#include "cli/assess/ask.hpp"
#include "cli/assess/record.hpp"
#include "cli/assess/sheet.hpp"
#include "cli/assess/what_if.hpp"
#include "cli/commands.hpp"
#include "cli/load.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"

namespace kam::cli {

namespace {

struct Options {
  std::vector<std::string> accounts;
  bool all = false;
  bool explain = false;
  bool matrix = false;
  FormatOption format{Format::text, Format::markdown, Format::json, Format::csv};
  bool keep_going = false;
  AskOptions ask;
  RecordOptions record;
  SheetOptions sheet;
  std::vector<std::string> what_if;
};

std::string render_assessment(const View& view, const std::vector<std::size_t>& accounts,
                              const Options& options, Format format, const Context& context) {
  if (format == Format::json) return render_json(build_assessment_data(view, accounts));
  if (format == Format::csv) return render_csv(build_assessment_table(view, accounts), CsvDialect::plain);
  const auto explain = options.explain ? Explain::yes : Explain::no;
  const auto matrix = options.matrix ? Matrix::shown : Matrix::hidden;
  std::string text;
  for (const auto account : accounts) {
    if (!text.empty()) text += "\n";
    text += render_document(build_assessment(view, account, explain, matrix), format, context);
  }
  return text;
}

Exit run_display(const Options& options, Format format, Context& context) {
  const auto loaded = load(context, options.keep_going ? Faulty::leave_out : Faulty::refuse, "assess");
  if (!loaded) return Exit::failed;
  const auto accounts =
      options.all ? loaded->scores.ranking : find_accounts(loaded->portfolio, options.accounts);
  context.out += render_assessment(loaded->view(), accounts, options, format, context);
  return finish(context, *loaded);
}

void check_recording(const Options& options, Format format) {
  if (format == Format::csv || format == Format::markdown || options.explain)
    throw UsageError("what is recorded is shown as text or json, without --explain",
                     "Record first; `kam assess ACCOUNT` shows the result in every format.");
  if (options.keep_going)
    throw UsageError("--keep-going is given, but ratings are recorded only where every account reads",
                     "Mend the files that `kam inventory` names, then record.");
}

Exit run_assess(const Options& options, Context& context) {
  const auto format = options.format.chosen();
  const bool reads_sheet = !options.sheet.from.empty();
  check_sheet_options(options.sheet, options.record);
  if (!options.accounts.empty() && options.all)
    throw UsageError("accounts and --all are given", "Give one or the other.");
  check_ask_options(options.ask, options.record);
  if (options.matrix && (options.ask.interactive || reads_sheet || options.sheet.sheet ||
                         !options.what_if.empty() || options.record.asks_for_recording()))
    throw UsageError("--matrix is given, but not to show an account",
                     "Give it without -i, --what-if, --sheet, --from and what records ratings.");
  if (options.ask.interactive) {
    if (options.accounts.size() != 1 || options.all || options.explain || options.keep_going || reads_sheet ||
        options.sheet.sheet || format != Format::text)
      throw UsageError(
          "-i asks about one account, and shows its result as text",
          "Give one ACCOUNT, without --all, --sheet, --from, --explain, --format and --keep-going.");
    return run_ask(options.accounts.front(), options.ask, options.record, context);
  }
  if (options.accounts.empty() && !options.all && !reads_sheet)
    throw UsageError("no account is given", "Name one or more accounts, or give --all.");
  if (!options.what_if.empty()) {
    if (options.accounts.size() != 1 || options.explain || options.keep_going || reads_sheet ||
        options.sheet.sheet || options.record.asks_for_recording() || options.record.dry_run)
      throw UsageError("--what-if thinks about one account, and writes nothing",
                       "Give one ACCOUNT, without --all, --sheet, --from, --rate and its sisters.");
    return run_what_if(options.accounts.front(), options.what_if, format, context);
  }
  if (options.sheet.sheet)
    return run_sheet(options.accounts, options.all, options.sheet, options.record, context);
  if (reads_sheet) {
    if (options.accounts.size() > 1)
      throw UsageError("--from is given with several accounts",
                       "Name one, or none where the list has an account column.");
    check_recording(options, format);
    return run_from(options.accounts, options.sheet, options.record, format, context);
  }
  check_record_options(options.record);
  if (!options.record.asks_for_recording()) {
    if (options.record.dry_run)
      throw UsageError("--dry-run is given, but nothing to record", "Give it with --rate and its sisters.");
    return run_display(options, format, context);
  }
  if (options.accounts.size() != 1)
    throw UsageError("ratings are given for several accounts",
                     "Name one; a list with an account column records many with --from.");
  check_recording(options, format);
  return run_record(options.accounts.front(), options.record, format, context);
}

}  // namespace

Run add_assess(CLI::App& command) {
  auto options = std::make_shared<Options>();
  command.add_option("ACCOUNT", options->accounts, "Accounts, by id or name")->type_name("");
  command.add_flag("--all", options->all, "All accounts, by rank");
  command.add_flag("--explain", options->explain, "With the arithmetic behind every score");
  command.add_flag("--matrix", options->matrix,
                   "Draw the requirements, both views, the trend, the people and the potentials");
  options->format.add_to(command);
  command.add_flag("--keep-going", options->keep_going,
                   "Leave out accounts whose file does not read; exit 1");
  command
      .add_option("--what-if", options->what_if,
                  "Show the scores as they would be with that fulfilment; repeatable")
      ->type_name("REQUIREMENT=FULFILMENT")
      ->allow_extra_args(false);
  add_ask_options(command, options->ask);
  add_record_options(command, options->record);
  add_sheet_options(command, options->sheet);
  return [options](Context& context) { return run_assess(*options, context); };
}

}  // namespace kam::cli
