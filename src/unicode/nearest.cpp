#include <algorithm>
#include <utility>
#include <vector>

#include "kam/unicode/unicode.hpp"

namespace kam {

namespace {

// Letters. A longer text is nothing that somebody mistyped, and comparing takes time by the square.
constexpr std::size_t kLongest = 128;

// Optimal string alignment: insertions, deletions, replacements and swaps of neighbours cost one each.
std::size_t edit_distance(const std::u32string& a, const std::u32string& b) {
  std::vector<std::size_t> before_last(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> cost(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    cost[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      cost[j] = std::min({last[j] + 1, cost[j - 1] + 1, replaced});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        cost[j] = std::min(cost[j], before_last[j - 2] + 1);
    }
    std::swap(before_last, last);
    std::swap(last, cost);
  }
  return last[b.size()];
}

// The letters, unless there are too many.
std::u32string letters_of(std::string_view text) {
  constexpr std::size_t kBytesPerLetter = 4;
  return text.size() > kLongest * kBytesPerLetter ? std::u32string(kLongest + 1, U' ') : decode_utf8(text);
}

template <class Candidates>
std::optional<std::string> find_nearest(std::string_view word, const Candidates& candidates) {
  const std::u32string wanted = letters_of(word);
  if (wanted.size() > kLongest) return std::nullopt;
  std::optional<std::string> best;
  std::size_t best_distance = 0;
  for (const std::string_view candidate : candidates) {
    const std::u32string letters = letters_of(candidate);
    const auto [shorter, longer] = std::minmax({wanted.size(), letters.size()});
    const std::size_t most = std::max<std::size_t>(1, longer / 3);
    if (longer > kLongest || longer - shorter > most) continue;
    const std::size_t distance = edit_distance(wanted, letters);
    if (distance > most) continue;
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

std::optional<std::string> Suggestions::find(const std::string& word) {
  if (const auto known = found_.find(word); known != found_.end()) return known->second;
  if (found_.size() >= kMost) return std::nullopt;
  return found_.emplace(word, nearest(word, candidates_)).first->second;
}

}  // namespace kam
