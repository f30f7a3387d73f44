#include "kam/model/number.hpp"
#include "kam/report/inventory.hpp"
#include "report/data_values.hpp"
#include "report/portfolio/cell_order.hpp"
#include "report/portfolio/groups.hpp"
#include "report/sums.hpp"

namespace kam {

Data build_summary_data(const PortfolioSummary& summary) {
  return Data::Record{
      {"accounts", summary.accounts},
      {"revenue", sum_data(summary.revenue)},
      {"abc", Data::Record{{"A", summary.abc_a}, {"B", summary.abc_b}, {"C", summary.abc_c}}},
      {"share_of_largest", percent_data(summary.share_of_largest)},
      {"share_of_three_largest", percent_data(summary.share_of_three_largest)},
      {"herfindahl", summary.herfindahl ? Data(round_half_away(*summary.herfindahl, 4)) : Data()},
      {"qualification", Data::Record{{"key_account", summary.key_accounts},
                                     {"candidate", summary.candidates},
                                     {"regular", summary.regulars},
                                     {"unknown", summary.not_yet_known}}},
      {"unassessed", summary.unassessed},
      {"stale", summary.stale},
      {"open_actions", summary.open_actions},
      {"overdue_actions", summary.overdue_actions},
      {"expected_value", sum_data(summary.expected_value)},
      {"white_space", sum_data(summary.white_space)}};
}

namespace {

// The value as the accounts' records have it.
Data value_data(const Cell& cell) {
  if (std::holds_alternative<Unknown>(cell)) return {};
  if (const auto* flag = std::get_if<Flag>(&cell)) return flag->value;
  if (const auto* list = std::get_if<TextList>(&cell))
    return Data::List(list->items.begin(), list->items.end());
  const auto number = cell_number(cell);
  if (!number) return cell_text(cell);
  return std::holds_alternative<Money>(cell) ? number_data(number) : percent_data(number);
}

Data group_data(const Group& group, const View& view) {
  const auto revenue = revenue_of(view, group.accounts);
  return Data::Record{{"value", value_data(group.value)},
                      {"accounts", static_cast<int>(group.accounts.size())},
                      {"revenue", sum_data(revenue)},
                      {"revenue_share", percent_data(share_of(view, revenue))}};
}

}  // namespace

Data build_inventory_data(const View& view, const InventoryQuery& query, Data::List accounts) {
  Data::Record record{{"kam", 1},
                      {"as_of", format_iso_date(view.as_of)},
                      {"company", text_data(view.settings.company)},
                      {"currency", text_data(view.settings.currency)},
                      {"summary", build_summary_data(view.scores.summary)}};
  if (query.group_by != nullptr) {
    Data::List groups;
    const auto selected = select_accounts(view, query);
    for (const auto& group : split_groups(view, *query.group_by, selected))
      groups.push_back(group_data(group, view));
    record.emplace_back("groups", std::move(groups));
  }
  record.emplace_back("accounts", std::move(accounts));
  return record;
}

}  // namespace kam
