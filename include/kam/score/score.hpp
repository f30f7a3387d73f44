#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "kam/model/account.hpp"
#include "kam/model/date.hpp"
#include "kam/model/id_list.hpp"
#include "kam/model/settings.hpp"
#include "kam/score/finding.hpp"

namespace kam {

// Every score of kam-assess(1), SCORING. Pure: the same account, settings and day give the same scores.
// Scores and coverages are percentages from 0 to 100, unrounded; what is not known is absent, never zero.
// `max` is the portfolio's scale, ratings run from 0 to it. Comparisons take values that differ by less than
// 1e-9 as equal.
//
// Nothing dated after `as_of` counts: neither the figures of later years nor later assessments. Due dates are
// plans, not facts, so potentials and actions, which carry no other date, count as the file has them.
//
// What kam.yaml lacks does not count: criteria, areas and requirements (but those of the account's own).

// One criterion of attractiveness or partnership, or one area of collaboration.
// Rated where the account gives a rating itself; else measured: max × steps reached / number of steps, a step
// being reached at value >= step. A measure without steps rates nothing.
struct CriterionScore {
  std::string id;
  double weight = 1;  // relative, >= 0
  RatingSource source = RatingSource::unknown;
  std::optional<double> rating;  // 0 to scale; of an area its intensity
  std::optional<double> value;   // the measured value where the criterion has a measure and it is known, even
                                 // where the account's own rating goes before it
  std::optional<int> value_year;  // the year it was taken from
  std::optional<double> points;  // 100·w·r / (max·Σw(known)): what it adds to the score; Σ points = score
  std::string reason;            // the account's own words, where it gives them
};

// Weighted scoring model (Scoring-Modell): score = 100·Σw·r / (max·Σw) over the known.
struct WeightedScore {
  std::optional<double> score;      // absent where nothing of weight is known
  std::optional<double> coverage;   // 100·Σw(known) / Σw(all); absent where the latter is zero
  IdList<CriterionScore> criteria;  // every one of kam.yaml, in its order
};

// One requirement as one perspective sees it. Importance and fulfilment are taken separately: each is the
// latest that an assessment on or before the day gives (same date: the later in the file).
struct RequirementScore {
  std::string id;
  std::optional<double> importance;  // i, 0 to scale
  std::optional<double> fulfilment;  // f, 0 to scale
  std::optional<double> lost_points;  // 100·i·(max − f) / (max·Σi) over those with both; Σ = 100 − score
  std::optional<double> gap;  // i − f; positive: less than it matters. Only with both, as the quadrant
  std::optional<ImportanceQuadrant> quadrant;
  std::optional<double> best_competitor;  // the latest given, 0 to scale
  std::string note;                       // the latest given
  std::optional<Date> rated_on;           // the later of the days importance and fulfilment were given
};

// Fulfilment of requirements (Erfüllungsgrad) as one perspective sees it: the importance-weighted customer
// satisfaction index of Hill, Brierley & MacDougall, How to Measure Customer Satisfaction (Gower, 1999). The
// quadrants are those of Martilla & James, Importance-Performance Analysis, Journal of Marketing 41(1), 1977.
struct PerspectiveScore {
  std::optional<double> score;     // 100·Σi·f / (max·Σi) over those with both; absent where Σi = 0
  std::optional<double> coverage;  // 100·rated / total; absent where there is no requirement at all
  int rated = 0;                   // number of requirements with both
  int total = 0;                   // number of all
  // Every one: the portfolio's, then the account's own; one that repeats a portfolio's id counts once, there.
  IdList<RequirementScore> requirements;
  // The cross-hair used, 0 to scale; a value on it is high. `mean` and `median` are of this perspective's
  // requirements that have both, 0 where there is none.
  double crosshair_importance = 0;
  double crosshair_fulfilment = 0;
};

struct FulfilmentScore {
  // Whose view the headline is: the customer's where it has a score, else own where that has one.
  std::optional<Perspective> perspective;
  std::optional<double> score;     // of that perspective
  std::optional<double> coverage;  // of headline()
  PerspectiveScore customer;
  PerspectiveScore own;
  std::optional<double> perception_gap;  // own − customer in points, -100 to 100 (Selbstbild/Fremdbild)
  // The headline's requirements; without a headline the customer's.
  const PerspectiveScore& headline() const { return perspective == Perspective::own ? own : customer; }
};

// Fulfilment of one perspective as of the day of one of its assessments; days on which there is no score yet
// are left out.
struct FulfilmentPoint {
  Date date;
  Perspective perspective = Perspective::customer;
  double score = 0;
  double coverage{};                   // percent of the requirements that have both values by then
  std::vector<std::string> sources{};  // of that day's assessments, in the file's order; without empty ones
};

// The handbook's questions, answered or open. A question on a criterion counts as answered by a rating of the
// account's own; all_requirements_rated is open where nothing is rated, even if the catalogue is empty.
struct OpenQuestions {
  double score = 0;  // 100 × answered / 21
  int answered = 0;
  int total = 0;
  std::vector<std::string> open;  // question ids, in the handbook's order
};

// Each the measure of that name (see measure_value), so that they may come from different years.
struct FigureSummary {
  std::optional<int> revenue_year;  // the revenue's
  std::optional<double> revenue;
  std::optional<double> revenue_growth;  // percent
  std::optional<double> contribution_margin;
  std::optional<double> contribution_margin_ratio;  // percent
  std::optional<double> profit;
  std::optional<double> share_of_wallet;  // percent
};

struct AccountScores {
  std::string id;
  FigureSummary figures;
  WeightedScore attractiveness;
  WeightedScore partnership;
  WeightedScore collaboration;
  FulfilmentScore fulfilment;
  // Unknown where attractiveness or partnership is, or where less than 50 % of its weight is known.
  Qualification qualification = Qualification::unknown;
  // Portfolio matrix: attractiveness against strength = fulfilment (after McDonald & Woodburn, Key Account
  // Management, 2007). A value on its threshold is high.
  std::optional<MatrixQuadrant> quadrant;
  OpenQuestions completeness;
  std::optional<Date> last_assessed;  // the latest assessment of either perspective
  bool stale = false;                 // last_assessed is more than stale_after_days ago
  // The headline's requirement with most lost points, of equals the first; absent where no points are lost.
  std::optional<std::string> top_gap;
  int open_actions = 0;
  int overdue_actions = 0;
  std::optional<double> expected_value;  // Σ of the open potentials that have one
  std::optional<double> white_space;     // Σ of the offerings that have one
  std::vector<FulfilmentPoint> history;  // by date, customer's before own
  std::vector<Finding> findings;
  // Of the portfolio; filled by score_portfolio.
  int rank = 0;  // 1-based: by attractiveness, then revenue, highest first and unknown last each; then id
  // Percent of the summary's revenue, 0 where the account's is not positive; and the class that the share of
  // all accounts with strictly more gives, so that equals share it. Both absent without a revenue and for
  // `former`.
  std::optional<double> revenue_share;
  std::optional<Abc> abc;
};

// Former customers count in `accounts`, `open_actions` and `overdue_actions` only.
struct PortfolioSummary {
  int accounts = 0;
  // Sum of the positive latest revenues; absent where no revenue is known.
  std::optional<double> revenue;
  int abc_a = 0, abc_b = 0, abc_c = 0;
  // Concentration, absent where no revenue is positive. Percent; of fewer than three accounts, of all.
  std::optional<double> share_of_largest;
  std::optional<double> share_of_three_largest;
  std::optional<double> herfindahl;                                       // Σ (share/100)², 0 to 1
  int key_accounts = 0, candidates = 0, regulars = 0, not_yet_known = 0;  // by qualification
  int unassessed = 0;                                                     // without any fulfilment
  int stale = 0;  // whose last assessment is out of date
  int open_actions = 0;
  int overdue_actions = 0;
  std::optional<double> expected_value;  // Σ of the accounts that have one, absent where none has
  std::optional<double> white_space;     // likewise
};

struct PortfolioScores {
  std::vector<AccountScores> accounts;  // in the order of the accounts given
  std::vector<std::size_t> ranking;     // indices into `accounts`, by rank
  PortfolioSummary summary;
};

AccountScores score_account(const Account& account, const Settings& settings, Date as_of);
PortfolioScores score_portfolio(std::span<const Account> accounts, const Settings& settings, Date as_of);

// The value of a measure for the latest year <= as_of's that has every figure it needs: money, or percent.
//   revenue_growth             100·(new − old) / old, of the latest year with revenue and the year before it
//   share_of_wallet            100·revenue / purchasing volume, of one year
//   contribution_margin_ratio  100·contribution margin / revenue, of one year
// Nothing where such a year is missing, or where what is divided by is <= 0 in it: an earlier year does not
// stand in for it.
struct MeasuredValue {
  double value = 0;
  int year = 0;
};
std::optional<MeasuredValue> measure_value(const Account& account, Measure measure, Date as_of);

// Value × probability / 100 of an open potential that has both.
std::optional<double> score_expected_value(const Potential& potential);

// Potential − current, not below 0, of an offering that has both.
std::optional<double> score_white_space(const OfferingPosition& offering);

// Whether what is open is overdue on that day: due before it. A closed action never is.
bool is_overdue(std::optional<Date> due, Date as_of);
bool is_overdue(const Action& action, Date as_of);

// The ids of the 21 questions, in the handbook's order.
std::span<const std::string_view> question_ids();

}  // namespace kam
