#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "check/doubts.hpp"

namespace kam {

namespace {

struct WeightedSection {
  const char* key;
  CriterionList Settings::*criteria;
};
constexpr std::array kWeightedSections{WeightedSection{"attractiveness", &Settings::attractiveness},
                                       WeightedSection{"partnership", &Settings::partnership},
                                       WeightedSection{"collaboration", &Settings::collaboration}};

}  // namespace

Doubts find_zero_weights(const CheckedPortfolio& portfolio) {
  Doubts doubts;
  if (portfolio.settings == nullptr) return doubts;
  for (const auto& section : kWeightedSections) {
    const auto& criteria = portfolio.settings->*section.criteria;
    const auto weighs_nothing = [](const Criterion& criterion) { return criterion.weight == 0; };
    if (criteria.empty() || !std::ranges::all_of(criteria, weighs_nothing)) continue;
    doubts.push_back({Trail{section.key},
                      fmt::format("all weights of {} are zero, so no account has a score", section.key),
                      "Give what counts a weight above zero; without weight: each counts once.",
                      portfolio.files.front().file});
  }
  return doubts;
}

}  // namespace kam
