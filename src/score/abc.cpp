#include "score/abc.hpp"

#include <algorithm>
#include <functional>
#include <numeric>

#include "kam/model/number.hpp"
#include "score/ranking.hpp"

namespace kam {

namespace {

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

}  // namespace

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

}  // namespace kam
