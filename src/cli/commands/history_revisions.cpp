#include "cli/commands/history_revisions.hpp"

#include <algorithm>
#include <array>
#include <map>

#include <fmt/format.h>

#include "cli/git/past_states.hpp"
#include "cli/git/revision.hpp"
#include "cli/options.hpp"
#include "kam/model/error.hpp"
#include "kam/text/format.hpp"
#include "kam/text/messages.hpp"
#include "kam/unicode/unicode.hpp"

namespace kam::cli {

namespace {

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

}  // namespace

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

}  // namespace kam::cli
