#include <algorithm>

#include "kam/text/format.hpp"
#include "kam/text/messages.hpp"
#include "report/actions.hpp"
#include "report/cells.hpp"
#include "report/portfolio.hpp"

namespace kam {
namespace {

constexpr std::size_t kShortfallsShown = 10;

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
  return Text{say(Msg::portfolio_name_former, view.language, {account.name}), account.id};
}

Table action_table(const View& view, const std::vector<AgendaItem>& open) {
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

Table unknown_table(const View& view) {
  Table table;
  table.caption = say(Msg::portfolio_section_unknown, view.language);
  table.columns = {text_column("name", field_label(view, "name")),
                   text_column("state", say(Msg::action_state, view.language)),
                   text_column("last_assessed", field_label(view, "last_assessed")),
                   number_column("completeness", field_label(view, "completeness")),
                   text_column("manager", field_label(view, "manager"))};
  for (const std::size_t index : current_accounts(view)) {
    const AccountScores& scores = view.scores.accounts[index];
    const std::string state = what_is_unknown(view, scores);
    if (state.empty()) continue;
    table.rows.push_back({account_cell(view.accounts[index]), Text{state, {}},
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
    blocks.emplace_back(plain_paragraph(
        say(Msg::portfolio_unweighted, language, {join_names(account_names(view, unweighted), language)})));
  add_section(document, say(Msg::portfolio_section_shortfalls, language), std::move(blocks));
}

void add_portfolio_actions(Document& document, const View& view) {
  const Language language = view.language;
  const std::vector<AgendaItem> open = open_actions(view);
  Blocks blocks;
  if (open.empty())
    blocks.emplace_back(plain_paragraph(say(Msg::portfolio_no_actions, language)));
  else
    blocks.emplace_back(action_table(view, open));
  add_section(document, say(Msg::portfolio_section_actions, language), std::move(blocks));
}

void add_portfolio_unknowns(Document& document, const View& view) {
  const Language language = view.language;
  if (current_accounts(view).empty()) return;
  Table table = unknown_table(view);
  Blocks blocks;
  if (table.rows.empty())
    blocks.emplace_back(plain_paragraph(say(Msg::portfolio_all_assessed, language)));
  else
    blocks.emplace_back(std::move(table));
  add_section(document, say(Msg::portfolio_section_unknown, language), std::move(blocks));
}

}  // namespace kam
