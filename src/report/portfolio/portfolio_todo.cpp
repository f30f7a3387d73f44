#include <algorithm>
#include <map>
#include <span>
#include <tuple>

#include "kam/report/page_names.hpp"
#include "kam/report/report.hpp"
#include "kam/text/format.hpp"
#include "kam/text/messages.hpp"
#include "report/actions.hpp"
#include "report/cells.hpp"
#include "report/portfolio/portfolio.hpp"

namespace kam {
namespace {

// What is shown of each list, so that the page stays readable with hundreds of customers; the rest is
// counted.
constexpr std::size_t kShortfallsShown = 10;
constexpr std::size_t kActionsShown = 25;
constexpr std::size_t kUnknownsShown = 25;

Cell actions_cell(const View& view, const Shortfall& shortfall) {
  std::vector<std::string> titles =
      open_actions_for(view.accounts[shortfall.account], shortfall.requirement.id);
  if (titles.empty()) return Text{say(Msg::portfolio_no_action, view.language), {}};
  return TextList{std::move(titles)};
}

Table shortfall_table(const View& view, const std::vector<Shortfall>& shortfalls) {
  Table table;
  table.caption = say(Msg::portfolio_section_shortfalls, view.language);
  table.columns = {text_column("name", field_label(view, "name")),
                   text_column("requirement", field_label(view, "requirement")),
                   number_column("importance", field_label(view, "importance")),
                   number_column("fulfilment", say(Msg::report_fulfilled, view.language)),
                   number_column("lost_points", field_label(view, "lost_points")),
                   number_column("weighted", say(Msg::portfolio_weighted, view.language)),
                   text_column("action", field_label(view, "action"))};
  for (std::size_t i = 0; i < std::min(kShortfallsShown, shortfalls.size()); ++i) {
    const Shortfall& shortfall = shortfalls[i];
    const Account& account = view.accounts[shortfall.account];
    table.rows.push_back(
        {account_cell(account), Text{requirement_label(view, account, shortfall.requirement.id), {}},
         rating_cell(shortfall.requirement.importance), rating_cell(shortfall.requirement.fulfilment),
         points_cell(shortfall.requirement.lost_points), Points{shortfall.weighted, false},
         actions_cell(view, shortfall)});
  }
  return table;
}

Cell customer_cell(const View& view, const AgendaItem& open) {
  const Account& account = view.accounts[open.account];
  if (!is_former(account)) return account_cell(account);
  return Text{say(Msg::portfolio_name_former, view.language, {account.name}), page_of(account.id)};
}

Table action_table(const View& view, std::span<const AgendaItem> open) {
  Table table;
  table.caption = say(Msg::portfolio_section_actions, view.language);
  table.columns = {
      text_column("due", field_label(view, "due")), text_column("owner", field_label(view, "owner")),
      text_column("name", field_label(view, "name")), text_column("action", field_label(view, "action")),
      text_column("state", say(Msg::action_state, view.language))};
  table.columns[3].naming = Naming::names_row;
  for (const AgendaItem& item : open)
    table.rows.push_back({date_cell(item.due), text_cell(item.owner), customer_cell(view, item),
                          text_cell(item.title), open_state(item.due, view)});
  return table;
}

struct OwnerCount {
  std::string owner;
  int open = 0;
  int overdue = 0;
};

// Most overdue first, then most open; where nobody is responsible, last.
Table owner_table(const View& view, const std::vector<AgendaItem>& open) {
  std::map<std::string, OwnerCount> by_owner;
  for (const AgendaItem& item : open) {
    OwnerCount& count = by_owner[item.owner];
    count.owner = item.owner;
    ++count.open;
    count.overdue += is_overdue(item.due, view.as_of);
  }
  std::vector<OwnerCount> counts;
  for (const auto& [owner, count] : by_owner) counts.push_back(count);
  std::ranges::stable_sort(counts, {}, [](const OwnerCount& count) {
    return std::tuple(count.owner.empty(), -count.overdue, -count.open);
  });
  Table table;
  table.caption = say(Msg::portfolio_actions_by_owner, view.language);
  table.columns = {text_column("owner", field_label(view, "owner")),
                   number_column("open_actions", field_label(view, "open_actions")),
                   number_column("overdue_actions", field_label(view, "overdue_actions"))};
  for (const OwnerCount& count : counts)
    table.rows.push_back({text_cell(count.owner), Count{count.open}, Count{count.overdue}});
  return table;
}

// The most urgent, and where there are more, how many and who is responsible for all of them.
Blocks open_action_blocks(const View& view, const std::vector<AgendaItem>& open) {
  const std::span<const AgendaItem> all(open);
  if (open.size() <= kActionsShown) return {action_table(view, all)};
  const auto rest = all.subspan(kActionsShown);
  const auto overdue = std::ranges::count_if(
      rest, [&view](const AgendaItem& item) { return is_overdue(item.due, view.as_of); });
  return {action_table(view, all.first(kActionsShown)),
          plain_paragraph(
              say(Msg::portfolio_more_actions, view.language,
                  {std::to_string(kActionsShown), std::to_string(rest.size()), std::to_string(overdue)})),
          plain_paragraph(say(Msg::portfolio_actions_by_owner, view.language)), owner_table(view, open)};
}

std::string what_is_unknown(const View& view, const AccountScores& scores) {
  switch (assessment_state(scores)) {
    case AssessmentState::missing:
      return say(Msg::portfolio_state_unassessed, view.language);
    case AssessmentState::stale:
      return say(Msg::portfolio_state_stale, view.language,
                 {std::to_string(days_between(*scores.last_assessed, view.as_of))});
    case AssessmentState::fresh:
      break;
  }
  return {};
}

struct Unassessed {
  std::vector<std::size_t> accounts;  // by rank
  int missing = 0;                    // of those beyond the shown ones
  int stale = 0;
};

Unassessed find_unassessed(const View& view) {
  Unassessed found;
  for (const std::size_t account : current_accounts(view)) {
    const AssessmentState state = assessment_state(view.scores.accounts[account]);
    if (state == AssessmentState::fresh) continue;
    found.accounts.push_back(account);
    if (found.accounts.size() <= kUnknownsShown) continue;
    found.missing += state == AssessmentState::missing;
    found.stale += state == AssessmentState::stale;
  }
  return found;
}

Table unknown_table(const View& view, const Unassessed& unassessed) {
  Table table;
  table.caption = say(Msg::portfolio_section_unknown, view.language);
  table.columns = {text_column("name", field_label(view, "name")),
                   text_column("state", say(Msg::action_state, view.language)),
                   text_column("last_assessed", field_label(view, "last_assessed")),
                   number_column("completeness", field_label(view, "completeness")),
                   text_column("manager", field_label(view, "manager"))};
  for (std::size_t i = 0; i < std::min(kUnknownsShown, unassessed.accounts.size()); ++i) {
    const std::size_t index = unassessed.accounts[i];
    const AccountScores& scores = view.scores.accounts[index];
    table.rows.push_back({account_cell(view.accounts[index]), Text{what_is_unknown(view, scores), {}},
                          date_cell(scores.last_assessed), Percent{scores.completeness.score, 0},
                          text_cell(view.accounts[index].manager)});
  }
  return table;
}

}  // namespace

void add_portfolio_shortfalls(Document& document, const View& view) {
  const Language language = view.language;
  if (current_accounts(view).empty()) return;
  const std::vector<Shortfall> shortfalls = weighted_shortfalls(view);
  Blocks blocks;
  if (shortfalls.empty()) {
    blocks.emplace_back(plain_paragraph(say(Msg::portfolio_no_shortfalls, language)));
  } else {
    blocks.emplace_back(plain_paragraph(say(Msg::portfolio_shortfalls, language)));
    blocks.emplace_back(shortfall_table(view, shortfalls));
  }
  const std::vector<std::size_t> unweighted = unweighted_accounts(view);
  if (!unweighted.empty())
    blocks.emplace_back(
        plain_paragraph(say(Msg::portfolio_unweighted, language,
                            {join_names(first_names(account_names(view, unweighted), language), language)})));
  add_section(document, say(Msg::portfolio_section_shortfalls, language), std::move(blocks));
}

void add_portfolio_actions(Document& document, const View& view) {
  const Language language = view.language;
  const std::vector<AgendaItem> open = open_actions(view);
  Blocks blocks;
  if (open.empty())
    blocks.emplace_back(plain_paragraph(say(Msg::portfolio_no_actions, language)));
  else
    blocks = open_action_blocks(view, open);
  add_section(document, say(Msg::portfolio_section_actions, language), std::move(blocks));
}

void add_portfolio_unknowns(Document& document, const View& view) {
  const Language language = view.language;
  if (current_accounts(view).empty()) return;
  const Unassessed unassessed = find_unassessed(view);
  Table table = unknown_table(view, unassessed);
  Blocks blocks;
  if (table.rows.empty())
    blocks.emplace_back(plain_paragraph(say(Msg::portfolio_all_assessed, language)));
  else
    blocks.emplace_back(std::move(table));
  if (unassessed.accounts.size() > kUnknownsShown)
    blocks.emplace_back(plain_paragraph(
        say(Msg::portfolio_more_unknown, language,
            {std::to_string(kUnknownsShown), std::to_string(unassessed.accounts.size() - kUnknownsShown),
             std::to_string(unassessed.missing), std::to_string(unassessed.stale)})));
  add_section(document, say(Msg::portfolio_section_unknown, language), std::move(blocks));
}

}  // namespace kam
