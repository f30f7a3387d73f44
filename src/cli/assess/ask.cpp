#include "cli/assess/modes.hpp"

#include <utility>

#include "cli/change.hpp"
#include "cli/options.hpp"
#include "cli/terminal/assess_talk.hpp"
#include "kam/model/error.hpp"

namespace kam::cli {

namespace {

using Partner = Conversation::Partner;

Briefing make_briefing(const ScoredPortfolio& state, const std::string& id, const AssessOptions& options) {
  Briefing briefing;
  briefing.settings = state.portfolio.settings;
  briefing.id = id;
  briefing.file = account_file(id);
  briefing.text = find_source(state.portfolio, id)->text;
  briefing.as_of = state.as_of;
  briefing.language = state.language;
  briefing.asking = options.open ? Asking::open : Asking::all;
  briefing.date = options.date.empty() ? state.as_of : parse_day(options.date, "--date");
  if (!options.source.empty()) briefing.source = options.source;
  briefing.by = options.by;
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

void add_ask_options(Arguments& arguments, AssessOptions& options) {
  arguments.flag("-i,--interactive", options.interactive,
                 "Ask the handbook's questions, and save what is answered");
  arguments.flag("--open", options.open, "With -i: only the questions that are still open");
}

Exit run_ask(const AssessOptions& options, Context& context) {
  const auto& account = options.accounts.front();
  const auto opened = open_portfolio(context, WriteMode::dry_run, account);
  if (!opened) return Exit::failed;
  const auto& portfolio = opened->state.portfolio;
  const auto index = find_account(portfolio, account);
  const auto briefing = make_briefing(opened->state, portfolio.accounts[index].id, options);
  check_partner(context.conversation.partner);                // a wrong command line is told first
  context.conversation.tell(std::exchange(context.err, {}));  // warnings come before the first question
  Talk talk(context, portfolio.root, briefing, options.dry_run ? TalkMode::dry_run : TalkMode::real);
  return talk.run();
}

}  // namespace kam::cli
