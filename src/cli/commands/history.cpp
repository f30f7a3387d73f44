#include "kam/report/history.hpp"

#include <memory>
#include <optional>

#include "cli/commands.hpp"
#include "cli/commands/history_revisions.hpp"
#include "cli/load.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"
#include "kam/model/error.hpp"

namespace kam::cli {

namespace {

// `--revisions` takes what follows it for its range; only a range has two dots, so that
// `--revisions weserguss` is about an account.
void take_accounts_from_range(HistoryOptions& options) {
  if (!options.revisions || options.revisions->empty() || options.revisions->find("..") != std::string::npos)
    return;
  options.accounts.insert(options.accounts.begin(), *options.revisions);
  options.revisions->clear();
}

void check_options(const HistoryOptions& options) {
  if (options.revisions && !options.by.empty())
    throw UsageError("--by is for assessments, not for --revisions",
                     "`--each month` and `--each tag` choose among the commits.");
  if (options.revisions && options.keep_going)
    throw UsageError("--keep-going is not for --revisions",
                     "A state whose files have faults is shown as unknown, without it.");
  if (!options.revisions && !options.each.empty())
    throw UsageError("--each is for --revisions", "`--by quarter` and `--by year` choose among assessments.");
  if (options.all && !options.accounts.empty())
    throw UsageError("--all and ACCOUNT contradict each other", "Give one of them.");
}

Exit run_assessments(const HistoryOptions& options, Format format, Context& context) {
  HistoryQuery query;
  if (!options.by.empty())
    query.by = static_cast<Period>(parse_choice(options.by, {"quarter", "year"}, "--by"));
  const auto loaded = load(context, options.keep_going ? Faulty::leave_out : Faulty::refuse, "history");
  if (!loaded) return Exit::failed;
  const auto view = loaded->view();
  query.accounts = options.all ? view.scores.ranking : find_accounts(loaded->portfolio, options.accounts);
  context.out += print_as(format,
                          {.document = [&](std::size_t) { return build_history(view, query); },
                           .table = [&] { return build_history_table(view, query); },
                           .data = [&] { return build_history_data(view, query); }},
                          context);
  return finish(context, *loaded);
}

Exit run_history(const HistoryOptions& options, Context& context) {
  const auto format = options.format.chosen();
  check_options(options);
  return options.revisions ? run_revisions(options, format, context)
                           : run_assessments(options, format, context);
}

}  // namespace

Run add_history(Arguments& arguments) {
  auto options = std::make_shared<HistoryOptions>();
  arguments.argument("ACCOUNT", options->accounts, "Every value of these accounts, by id or name");
  arguments.flag("--all", options->all, "Every value of all accounts");
  arguments.option("--by", options->by, "PERIOD", "Only the last assessment in each quarter or year");
  arguments.bare_option("--revisions", options->revisions, "[REV..REV]",
                        "Score the portfolio at each commit (default: all that HEAD has)");
  arguments.option("--each", options->each, "STEP",
                   "With --revisions: commit, tag or month (default: commit)");
  options->format.add_to(arguments);
  arguments.flag("--keep-going", options->keep_going, "Leave out accounts whose file does not read; exit 1");
  return [options](Context& context) {
    take_accounts_from_range(*options);
    return run_history(*options, context);
  };
}

}  // namespace kam::cli
