#include "score/abc.hpp"
#include "score/potentials.hpp"
#include "score/ranking.hpp"

namespace kam {

namespace {

void count_abc(PortfolioSummary& summary, Abc abc) {
  switch (abc) {
    case Abc::a:
      ++summary.abc_a;
      return;
    case Abc::b:
      ++summary.abc_b;
      return;
    case Abc::c:
      ++summary.abc_c;
      return;
  }
}

void count_qualification(PortfolioSummary& summary, Qualification qualification) {
  switch (qualification) {
    case Qualification::unknown:
      ++summary.not_yet_known;
      return;
    case Qualification::key_account:
      ++summary.key_accounts;
      return;
    case Qualification::candidate:
      ++summary.candidates;
      return;
    case Qualification::regular:
      ++summary.regulars;
      return;
  }
}

// A former customer is still one of the files, and its actions are still to be done; it counts in nothing
// else.
void add_account(PortfolioSummary& summary, const Account& account, const AccountScores& scores) {
  ++summary.accounts;
  summary.open_actions += scores.open_actions;
  summary.overdue_actions += scores.overdue_actions;
  if (account.status == Status::former) return;
  if (scores.abc) count_abc(summary, *scores.abc);
  count_qualification(summary, scores.qualification);
  if (!scores.fulfilment.score) ++summary.unassessed;
  if (scores.stale) ++summary.stale;
  add_known(summary.expected_value, scores.expected_value);
  add_known(summary.white_space, scores.white_space);
}

AbcAnalysis analyse_revenues(std::span<const Account> accounts, std::span<const AccountScores> scores,
                             const Settings& settings) {
  std::vector<std::optional<double>> revenues(accounts.size());
  for (std::size_t i = 0; i < accounts.size(); ++i)
    if (accounts[i].status != Status::former) revenues[i] = scores[i].figures.revenue;
  return score_abc(revenues, settings.thresholds.abc);
}

}  // namespace

PortfolioScores score_portfolio(std::span<const Account> accounts, const Settings& settings, Date as_of) {
  PortfolioScores result;
  result.accounts.reserve(accounts.size());
  for (const Account& account : accounts) result.accounts.push_back(score_account(account, settings, as_of));

  const AbcAnalysis abc = analyse_revenues(accounts, result.accounts, settings);
  for (std::size_t i = 0; i < accounts.size(); ++i) {
    result.accounts[i].revenue_share = abc.accounts[i].share;
    result.accounts[i].abc = abc.accounts[i].abc;
    add_account(result.summary, accounts[i], result.accounts[i]);
  }
  result.summary.revenue = abc.revenue;
  result.summary.share_of_largest = abc.share_of_largest;
  result.summary.share_of_three_largest = abc.share_of_three_largest;
  result.summary.herfindahl = abc.herfindahl;

  result.ranking = score_ranking(result.accounts);
  for (std::size_t place = 0; place < result.ranking.size(); ++place)
    result.accounts[result.ranking[place]].rank = static_cast<int>(place) + 1;
  return result;
}

}  // namespace kam
