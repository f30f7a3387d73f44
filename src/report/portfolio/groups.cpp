#include "report/portfolio/groups.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "kam/text/format.hpp"
#include "kam/text/messages.hpp"
#include "report/portfolio/cell_order.hpp"

namespace kam {

std::vector<Group> split_groups(const View& view, const InventoryColumn& column,
                                std::span<const std::size_t> accounts) {
  std::vector<Group> groups;
  for (const auto account : accounts) {
    auto value = column.cell(view, account);
    if (groups.empty() || groups.back().value != value) groups.push_back({std::move(value), {}});
    groups.back().accounts.push_back(account);
  }
  return groups;
}

std::string group_title(const Group& group, const View& view) {
  if (std::holds_alternative<Unknown>(group.value)) return say(Msg::group_unknown, view.language);
  if (const auto* term = std::get_if<Term>(&group.value)) return term->label;
  if (const auto* flag = std::get_if<Flag>(&group.value)) return flag->label;
  if (const auto* date = std::get_if<Date>(&group.value)) return format_date(*date, view.language);
  if (const auto* list = std::get_if<TextList>(&group.value))
    return fmt::format("{}", fmt::join(list->items, ", "));
  const auto number = cell_number(group.value);
  const bool counted = std::holds_alternative<Count>(group.value);  // a year is never grouped
  return number && !counted ? format_trimmed(*number, 2, view.language) : cell_text(group.value);
}

std::optional<double> revenue_of(const View& view, std::span<const std::size_t> accounts) {
  std::optional<double> sum;
  for (const auto account : accounts) {
    const auto& revenue = view.scores.accounts[account].figures.revenue;
    if (view.accounts[account].status != Status::former && revenue && *revenue > 0)
      sum = sum.value_or(0) + *revenue;
  }
  return sum;
}

std::optional<double> share_of(const View& view, std::optional<double> revenue) {
  const auto& total = view.scores.summary.revenue;
  if (!revenue || !total || *total <= 0) return std::nullopt;
  return 100 * *revenue / *total;
}

std::string group_line(const Group& group, const View& view) {
  const auto language = view.language;
  auto line = say_count(Msg::accounts_one, Msg::accounts_many, static_cast<long long>(group.accounts.size()),
                        language);
  const auto revenue = revenue_of(view, group.accounts);
  if (const auto share = share_of(view, revenue))
    line += " · " + say(Msg::revenue_total_share, language,
                        {format_money(*revenue, view.settings.currency, language),
                         format_percent(*share, 0, language)});
  return line;
}

}  // namespace kam
