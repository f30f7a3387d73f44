#include "score/fulfilment.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "kam/model/number.hpp"
#include "score/quadrants.hpp"

namespace kam {

namespace {

// By date, those of one date in the file's order: whatever a later one gives replaces what stood before.
std::vector<const Assessment*> sort_assessments(const Account& account, Perspective perspective, Date as_of) {
  std::vector<const Assessment*> assessments;
  for (const Assessment& assessment : account.assessments)
    if (assessment.perspective == perspective && assessment.date <= as_of) assessments.push_back(&assessment);
  std::ranges::stable_sort(assessments, {}, &Assessment::date);
  return assessments;
}

// The requirements of one perspective while its assessments are read one after the other.
class RequirementRoll {
 public:
  RequirementRoll(const Account& account, const Settings& settings) : scale_(settings.scale) {
    add(settings.requirements);
    add(account.requirements);
  }

  void take(const Assessment& assessment) {
    for (const auto& [id, rating] : assessment.ratings) {
      const auto found = places_.find(id);
      if (found != places_.end()) take(requirements_[found->second], rating, assessment.date);
    }
  }

  // 100·Σi·f / (max·Σi), as far as it has come.
  std::optional<double> score() const {
    const double importances = sum_importances();
    if (importances <= 0) return std::nullopt;
    double weighted_fulfilments = 0;
    for (const RequirementScore& requirement : requirements_)
      if (is_rated(requirement)) weighted_fulfilments += *requirement.importance * *requirement.fulfilment;
    return 100 * weighted_fulfilments / (scale_ * importances);
  }

  int count_rated() const { return static_cast<int>(std::ranges::count_if(requirements_, is_rated)); }

  // 100·rated / total, as far as it has come; nothing where there is no requirement.
  std::optional<double> coverage() const {
    if (requirements_.empty()) return std::nullopt;
    return 100.0 * count_rated() / static_cast<double>(requirements_.size());
  }

  PerspectiveScore finish() && {
    PerspectiveScore result;
    result.score = score();
    result.total = static_cast<int>(requirements_.size());
    result.rated = count_rated();
    result.coverage = coverage();
    compare_values();
    result.requirements = std::move(requirements_);
    return result;
  }

 private:
  static bool is_rated(const RequirementScore& requirement) {
    return requirement.importance && requirement.fulfilment;
  }

  void add(const EntryList& catalogue) {
    for (const CatalogueEntry& entry : catalogue) {
      if (!places_.emplace(entry.id, requirements_.size()).second) continue;
      requirements_.emplace_back().id = entry.id;
    }
  }

  static void take(RequirementScore& requirement, const RequirementRating& rating, Date date) {
    if (rating.importance) requirement.importance = rating.importance;
    if (rating.fulfilment) requirement.fulfilment = rating.fulfilment;
    if (rating.importance || rating.fulfilment) requirement.rated_on = date;
    if (rating.best_competitor) requirement.best_competitor = rating.best_competitor;
    if (!rating.note.empty()) requirement.note = rating.note;
  }

  double sum_importances() const {
    double sum = 0;
    for (const RequirementScore& requirement : requirements_)
      if (is_rated(requirement)) sum += *requirement.importance;
    return sum;
  }

  void compare_values() {
    const double importances = sum_importances();
    for (RequirementScore& requirement : requirements_) {
      if (!is_rated(requirement)) continue;
      const double importance = *requirement.importance;
      const double fulfilment = *requirement.fulfilment;
      requirement.gap = importance - fulfilment;
      if (importances > 0)
        requirement.lost_points = 100 * importance * (scale_ - fulfilment) / (scale_ * importances);
    }
  }

  double scale_;
  IdList<RequirementScore> requirements_;
  std::unordered_map<std::string_view, std::size_t>
      places_;  // keys are the catalogues' ids, which outlive it
};

PerspectiveScore score_perspective(const Account& account, const Settings& settings, Perspective perspective,
                                   Date as_of) {
  RequirementRoll roll(account, settings);
  for (const Assessment* assessment : sort_assessments(account, perspective, as_of)) roll.take(*assessment);
  PerspectiveScore score = std::move(roll).finish();
  place_in_quadrants(score, settings);
  return score;
}

void add_history(std::vector<FulfilmentPoint>& history, const Account& account, const Settings& settings,
                 Perspective perspective, Date as_of) {
  RequirementRoll roll(account, settings);
  const auto assessments = sort_assessments(account, perspective, as_of);
  std::vector<std::string> sources;
  for (std::size_t i = 0; i < assessments.size(); ++i) {
    const Date date = assessments[i]->date;
    roll.take(*assessments[i]);
    if (!assessments[i]->source.empty()) sources.push_back(assessments[i]->source);
    const bool day_is_over = i + 1 == assessments.size() || assessments[i + 1]->date != date;
    if (!day_is_over) continue;
    if (const auto score = roll.score())
      history.push_back({date, perspective, *score, roll.coverage().value_or(0), sources});
    sources.clear();
  }
}

}  // namespace

FulfilmentScore score_fulfilment(const Account& account, const Settings& settings, Date as_of) {
  FulfilmentScore result;
  result.customer = score_perspective(account, settings, Perspective::customer, as_of);
  result.own = score_perspective(account, settings, Perspective::own, as_of);
  if (result.customer.score)
    result.perspective = Perspective::customer;
  else if (result.own.score)
    result.perspective = Perspective::own;
  result.score = result.headline().score;
  result.coverage = result.headline().coverage;
  if (result.customer.score && result.own.score)
    result.perception_gap = *result.own.score - *result.customer.score;
  return result;
}

std::vector<FulfilmentPoint> score_history(const Account& account, const Settings& settings, Date as_of) {
  std::vector<FulfilmentPoint> history;
  add_history(history, account, settings, Perspective::customer, as_of);
  add_history(history, account, settings, Perspective::own, as_of);
  std::ranges::stable_sort(history, {}, &FulfilmentPoint::date);
  return history;
}

std::optional<Date> find_last_assessment(const Account& account, Perspective perspective, Date as_of) {
  const auto assessments = sort_assessments(account, perspective, as_of);
  if (assessments.empty()) return std::nullopt;
  return assessments.back()->date;
}

std::optional<std::string> find_top_gap(const std::vector<RequirementScore>& requirements) {
  const RequirementScore* top = nullptr;
  double most = 0;
  for (const RequirementScore& requirement : requirements) {
    if (!requirement.lost_points || reaches(most, *requirement.lost_points)) continue;
    top = &requirement;
    most = *requirement.lost_points;
  }
  if (top == nullptr) return std::nullopt;
  return top->id;
}

}  // namespace kam
