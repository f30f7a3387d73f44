#include "report/portfolio/summary.hpp"

#include "kam/text/format.hpp"
#include "kam/text/messages.hpp"
#include "report/portfolio/groups.hpp"
#include "report/sections.hpp"

namespace kam {

namespace {

void add_part(std::string& line, const std::string& part) {
  if (!line.empty()) line += " · ";
  line += part;
}

}  // namespace

std::string portfolio_line(const View& view, std::span<const std::size_t> shown) {
  const auto language = view.language;
  const auto& summary = view.scores.summary;
  const auto money = [&](double value) { return format_money(value, view.settings.currency, language); };
  const auto percent = [&](double value) { return format_percent(value, 0, language); };
  if (shown.size() < view.accounts.size()) {
    auto line = say(Msg::accounts_shown, language,
                    {std::to_string(shown.size()),
                     say_count(Msg::accounts_one, Msg::accounts_many, summary.accounts, language)});
    const auto revenue = revenue_of(view, shown);
    if (const auto share = share_of(view, revenue))
      add_part(line, say(Msg::revenue_total_share, language, {money(*revenue), percent(*share)}));
    return line;
  }
  auto line = say_count(Msg::accounts_one, Msg::accounts_many, summary.accounts, language);
  if (!summary.revenue) return line;
  add_part(line, say(Msg::revenue_total, language, {money(*summary.revenue)}));
  add_part(line, say(Msg::abc_counts, language,
                     {std::to_string(summary.abc_a), std::to_string(summary.abc_b),
                      std::to_string(summary.abc_c)}));
  if (summary.share_of_largest && summary.share_of_three_largest)
    add_part(line, say(Msg::concentration, language,
                       {percent(*summary.share_of_largest), percent(*summary.share_of_three_largest)}));
  return line;
}

std::string portfolio_remarks(const View& view, std::span<const std::size_t> shown) {
  int unassessed = 0;
  int stale = 0;
  int overdue = 0;
  for (const auto account : shown) {
    const auto& scores = view.scores.accounts[account];
    overdue += scores.overdue_actions;
    if (is_former(view.accounts[account])) continue;
    if (!scores.fulfilment.score) ++unassessed;
    if (scores.stale) ++stale;
  }
  std::string line;
  if (unassessed > 0)
    add_part(line, say_count(Msg::unassessed_one, Msg::unassessed_many, unassessed, view.language));
  if (stale > 0) add_part(line, say_count(Msg::stale_one, Msg::stale_many, stale, view.language));
  if (overdue > 0) add_part(line, say_count(Msg::overdue_one, Msg::overdue_many, overdue, view.language));
  return line;
}

}  // namespace kam
