#include "score/ranking.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "kam/model/number.hpp"

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

}  // namespace

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

}  // namespace kam
