#include "report/actions.hpp"

#include <algorithm>
#include <utility>

#include "kam/text/messages/report.hpp"
#include "report/cells.hpp"

namespace kam {

bool is_due_before(std::optional<Date> a, std::optional<Date> b) {
  if (!a || !b) return a.has_value() && !b.has_value();
  return *a < *b;
}

std::vector<Action> sorted_actions(const Account& account) {
  std::vector<Action> actions = account.actions;
  std::ranges::stable_sort(actions, [](const Action& a, const Action& b) {
    if (a.status != b.status) return a.status < b.status;
    return a.status == ActionStatus::open && is_due_before(a.due, b.due);
  });
  return actions;
}

Term open_state(std::optional<Date> due, const View& view) {
  const Language language = view.language;
  if (is_overdue(due, view.as_of)) {
    const int days = days_between(*due, view.as_of);
    return Term{"overdue", say_count(msg::action_overdue_day, msg::action_overdue_days, days, language),
                Band::red};
  }
  const std::string open(to_id(ActionStatus::open));
  if (due == view.as_of) return Term{open, say(msg::action_due_today, language), Band::amber};
  return Term{open, std::string(label_of(ActionStatus::open, language))};
}

Term action_state(const Action& action, const View& view) {
  if (action.status == ActionStatus::open) return open_state(action.due, view);
  return Term{std::string(to_id(action.status)), std::string(label_of(action.status, view.language))};
}

std::vector<std::string> open_actions_for(const Account& account, std::string_view requirement) {
  std::vector<std::string> titles;
  for (const Action& action : sorted_actions(account))
    if (action.status == ActionStatus::open && action.requirement == requirement)
      titles.push_back(action.title);
  return titles;
}

Blocks action_blocks(const AccountView& of, std::string requirement_title) {
  if (of.account.actions.empty()) return {};
  const View& view = of.view;
  Table table;
  table.caption = field_label(view, "actions");
  table.columns = {text_column("action", field_label(view, "action")),
                   text_column("requirement", std::move(requirement_title)),
                   text_column("owner", field_label(view, "owner")),
                   text_column("due", field_label(view, "due")),
                   text_column("state", say(msg::action_state, view.language))};
  for (const Action& action : sorted_actions(of.account)) {
    const std::string requirement =
        action.requirement.empty() ? std::string() : requirement_label(view, of.account, action.requirement);
    table.rows.push_back({text_cell(action.title), text_cell(requirement), text_cell(action.owner),
                          date_cell(action.due), action_state(action, view)});
  }
  drop_unknown_columns(table);
  return {std::move(table)};
}

}  // namespace kam
