#include "cli/assess/ask.hpp"

#include <CLI/CLI.hpp>
#include <utility>

#include "cli/change.hpp"
#include "cli/options.hpp"
#include "cli/terminal/assess_talk.hpp"
#include "kam/model/error.hpp"

namespace kam::cli {

namespace {

using Partner = Conversation::Partner;

Briefing make_briefing(const ScoredPortfolio& state, const std::string& id, const AskOptions& options,
                       const RecordOptions& record) {
  Briefing briefing;
  briefing.settings = state.portfolio.settings;
  briefing.id = id;
  briefing.file = account_file(id);
  briefing.text = find_source(state.portfolio, id)->text;
  briefing.as_of = state.as_of;
  briefing.language = state.language;
  briefing.asking = options.open ? Asking::open : Asking::all;
  briefing.date = record.date.empty() ? state.as_of : parse_day(record.date, "--date");
  if (!record.source.empty()) briefing.source = record.source;
  briefing.by = record.by;
  return briefing;
}

void check_partner(Partner partner) {
  if (partner == Partner::nobody)
    throw UsageError("nobody can answer: standard input is neither a terminal nor a pipe or file",
                     "Run `kam assess ACCOUNT -i` in a terminal, or give one answer a line: "
                     "`kam assess ACCOUNT -i < answers.txt`.");
  if (partner == Partner::unseen)
    throw UsageError("the questions could not be seen: standard error is no terminal",
                     "Leave standard error to the terminal; the result goes to standard output.");
}

}  // namespace

void add_ask_options(CLI::App& command, AskOptions& options) {
  command.add_flag("-i,--interactive", options.interactive,
                   "Ask the handbook's questions, and save what is answered");
  command.add_flag("--open", options.open, "With -i: only the questions that are still open");
}

void check_ask_options(const AskOptions& options, const RecordOptions& record) {
  if (!options.interactive) {
    if (options.open)
      throw UsageError("--open is given without -i",
                       "`kam assess ACCOUNT -i --open` asks what is still open.");
    return;
  }
  if (record.asks_for_recording() || !record.perspective.empty())
    throw UsageError("-i is given together with options that record by themselves",
                     "Give -i alone, with --date, --source and --by if you like.");
}

Exit run_ask(const std::string& account, const AskOptions& options, const RecordOptions& record,
             Context& context) {
  const auto opened = open_portfolio(context, WriteMode::dry_run, account);
  if (!opened) return Exit::failed;
  const auto& portfolio = opened->state.portfolio;
  const auto index = find_account(portfolio, account);
  const auto briefing = make_briefing(opened->state, portfolio.accounts[index].id, options, record);
  check_partner(context.conversation.partner);                // a wrong command line is told first
  context.conversation.tell(std::exchange(context.err, {}));  // warnings come before the first question
  Talk talk(context, portfolio.root, briefing, record.dry_run ? TalkMode::dry_run : TalkMode::real);
  return talk.run();
}

}  // namespace kam::cli
