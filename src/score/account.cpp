#include <algorithm>
#include <functional>
#include <initializer_list>
#include <iterator>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "kam/model/number.hpp"
#include "kam/score/coverage.hpp"
#include "kam/score/score.hpp"
#include "score/actions.hpp"
#include "score/completeness.hpp"
#include "score/fulfilment.hpp"
#include "score/potentials.hpp"
#include "score/quadrants.hpp"

namespace kam {

namespace {

using Findings = std::vector<Finding>;

constexpr double kRosyFrom = 15;  // points that our own view lies above the customer's

void find_missing_contact(Findings& findings, const Account& account) {
  if (account.manager.empty()) findings.push_back({FindingKind::no_fixed_contact, {}, {}});
}

void find_assessment_gaps(Findings& findings, const Account& account, const AccountScores& scores,
                          Date as_of) {
  if (!scores.fulfilment.perspective) findings.push_back({FindingKind::assessment_missing, {}, {}});
  if (scores.fulfilment.perspective == Perspective::own &&
      !find_last_assessment(account, Perspective::customer, as_of))
    findings.push_back({FindingKind::customer_never_asked, {}, {}});
  if (scores.stale) {
    const Date last = *scores.last_assessed;
    findings.push_back({FindingKind::assessment_stale,
                        {format_iso_date(last)},
                        {static_cast<double>(days_between(last, as_of))}});
  }
}

void find_requirement_gaps(Findings& findings, const Account& account, const FulfilmentScore& fulfilment) {
  if (!fulfilment.perspective) return;
  Findings gaps;
  for (const RequirementScore& requirement : fulfilment.headline().requirements)
    if (requirement.quadrant == ImportanceQuadrant::concentrate_here &&
        !is_worked_on(account, requirement.id))
      gaps.push_back({FindingKind::requirement_gap,
                      {requirement.id},
                      {*requirement.importance, *requirement.fulfilment, *requirement.lost_points}});
  std::ranges::stable_sort(gaps, std::ranges::greater{},
                           [](const Finding& gap) { return gap.numbers.back(); });
  std::ranges::move(gaps, std::back_inserter(findings));
}

void find_overdue_actions(Findings& findings, const Account& account, Date as_of) {
  for (const Action& action : account.actions)
    if (is_overdue(action, as_of))
      findings.push_back({FindingKind::overdue_action,
                          {action.title, action.owner, format_iso_date(*action.due)},
                          {static_cast<double>(days_between(*action.due, as_of))}});
}

void find_rosy_view(Findings& findings, const FulfilmentScore& fulfilment) {
  if (fulfilment.perception_gap && reaches(*fulfilment.perception_gap, kRosyFrom))
    findings.push_back({FindingKind::own_view_too_rosy, {}, {*fulfilment.perception_gap}});
}

void find_contact_risks(Findings& findings, const Account& account, double scale) {
  for (const Contact& contact : account.contacts)
    if (contact.role == ContactRole::decision_maker &&
        (contact.attitude == Attitude::critic || contact.attitude == Attitude::opponent))
      findings.push_back(
          {FindingKind::decision_maker_critical, {contact.name, std::string(to_id(*contact.attitude))}, {}});
  const bool reach_somebody = std::ranges::any_of(
      account.contacts, [scale](const Contact& contact) { return is_influential(contact, scale); });
  if (!account.contacts.empty() && !reach_somebody)
    findings.push_back({FindingKind::no_influential_contact, {}, {}});
}

// From the account and what has been scored of it already.
std::vector<Finding> score_findings(const Account& account, const Settings& settings,
                                    const AccountScores& scores, Date as_of) {
  Findings findings;
  find_missing_contact(findings, account);
  find_assessment_gaps(findings, account, scores, as_of);
  find_requirement_gaps(findings, account, scores.fulfilment);
  find_overdue_actions(findings, account, as_of);
  find_rosy_view(findings, scores.fulfilment);
  find_contact_risks(findings, account, settings.scale);
  return findings;
}

std::optional<double> rate_by_steps(double value, const std::vector<double>& steps, double scale) {
  if (steps.empty()) return std::nullopt;
  const auto reached = std::ranges::count_if(steps, [&](double step) { return reaches(value, step); });
  return scale * static_cast<double>(reached) / static_cast<double>(steps.size());
}

void rate(CriterionScore& score, std::optional<double> rating, RatingSource source) {
  if (score.rating || !rating) return;
  score.rating = rating;
  score.source = source;
}

CriterionScore score_criterion(const Criterion& criterion, const ById<Rating>& ratings,
                               const Account& account, double scale, Date as_of) {
  CriterionScore score;
  score.id = criterion.id;
  score.weight = criterion.weight;
  if (const Rating* own = find_by_id(ratings, criterion.id)) {
    rate(score, own->rating, RatingSource::rated);
    score.reason = own->reason;
  }
  if (!criterion.measure) return score;
  if (const auto measured = measure_value(account, *criterion.measure, as_of)) {
    score.value = measured->value;
    score.value_year = measured->year;
    rate(score, rate_by_steps(measured->value, criterion.steps, scale), RatingSource::measured);
  }
  return score;
}

WeightedScore weigh(IdList<CriterionScore> criteria, double scale) {
  double weight_of_all = 0;
  double weight_of_known = 0;
  double weighted_ratings = 0;
  for (const CriterionScore& criterion : criteria) {
    weight_of_all += criterion.weight;
    if (!criterion.rating) continue;
    weight_of_known += criterion.weight;
    weighted_ratings += criterion.weight * *criterion.rating;
  }
  WeightedScore result;
  if (weight_of_all > 0) result.coverage = 100 * weight_of_known / weight_of_all;
  if (weight_of_known > 0) {
    const double highest = scale * weight_of_known;
    result.score = 100 * weighted_ratings / highest;
    for (CriterionScore& criterion : criteria)
      if (criterion.rating) criterion.points = 100 * criterion.weight * *criterion.rating / highest;
  }
  result.criteria = std::move(criteria);
  return result;
}

WeightedScore score_criteria(const CriterionList& criteria, const ById<Rating>& ratings,
                             const Account& account, double scale, Date as_of) {
  IdList<CriterionScore> scores;
  scores.reserve(criteria.size());
  for (const Criterion& criterion : criteria)
    scores.push_back(score_criterion(criterion, ratings, account, scale, as_of));
  return weigh(std::move(scores), scale);
}

WeightedScore score_attractiveness(const Account& account, const Settings& settings, Date as_of) {
  return score_criteria(settings.attractiveness, account.attractiveness, account, settings.scale, as_of);
}

WeightedScore score_partnership(const Account& account, const Settings& settings, Date as_of) {
  return score_criteria(settings.partnership, account.partnership, account, settings.scale, as_of);
}

WeightedScore score_collaboration(const Account& account, const Settings& settings) {
  IdList<CriterionScore> areas;
  areas.reserve(settings.collaboration.size());
  for (const Criterion& area : settings.collaboration) {
    CriterionScore score;
    score.id = area.id;
    score.weight = area.weight;
    if (const CollaborationArea* own = find_by_id(account.collaboration, area.id))
      rate(score, own->intensity, RatingSource::rated);
    areas.push_back(std::move(score));
  }
  return weigh(std::move(areas), settings.scale);
}

using Figure = std::optional<double> FigureYear::*;
using Year = std::map<int, FigureYear>::value_type;

// The latest year up to as_of's in which all the figures are known, or null.
const Year* find_latest_year(const Account& account, std::initializer_list<Figure> figures, Date as_of) {
  auto year = account.figures.upper_bound(static_cast<int>(as_of.year()));
  while (year != account.figures.begin()) {
    --year;
    const FigureYear& known = year->second;
    if (std::ranges::all_of(figures, [&](Figure figure) { return (known.*figure).has_value(); }))
      return &*year;
  }
  return nullptr;
}

std::optional<MeasuredValue> measure_figure(const Account& account, Figure figure, Date as_of) {
  const Year* year = find_latest_year(account, {figure}, as_of);
  if (year == nullptr) return std::nullopt;
  return MeasuredValue{*(year->second.*figure), year->first};
}

std::optional<MeasuredValue> measure_ratio(const Account& account, Figure dividend, Figure divisor,
                                           Date as_of) {
  const Year* year = find_latest_year(account, {dividend, divisor}, as_of);
  if (year == nullptr || reaches(0, *(year->second.*divisor))) return std::nullopt;
  return MeasuredValue{100 * *(year->second.*dividend) / *(year->second.*divisor), year->first};
}

std::optional<MeasuredValue> measure_growth(const Account& account, Date as_of) {
  const Year* latest = find_latest_year(account, {&FigureYear::revenue}, as_of);
  if (latest == nullptr) return std::nullopt;
  const auto before = account.figures.find(latest->first - 1);
  if (before == account.figures.end() || !before->second.revenue) return std::nullopt;
  const double old_revenue = *before->second.revenue;
  if (reaches(0, old_revenue)) return std::nullopt;
  return MeasuredValue{100 * (*latest->second.revenue - old_revenue) / old_revenue, latest->first};
}

FigureSummary score_figures(const Account& account, Date as_of) {
  const auto value_of = [&](Measure measure) -> std::optional<double> {
    const auto measured = measure_value(account, measure, as_of);
    if (!measured) return std::nullopt;
    return measured->value;
  };
  FigureSummary figures;
  if (const auto revenue = measure_value(account, Measure::revenue, as_of)) {
    figures.revenue_year = revenue->year;
    figures.revenue = revenue->value;
  }
  figures.revenue_growth = value_of(Measure::revenue_growth);
  figures.contribution_margin = value_of(Measure::contribution_margin);
  figures.contribution_margin_ratio = value_of(Measure::contribution_margin_ratio);
  figures.profit = value_of(Measure::profit);
  figures.share_of_wallet = value_of(Measure::share_of_wallet);
  return figures;
}

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

AccountScores score_account(const Account& account, const Settings& settings, Date as_of) {
  const Thresholds& thresholds = settings.thresholds;
  AccountScores scores;
  scores.id = account.id;
  scores.figures = score_figures(account, as_of);
  scores.attractiveness = score_attractiveness(account, settings, as_of);
  scores.partnership = score_partnership(account, settings, as_of);
  scores.collaboration = score_collaboration(account, settings);
  scores.fulfilment = score_fulfilment(account, settings, as_of);
  scores.qualification = score_qualification(scores.attractiveness, scores.partnership, thresholds);
  scores.quadrant = score_quadrant(scores.attractiveness.score, scores.fulfilment.score, thresholds);
  scores.completeness = score_completeness(account, settings, scores, as_of);
  scores.last_assessed = std::max(find_last_assessment(account, Perspective::customer, as_of),
                                  find_last_assessment(account, Perspective::own, as_of));
  scores.stale =
      scores.last_assessed && days_between(*scores.last_assessed, as_of) > thresholds.stale_after_days;
  scores.top_gap = find_top_gap(scores.fulfilment.headline().requirements);
  scores.open_actions = count_open_actions(account);
  scores.overdue_actions = count_overdue_actions(account, as_of);
  scores.expected_value = sum_expected_values(account);
  scores.white_space = sum_white_space(account);
  scores.history = score_history(account, settings, as_of);
  scores.findings = score_findings(account, settings, scores, as_of);
  return scores;
}

std::optional<MeasuredValue> measure_value(const Account& account, Measure measure, Date as_of) {
  switch (measure) {
    case Measure::revenue:
      return measure_figure(account, &FigureYear::revenue, as_of);
    case Measure::contribution_margin:
      return measure_figure(account, &FigureYear::contribution_margin, as_of);
    case Measure::profit:
      return measure_figure(account, &FigureYear::profit, as_of);
    case Measure::contribution_margin_ratio:
      return measure_ratio(account, &FigureYear::contribution_margin, &FigureYear::revenue, as_of);
    case Measure::revenue_growth:
      return measure_growth(account, as_of);
    case Measure::share_of_wallet:
      return measure_ratio(account, &FigureYear::revenue, &FigureYear::purchasing_volume, as_of);
  }
  return std::nullopt;
}

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
