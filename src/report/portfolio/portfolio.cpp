#include "report/portfolio/portfolio.hpp"

#include <algorithm>
#include <tuple>

#include "kam/model/number.hpp"
#include "kam/report/page_names.hpp"
#include "kam/text/messages.hpp"
#include "report/actions.hpp"
#include "report/pages.hpp"

namespace kam {
namespace {

enum class Standing { current, former };

std::vector<std::size_t> accounts_by_rank(const View& view, Standing standing) {
  std::vector<std::size_t> accounts;
  for (const std::size_t account : view.scores.ranking)
    if (is_former(view.accounts[account]) == (standing == Standing::former)) accounts.push_back(account);
  return accounts;
}

bool loses_points(const RequirementScore& requirement) {
  return requirement.lost_points && *requirement.lost_points > 0;
}

}  // namespace

std::vector<std::size_t> current_accounts(const View& view) {
  return accounts_by_rank(view, Standing::current);
}

std::vector<std::size_t> former_accounts(const View& view) {
  return accounts_by_rank(view, Standing::former);
}

Totals count_totals(const View& view) {
  Totals totals;
  for (const std::size_t account : current_accounts(view)) {
    const AccountScores& scores = view.scores.accounts[account];
    ++totals.accounts;
    totals.key_accounts += scores.qualification == Qualification::key_account;
    totals.candidates += scores.qualification == Qualification::candidate;
    totals.regulars += scores.qualification == Qualification::regular;
    totals.not_yet_known += scores.qualification == Qualification::unknown;
    totals.revenue_unknown += !scores.figures.revenue;
    totals.unassessed += !scores.fulfilment.score;
    totals.stale += scores.stale;
  }
  return totals;
}

std::vector<Shortfall> weighted_shortfalls(const View& view) {
  std::vector<Shortfall> shortfalls;
  for (const std::size_t account : current_accounts(view)) {
    const AccountScores& scores = view.scores.accounts[account];
    if (!scores.attractiveness.score) continue;
    for (const RequirementScore& requirement : scores.fulfilment.headline().requirements)
      if (loses_points(requirement))
        shortfalls.push_back(
            {account, requirement, *requirement.lost_points * *scores.attractiveness.score / 100});
  }
  std::ranges::stable_sort(shortfalls, [](const Shortfall& a, const Shortfall& b) {
    return a.weighted > b.weighted && !nearly_equal(a.weighted, b.weighted);
  });
  return shortfalls;
}

std::vector<std::size_t> unweighted_accounts(const View& view) {
  std::vector<std::size_t> accounts;
  for (const std::size_t account : current_accounts(view)) {
    const AccountScores& scores = view.scores.accounts[account];
    if (scores.attractiveness.score) continue;
    if (std::ranges::any_of(scores.fulfilment.headline().requirements, loses_points))
      accounts.push_back(account);
  }
  return accounts;
}

std::vector<AgendaItem> open_actions(const View& view) {
  std::vector<AgendaItem> open =
      find_agenda(view.accounts, view.scores.accounts, view.settings.thresholds, view.as_of);
  std::erase_if(open, [](const AgendaItem& item) { return item.kind != AgendaKind::action; });
  std::ranges::stable_sort(open, [&view](const AgendaItem& a, const AgendaItem& b) {
    if (a.due != b.due) return is_due_before(a.due, b.due);
    const auto rest = [&view](const AgendaItem& item) {
      return std::tuple(item.owner.empty(), std::string_view(item.owner),
                        std::string_view(view.accounts[item.account].name));
    };
    return rest(a) < rest(b);
  });
  return open;
}

Span account_link(const View& view, std::size_t account) {
  return Span{Span::Kind::link, view.accounts[account].name, page_of(view.accounts[account].id)};
}

std::vector<std::string> account_names(const View& view, const std::vector<std::size_t>& accounts) {
  std::vector<std::string> names;
  for (const std::size_t account : accounts) names.push_back(view.accounts[account].name);
  return names;
}

Document build_portfolio_report(const View& view) {
  const std::string& company = view.settings.company;
  Document document =
      new_page(view, company.empty() ? say(Msg::portfolio_title, view.language)
                                     : say(Msg::portfolio_title_of, view.language, {company}));
  document.subtitle = {amounts_line(view)};
  document.blocks.emplace_back(plain_paragraph(portfolio_opening(view)));
  if (view.accounts.empty()) return document;
  add_portfolio_summary(document, view);
  add_portfolio_accounts(document, view);
  add_portfolio_matrix(document, view);
  add_portfolio_trend(document, view);
  add_portfolio_concentration(document, view);
  add_portfolio_shortfalls(document, view);
  add_portfolio_white_space(document, view);
  add_portfolio_actions(document, view);
  add_portfolio_unknowns(document, view);
  add_portfolio_former(document, view);
  return document;
}

}  // namespace kam
