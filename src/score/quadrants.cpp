#include "score/quadrants.hpp"

#include <algorithm>
#include <numeric>

#include "kam/model/number.hpp"

namespace kam {

namespace {

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
