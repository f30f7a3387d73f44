#include "kam/report/history.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "cli/commands.hpp"
#include "cli/context.hpp"
#include "cli/git/past_states.hpp"
#include "cli/git/revision.hpp"
#include "cli/load.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"
#include "kam/model/error.hpp"
#include "kam/text/format.hpp"
#include "kam/text/messages.hpp"
#include "kam/unicode/unicode.hpp"

namespace kam::cli {

namespace {

struct HistoryOptions {
  std::vector<std::string> accounts;
  bool all = false;
  std::string by;
  std::optional<std::string> revisions;  // a range, or empty
  std::string each;
  FormatOption format{Format::text, Format::markdown, Format::csv, Format::tsv, Format::json};
  bool keep_going = false;
};

// Ids of all states, with the names that they have in the last one.
using KnownAccounts = std::map<std::string, std::string>;

KnownAccounts known_accounts(const RevisionsView& view) {
  KnownAccounts known;
  for (const auto& state : view.states)
    for (const auto& account : state.accounts) {
      auto& name = known[account.id];
      if (account.readable) name = account.name;
    }
  return known;
}

std::string find_past_account(const KnownAccounts& known, const std::string& word) {
  if (known.contains(word)) return word;
  std::vector<std::string> ids;
  std::vector<std::string> named;
  for (const auto& [id, name] : known) {
    ids.push_back(id);
    if (fold_name(name) == fold_name(word)) named.push_back(id);
  }
  if (named.size() == 1) return named.front();
  if (!named.empty())
    throw UsageError(fmt::format("there are several accounts named `{}`", word), "Give the account's id.");
  const auto near = nearest(word, ids);
  throw UsageError(fmt::format("no state of these revisions has an account `{}`", word),
                   near ? fmt::format("Did you mean `{}`?", *near)
                        : "A range of revisions has two dots: `--revisions v1..`.");
}

void choose_accounts(RevisionsView& view, const HistoryOptions& options) {
  const auto known = known_accounts(view);
  for (const auto& [id, name] : known)
    if (options.all) view.accounts.push_back(id);
  for (const auto& word : options.accounts)
    if (const auto id = find_past_account(known, word);
        std::ranges::find(view.accounts, id) == view.accounts.end())
      view.accounts.push_back(id);
  if (options.accounts.empty()) return;
  for (auto& state : view.states)
    std::erase_if(state.accounts, [&](const PastAccount& account) {
      return std::ranges::find(view.accounts, account.id) == view.accounts.end();
    });
}

constexpr std::array<std::string_view, 3> kEach{"commit", "tag", "month"};

// `kam history --revisions`
Exit run_revisions(const HistoryOptions& options, Format format, Context& context) {
  const auto each = options.each.empty() ? 0 : parse_choice(options.each, kEach, "--each");
  const auto repository = open_portfolio_repository();
  const auto [commits, later] =
      choose_commits(repository, *options.revisions, static_cast<EachState>(each), context.today);
  auto view = read_past_states(repository, commits, context);
  view.each = kEach.at(each);
  choose_accounts(view, options);
  context.out += print_as(format,
                          {.document = [&](std::size_t) { return build_revisions(view); },
                           .table = [&] { return build_revisions_table(view); },
                           .data = [&] { return build_revisions_data(view); }},
                          context);
  if (later > 0)
    context.remark(say(later == 1 ? Msg::revisions_later_one : Msg::revisions_later_many, view.language,
                       {std::to_string(later), format_date(context.today, view.language)}));
  if (repository.depth == Repository::Depth::shallow && !view.states.empty())
    context.remark(
        say(Msg::revisions_shallow, view.language, {format_date(view.states.front().day, view.language)}));
  return Exit::done;
}

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
