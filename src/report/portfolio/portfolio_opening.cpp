#include "kam/text/format.hpp"
#include "kam/text/messages.hpp"
#include "report/measures.hpp"
#include "report/portfolio/portfolio.hpp"

namespace kam {
namespace {

// Nothing where there is nobody of whom to say it.
std::string say_some(Msg one, Msg many, int count, Language language) {
  return count == 0 ? std::string() : say_count(one, many, count, language);
}

std::string how_many(const View& view, const Totals& totals) {
  const std::string accounts =
      say_count(Msg::portfolio_customer, Msg::portfolio_customers, totals.accounts, view.language);
  const std::string day = format_date(view.as_of, view.language);
  if (!view.scores.summary.revenue)
    return join_sentences({say(Msg::portfolio_opening, view.language, {day, accounts}),
                           say(Msg::portfolio_no_revenue, view.language)});
  const std::string revenue =
      format_money(*view.scores.summary.revenue, view.settings.currency, view.language);
  return say(Msg::portfolio_opening_revenue, view.language, {day, accounts, revenue});
}

std::string revenue_gaps(const View& view, const Totals& totals) {
  if (!view.scores.summary.revenue) return {};
  return say_some(Msg::portfolio_revenue_unknown_one, Msg::portfolio_revenue_unknown, totals.revenue_unknown,
                  view.language);
}

// The account that holds the largest share; of equals the best ranked.
std::optional<std::size_t> largest_account(const View& view) {
  std::optional<std::size_t> largest;
  for (const std::size_t account : current_accounts(view)) {
    const auto& share = view.scores.accounts[account].revenue_share;
    if (!share || *share <= 0) continue;
    if (!largest || *share > *view.scores.accounts[*largest].revenue_share) largest = account;
  }
  return largest;
}

std::string concentration(const View& view, const Totals& totals) {
  const auto largest = largest_account(view);
  if (!largest || !view.scores.summary.share_of_three_largest) return {};
  const std::string& name = view.accounts[*largest].name;
  const std::string share = percent_text(*view.scores.accounts[*largest].revenue_share, view.language);
  if (totals.accounts - totals.revenue_unknown <= 3)
    return say(Msg::portfolio_largest, view.language, {name, share});
  return say(Msg::portfolio_largest_three, view.language,
             {name, share, percent_text(*view.scores.summary.share_of_three_largest, view.language)});
}

std::string qualifications(const View& view, const Totals& totals) {
  const Language language = view.language;
  const std::string key_accounts =
      totals.key_accounts == 0
          ? say(Msg::portfolio_key_account_none, language)
          : say_count(Msg::portfolio_key_account, Msg::portfolio_key_accounts, totals.key_accounts, language);
  return join_sentences(
      {key_accounts,
       say_some(Msg::portfolio_candidate, Msg::portfolio_candidates, totals.candidates, language),
       say_some(Msg::portfolio_not_yet_known_one, Msg::portfolio_not_yet_known, totals.not_yet_known,
                language)});
}

std::string most_urgent_action(const View& view) {
  const std::vector<AgendaItem> open = open_actions(view);
  if (open.empty() || !is_overdue(open.front().due, view.as_of)) return {};
  const AgendaItem& longest = open.front();
  return say(Msg::portfolio_urgent_action, view.language,
             {longest.title, view.accounts[longest.account].name, format_date(*longest.due, view.language)});
}

std::string most_urgent_shortfall(const View& view) {
  const std::vector<Shortfall> shortfalls = weighted_shortfalls(view);
  if (shortfalls.empty()) return {};
  const Shortfall& worst = shortfalls.front();
  const Account& account = view.accounts[worst.account];
  return say(Msg::portfolio_urgent_shortfall, view.language,
             {account.name, requirement_label(view, account, worst.requirement.id)});
}

std::string overdue(const View& view) {
  return say_some(Msg::plan_overdue_action, Msg::plan_overdue_actions, view.scores.summary.overdue_actions,
                  view.language);
}

std::string unknowns(const View& view, const Totals& totals) {
  const Language language = view.language;
  return join_sentences(
      {say_some(Msg::portfolio_unassessed_one, Msg::portfolio_unassessed, totals.unassessed, language),
       say_some(Msg::portfolio_stale_one, Msg::portfolio_stale, totals.stale, language)});
}

}  // namespace

std::string portfolio_opening(const View& view) {
  if (view.accounts.empty())
    return say(Msg::portfolio_empty, view.language, {format_date(view.as_of, view.language)});
  const Totals totals = count_totals(view);
  if (totals.accounts == 0)
    return say(Msg::portfolio_only_former, view.language, {format_date(view.as_of, view.language)});
  return join_sentences({how_many(view, totals), concentration(view, totals), revenue_gaps(view, totals),
                         qualifications(view, totals), overdue(view), most_urgent_action(view),
                         most_urgent_shortfall(view), unknowns(view, totals)});
}

}  // namespace kam
