#include <algorithm>
#include <array>
#include <cstddef>
#include <functional>
#include <numeric>
#include <optional>
#include <span>
#include <tuple>
#include <vector>

#include "kam/model/number.hpp"
#include "kam/score/score.hpp"
#include "score/potentials.hpp"
#include "score/quadrants.hpp"

namespace kam {

namespace {

std::vector<std::size_t> count_up(std::size_t size) {
  std::vector<std::size_t> indices(size);
  std::iota(indices.begin(), indices.end(), std::size_t{0});
  return indices;
}

bool share_a_tier(const std::optional<double>& a, const std::optional<double>& b) {
  if (!a || !b) return a.has_value() == b.has_value();
  return nearly_equal(*a, *b);
}

// The tier of each value: 0 for the highest, then 1 …; unknown ones come last. Values that differ by less
// than 1e-9 from a neighbour share a tier, so that tiers, unlike `nearly_equal`, order any list.
std::vector<std::size_t> sort_into_tiers(std::span<const std::optional<double>> values) {
  auto order = count_up(values.size());
  std::ranges::sort(order, [&](std::size_t a, std::size_t b) { return values[a] > values[b]; });
  std::vector<std::size_t> tiers(values.size());
  for (std::size_t i = 1; i < order.size(); ++i) {
    const bool shared = share_a_tier(values[order[i - 1]], values[order[i]]);
    tiers[order[i]] = tiers[order[i - 1]] + (shared ? 0 : 1);
  }
  return tiers;
}

// The indices of the accounts by rank: attractiveness, revenue, id.
std::vector<std::size_t> score_ranking(std::span<const AccountScores> accounts) {
  std::vector<std::optional<double>> attractiveness;
  std::vector<std::optional<double>> revenue;
  for (const AccountScores& account : accounts) {
    attractiveness.push_back(account.attractiveness.score);
    revenue.push_back(account.figures.revenue);
  }
  const auto by_attractiveness = sort_into_tiers(attractiveness);
  const auto by_revenue = sort_into_tiers(revenue);
  auto ranking = count_up(accounts.size());
  std::ranges::sort(ranking, [&](std::size_t a, std::size_t b) {
    return std::tie(by_attractiveness[a], by_revenue[a], accounts[a].id) <
           std::tie(by_attractiveness[b], by_revenue[b], accounts[b].id);
  });
  return ranking;
}

struct AbcScore {
  std::optional<double> share;  // percent
  std::optional<Abc> abc;
};

struct AbcAnalysis {
  std::optional<double> revenue;   // sum of the positive ones; absent where none is known
  std::vector<AbcScore> accounts;  // in the order of the revenues given
  std::optional<double> share_of_largest;
  std::optional<double> share_of_three_largest;
  std::optional<double> herfindahl;
};

Abc classify(double share_of_larger, const std::array<double, 2>& limits) {
  if (!reaches(share_of_larger, limits[0])) return Abc::a;
  return reaches(share_of_larger, limits[1]) ? Abc::c : Abc::b;
}

// Largest first, so that the sums do not depend on the order of the accounts.
std::vector<double> sort_positive(std::span<const std::optional<double>> revenues) {
  std::vector<double> sorted;
  for (const auto& revenue : revenues)
    if (revenue && *revenue > 0) sorted.push_back(*revenue);
  std::ranges::sort(sorted, std::ranges::greater{});
  return sorted;
}

// By tier, the sum of the positive revenues in the tiers above it.
std::vector<double> sum_above(std::span<const std::optional<double>> revenues,
                              std::span<const std::size_t> tiers) {
  std::vector<double> sums(revenues.size());
  for (std::size_t i = 0; i < revenues.size(); ++i) sums[tiers[i]] += std::max(0.0, revenues[i].value_or(0));
  std::exclusive_scan(sums.begin(), sums.end(), sums.begin(), 0.0);
  return sums;
}

void score_concentration(AbcAnalysis& analysis, const std::vector<double>& sorted, double total) {
  double herfindahl = 0;
  for (const double revenue : sorted) herfindahl += revenue / total * (revenue / total);
  const auto three = sorted.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(3, sorted.size()));
  analysis.share_of_largest = 100 * sorted.front() / total;
  analysis.share_of_three_largest = 100 * std::accumulate(sorted.begin(), three, 0.0) / total;
  analysis.herfindahl = herfindahl;
}

// ABC classes and concentration of revenues (Pareto). `revenues`: one an account, absent where it is not
// known or does not take part. `limits`: percent, where A and where B ends.
AbcAnalysis score_abc(std::span<const std::optional<double>> revenues, const std::array<double, 2>& limits) {
  AbcAnalysis analysis;
  analysis.accounts.resize(revenues.size());
  const auto sorted = sort_positive(revenues);
  const double total = std::accumulate(sorted.begin(), sorted.end(), 0.0);
  const auto tiers = sort_into_tiers(revenues);
  const auto above = sum_above(revenues, tiers);
  for (std::size_t i = 0; i < revenues.size(); ++i) {
    if (!revenues[i]) continue;
    analysis.revenue = total;
    if (*revenues[i] > 0)
      analysis.accounts[i] = {100 * *revenues[i] / total, classify(100 * above[tiers[i]] / total, limits)};
    else
      analysis.accounts[i] = {0, Abc::c};
  }
  if (!sorted.empty()) score_concentration(analysis, sorted, total);
  return analysis;
}

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

// Of the weight, in percent: with less known a score does not qualify an account.
constexpr double kCoverageNeeded = 50;

double mean(const std::vector<double>& values) {
  if (values.empty()) return 0;
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

double median(std::vector<double> values) {
  if (values.empty()) return 0;
  std::ranges::sort(values);
  const std::size_t upper = values.size() / 2;
  const std::size_t lower = (values.size() - 1) / 2;
  return (values[lower] + values[upper]) / 2;
}

// The cross-hair's place on one axis.
double place_crosshair(Crosshair::Kind kind, double fixed, const std::vector<double>& values, double scale) {
  switch (kind) {
    case Crosshair::Kind::fixed:
      return fixed;
    case Crosshair::Kind::mean:
      return mean(values);
    case Crosshair::Kind::median:
      return median(values);
    case Crosshair::Kind::midpoint:
      return scale / 2;
  }
  return fixed;
}

ImportanceQuadrant choose_quadrant(bool important, bool fulfilled) {
  if (important) return fulfilled ? ImportanceQuadrant::keep_up : ImportanceQuadrant::concentrate_here;
  return fulfilled ? ImportanceQuadrant::possible_overkill : ImportanceQuadrant::low_priority;
}

bool is_too_little_known(const WeightedScore& weighted) {
  return !weighted.score || !weighted.coverage || !reaches(*weighted.coverage, kCoverageNeeded);
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

void place_in_quadrants(PerspectiveScore& perspective, const Settings& settings) {
  std::vector<double> importances;
  std::vector<double> fulfilments;
  for (const RequirementScore& requirement : perspective.requirements) {
    if (!requirement.importance || !requirement.fulfilment) continue;
    importances.push_back(*requirement.importance);
    fulfilments.push_back(*requirement.fulfilment);
  }
  const Crosshair& crosshair = settings.thresholds.crosshair;
  perspective.crosshair_importance =
      place_crosshair(crosshair.kind, crosshair.importance, importances, settings.scale);
  perspective.crosshair_fulfilment =
      place_crosshair(crosshair.kind, crosshair.fulfilment, fulfilments, settings.scale);
  for (RequirementScore& requirement : perspective.requirements)
    if (requirement.importance && requirement.fulfilment)
      requirement.quadrant =
          choose_quadrant(reaches(*requirement.importance, perspective.crosshair_importance),
                          reaches(*requirement.fulfilment, perspective.crosshair_fulfilment));
}

std::optional<MatrixQuadrant> score_quadrant(std::optional<double> attractiveness,
                                             std::optional<double> strength, const Thresholds& thresholds) {
  if (!attractiveness || !strength) return std::nullopt;
  const bool strong = reaches(*strength, thresholds.matrix_strength);
  if (reaches(*attractiveness, thresholds.matrix_attractiveness))
    return strong ? MatrixQuadrant::strategic : MatrixQuadrant::star;
  return strong ? MatrixQuadrant::status : MatrixQuadrant::streamline;
}

Qualification score_qualification(const WeightedScore& attractiveness, const WeightedScore& partnership,
                                  const Thresholds& thresholds) {
  if (is_too_little_known(attractiveness) || is_too_little_known(partnership)) return Qualification::unknown;
  if (!reaches(*attractiveness.score, thresholds.key_account_attractiveness)) return Qualification::regular;
  return reaches(*partnership.score, thresholds.key_account_partnership) ? Qualification::key_account
                                                                         : Qualification::candidate;
}

}  // namespace kam
