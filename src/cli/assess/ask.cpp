#include "cli/assess/ask.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <utility>

#include <fmt/format.h>

#include "cli/load.hpp"
#include "cli/options.hpp"
#include "cli/terminal/assess_talk.hpp"
#include "kam/disk/write.hpp"
#include "kam/model/error.hpp"

namespace kam::cli {

namespace {

using Partner = Conversation::Partner;

Briefing make_briefing(const Loaded& loaded, const Account& account, const AskOptions& options,
                       const RecordOptions& record) {
  Briefing briefing;
  briefing.settings = loaded.portfolio.settings;
  briefing.id = account.id;
  briefing.file = account_file(account.id);
  briefing.text = need_portfolio_file(loaded.portfolio.root, briefing.file);
  const auto problems = decode_account(briefing.text, briefing.file, briefing.id, briefing.settings).problems;
  if (std::ranges::find(problems, Severity::error, &Problem::severity) != problems.end())
    throw Error(fmt::format("{} no longer reads; it was changed meanwhile", briefing.file),
                "Run the command again.");
  briefing.as_of = loaded.as_of;
  briefing.language = loaded.language;
  briefing.asking = options.open ? Asking::open : Asking::all;
  briefing.date = record.date.empty() ? loaded.as_of : parse_day(record.date, "--date");
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
  const auto root = find_portfolio(current_directory());
  refuse_special_files(root);
  const auto loaded = load(context, root, Faulty::refuse, {});
  if (!loaded) return Exit::failed;
  const auto index = find_account(loaded->portfolio, account);
  const auto briefing = make_briefing(*loaded, loaded->portfolio.accounts[index], options, record);
  check_partner(context.conversation.partner);                // a wrong command line is told first
  context.conversation.tell(std::exchange(context.err, {}));  // warnings come before the first question
  Talk talk(context, root, briefing, record.dry_run ? TalkMode::dry_run : TalkMode::real);
  return talk.run();
}

}  // namespace kam::cli
