#include <algorithm>
#include <vector>

#include "kam/unicode/unicode.hpp"

namespace kam {

namespace {

// Optimal string alignment: insertions, deletions, replacements and swaps of neighbours cost one each.
std::size_t edit_distance(const std::u32string& a, const std::u32string& b) {
  std::vector<std::vector<std::size_t>> cost(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) cost[i][0] = i;
  for (std::size_t j = 0; j <= b.size(); ++j) cost[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = cost[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      cost[i][j] = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1, replaced});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
    }
  }
  return cost[a.size()][b.size()];
}

template <class Candidates>
std::optional<std::string> find_nearest(std::string_view word, const Candidates& candidates) {
  const std::u32string wanted = decode_utf8(word);
  std::optional<std::string> best;
  std::size_t best_distance = 0;
  for (const std::string_view candidate : candidates) {
    const std::u32string letters = decode_utf8(candidate);
    const std::size_t longer = std::max(wanted.size(), letters.size());
    const std::size_t distance = edit_distance(wanted, letters);
    if (distance > std::max<std::size_t>(1, longer / 3)) continue;
    if (!best || distance < best_distance) {
      best = candidate;
      best_distance = distance;
    }
  }
  return best;
}

}  // namespace

std::optional<std::string> nearest(std::string_view word, std::span<const std::string> candidates) {
  return find_nearest(word, candidates);
}

std::optional<std::string> nearest(std::string_view word, std::span<const std::string_view> candidates) {
  return find_nearest(word, candidates);
}

}  // namespace kam
