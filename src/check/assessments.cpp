#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "check/doubts.hpp"
#include "kam/model/number.hpp"

namespace kam {

namespace {

constexpr const char* kAskHint = "`kam assess ACCOUNT --sheet` prints a sheet for the customer to fill in.";

// The assessment that counts last among those that `counts` accepts.
template <class Counts>
std::optional<std::size_t> find_latest(const AccountSubject& subject, Counts counts) {
  std::optional<std::size_t> latest;
  const auto& assessments = subject.account.assessments;
  for (std::size_t i = 0; i < assessments.size(); ++i)
    if (assessments[i].date <= subject.as_of && counts(assessments[i]) &&
        (!latest || assessments[i].date >= assessments[*latest].date))
      latest = i;
  return latest;
}

// Where the headline took the requirement's fulfilment from.
Trail fulfilment_trail(const AccountSubject& subject, const std::string& requirement) {
  const auto& perspective = subject.scores.fulfilment.perspective;
  const auto latest = find_latest(subject, [&](const Assessment& assessment) {
    const auto* rating = find_by_id(assessment.ratings, requirement);
    return assessment.perspective == perspective && rating != nullptr && rating->fulfilment;
  });
  if (!latest) return {"assessments"};
  return {"assessments", *latest, "ratings", requirement, "fulfilment"};
}

std::string number(double value) {
  return format_plain_number(round_half_away(value, 2));
}

constexpr double kLargeShare = 30;  // percent of the portfolio's revenue
constexpr double kLargeJump = 0.5;  // of the contribution margin ratio, against the year before

struct NamedFigure {
  const char* key;
  std::optional<double> FigureYear::*value;
};
// What is a fact once its year is over; a plan may be of any year.
constexpr std::array kFacts{NamedFigure{"revenue", &FigureYear::revenue},
                            NamedFigure{"contribution_margin", &FigureYear::contribution_margin},
                            NamedFigure{"profit", &FigureYear::profit},
                            NamedFigure{"purchasing_volume", &FigureYear::purchasing_volume}};

Trail figure(int year, const char* key) {
  return {"figures", std::to_string(year), key};
}

bool is_margin_above_revenue(const FigureYear& figures) {
  return figures.revenue && figures.contribution_margin && *figures.contribution_margin > *figures.revenue;
}

std::optional<double> margin_ratio(const FigureYear& figures) {
  if (!figures.revenue || !figures.contribution_margin || *figures.revenue <= 0) return std::nullopt;
  if (is_margin_above_revenue(figures)) return std::nullopt;  // told already
  return 100 * *figures.contribution_margin / *figures.revenue;
}

std::string percent(double value) {
  return format_plain_number(round_half_away(value, 1)) + " %";
}

}  // namespace

Doubts find_future_assessments(const AccountSubject& subject) {
  Doubts doubts;
  const auto& assessments = subject.account.assessments;
  for (std::size_t i = 0; i < assessments.size(); ++i)
    if (assessments[i].date > subject.as_of)
      doubts.push_back({Trail{"assessments", i, "date"},
                        fmt::format("the assessment lies in the future, so it does not count: {} is after {}",
                                    format_iso_date(assessments[i].date), format_iso_date(subject.as_of)),
                        "Correct the day."});
  return doubts;
}

Doubts find_missing_assessment(const AccountSubject& subject) {
  if (findings_of(subject, FindingKind::assessment_missing).empty()) return {};
  return {{Trail{"assessments"}, "nobody has assessed how well we fulfil this customer's requirements",
           kAskHint}};
}

Doubts find_stale_assessment(const AccountSubject& subject) {
  const auto findings = findings_of(subject, FindingKind::assessment_stale);
  if (findings.empty()) return {};
  const auto latest = find_latest(subject, [](const Assessment&) { return true; });
  return {{Trail{"assessments", latest.value_or(0), "date"},
           fmt::format("the latest assessment is {} days old, more than {}",
                       number(findings.front()->numbers.at(0)), subject.settings.thresholds.stale_after_days),
           "Ask the customer again, and record it with `kam assess`."}};
}

Doubts find_customer_never_asked(const AccountSubject& subject) {
  if (findings_of(subject, FindingKind::customer_never_asked).empty()) return {};
  return {{Trail{"assessments"}, "there is our own view only: the customer was never asked", kAskHint}};
}

Doubts find_requirement_gaps(const AccountSubject& subject) {
  Doubts doubts;
  for (const auto* finding : findings_of(subject, FindingKind::requirement_gap)) {
    const auto& requirement = finding->subjects.at(0);
    doubts.push_back(
        {fulfilment_trail(subject, requirement),
         fmt::format("{} is important ({}) and badly fulfilled ({}), and no open action closes it",
                     requirement, number(finding->numbers.at(0)), number(finding->numbers.at(1))),
         "Agree on an action that names the requirement."});
  }
  return doubts;
}

Doubts find_own_view_too_rosy(const AccountSubject& subject) {
  const auto findings = findings_of(subject, FindingKind::own_view_too_rosy);
  if (findings.empty()) return {};
  const auto own = find_latest(
      subject, [](const Assessment& assessment) { return assessment.perspective == Perspective::own; });
  return {{Trail{"assessments", own.value_or(0), "perspective"},
           fmt::format("our own view is {} points above the customer's",
                       format_plain_number(round_half_away(findings.front()->numbers.at(0), 1))),
           "Talk about it in the team: the customer's view is the one that decides."}};
}

Doubts find_future_figures(const AccountSubject& subject) {
  Doubts doubts;
  const int this_year = static_cast<int>(subject.as_of.year());
  for (const auto& [year, figures] : subject.account.figures) {
    if (year <= this_year) continue;
    const auto fact = std::ranges::find_if(kFacts, [&figures = figures](const NamedFigure& named) {
      return (figures.*named.value).has_value();
    });
    if (fact == kFacts.end()) continue;
    doubts.push_back({figure(year, fact->key),
                      fmt::format("{} of {} is a figure of the future and does not count", fact->key, year),
                      fmt::format("Correct the year; a plan is written as {}: {{revenue_plan: …}}.", year)});
  }
  return doubts;
}

Doubts find_margin_above_revenue(const AccountSubject& subject) {
  Doubts doubts;
  for (const auto& [year, figures] : subject.account.figures)
    if (is_margin_above_revenue(figures))
      doubts.push_back({figure(year, "contribution_margin"),
                        fmt::format("the contribution margin {} of {} is above the revenue {}",
                                    format_plain_number(*figures.contribution_margin), year,
                                    format_plain_number(*figures.revenue)),
                        "Correct one of them: the contribution margin is a part of the revenue."});
  return doubts;
}

Doubts find_volume_below_revenue(const AccountSubject& subject) {
  Doubts doubts;
  for (const auto& [year, figures] : subject.account.figures)
    if (figures.revenue && figures.purchasing_volume && *figures.purchasing_volume < *figures.revenue)
      doubts.push_back(
          {figure(year, "purchasing_volume"),
           fmt::format("the purchasing volume {} of {} is below the revenue {}",
                       format_plain_number(*figures.purchasing_volume), year,
                       format_plain_number(*figures.revenue)),
           "Correct one of them: the volume is what the customer buys of such goods from all suppliers, us "
           "included."});
  return doubts;
}

Doubts find_margin_ratio_jumps(const AccountSubject& subject) {
  Doubts doubts;
  const auto& years = subject.account.figures;
  for (const auto& [year, figures] : years) {
    const auto before = years.find(year - 1);
    if (before == years.end()) continue;
    const auto old_ratio = margin_ratio(before->second);
    const auto new_ratio = margin_ratio(figures);
    if (!old_ratio || !new_ratio || *old_ratio <= 0) continue;
    const double change = std::abs(*new_ratio - *old_ratio) / *old_ratio;
    if (change <= kLargeJump || nearly_equal(change, kLargeJump)) continue;
    doubts.push_back({figure(year, "contribution_margin"),
                      fmt::format("the contribution margin ratio jumps from {} in {} to {} in {}",
                                  percent(*old_ratio), year - 1, percent(*new_ratio), year),
                      "Compare revenue and contribution margin of both years with the accounts."});
  }
  return doubts;
}

Doubts find_revenue_concentration(const CheckedPortfolio& portfolio) {
  const auto has_revenue = [](const AccountScores& scores) {
    return scores.revenue_share && *scores.revenue_share > 0;
  };
  if (std::ranges::count_if(portfolio.scores.accounts, has_revenue) < 2)
    return {};  // nothing to compare with
  Doubts doubts;
  for (const auto& file : portfolio.files) {
    if (!file.account) continue;
    const auto& scores = portfolio.scores.accounts[*file.account];
    if (!scores.revenue_share || *scores.revenue_share <= kLargeShare ||
        nearly_equal(*scores.revenue_share, kLargeShare))
      continue;
    doubts.push_back(
        {figure(*scores.figures.revenue_year, "revenue"),
         fmt::format("{} of the portfolio's revenue comes from this account", percent(*scores.revenue_share)),
         "Plan for the case that it leaves, and for others to grow.", file.file});
  }
  return doubts;
}

}  // namespace kam
