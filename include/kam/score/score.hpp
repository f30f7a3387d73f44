#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "kam/model/account.hpp"
#include "kam/model/date.hpp"
#include "kam/model/settings.hpp"

namespace kam {

// Every score of scoring.md. Pure: the same account, settings and day give the same scores. Scores and
// coverages are percentages from 0 to 100, unrounded; what is not known is absent. Nothing dated after
// `as_of` counts.

enum class RatingSource { rated, measured, unknown };

// One criterion of attractiveness or partnership, or one area of collaboration.
struct CriterionScore {
  std::string id;
  double weight = 1;
  RatingSource source = RatingSource::unknown;
  std::optional<double> rating;   // 0 to scale; of an area its intensity
  std::optional<double> value;    // the measured value, where the criterion has a measure and it is known
  std::optional<int> value_year;  // the year it was taken from
  std::optional<double> points;  // 100·w·r / (max·Σw(known)): what it adds to the score; Σ points = score
  std::string reason;            // the account's own words, where it gives them
};

// Weighted scoring model (Scoring-Modell): score = 100·Σw·r / (max·Σw) over the known, coverage = share of
// weight known.
struct WeightedScore {
  std::optional<double> score;
  std::optional<double> coverage;        // absent where all weights are zero or the catalogue is empty
  std::vector<CriterionScore> criteria;  // every one of kam.yaml, in its order
};

struct RequirementScore {
  std::string id;
  std::optional<double> importance;   // the latest of the perspective on or before as_of
  std::optional<double> fulfilment;   // likewise
  std::optional<double> lost_points;  // 100·i·(max − f) / (max·Σi), over those with both
  std::optional<double> gap;          // i − f
  std::optional<ImportanceQuadrant> quadrant;
  std::optional<double> best_competitor;  // the latest given
  std::string note;                       // the latest given
  std::optional<Date> rated_on;           // the later of the days importance and fulfilment were given
};

// Fulfilment of requirements (customer satisfaction index) as one perspective sees it.
struct PerspectiveScore {
  std::optional<double> score;  // 100·Σi·f / (max·Σi)
  std::optional<double>
      coverage;   // share of the portfolio's and the account's own requirements that have both
  int rated = 0;  // number of requirements with both
  int total = 0;  // number of all
  std::vector<RequirementScore> requirements;  // every one: the portfolio's, then the account's own
  double crosshair_importance = 0;             // the one used; with `mean` and `median` of these requirements
  double crosshair_fulfilment = 0;
};

struct FulfilmentScore {
  std::optional<Perspective>
      perspective;              // whose view the headline is: the customer's where there is one, else own
  std::optional<double> score;  // of that perspective
  std::optional<double> coverage;
  PerspectiveScore customer;
  PerspectiveScore own;
  std::optional<double> perception_gap;  // own − customer
  // The headline's requirements; without a headline the customer's (all unrated).
  const PerspectiveScore& headline() const { return perspective == Perspective::own ? own : customer; }
};

struct FulfilmentPoint {  // fulfilment of one perspective as of the day of one of its assessments
  Date date;
  Perspective perspective = Perspective::customer;
  double score = 0;
};

struct OpenQuestions {
  double score = 0;  // 100 × answered / 21
  int answered = 0;
  int total = 0;
  std::vector<std::string> open;  // question ids, in scoring.md's order
};

struct FigureSummary {  // the latest year ≤ as_of's that has what is needed
  std::optional<int> revenue_year;
  std::optional<double> revenue;
  std::optional<double> revenue_growth;  // percent
  std::optional<double> contribution_margin;
  std::optional<double> contribution_margin_ratio;
  std::optional<double> profit;
  std::optional<double> share_of_wallet;
};

// Something a key account manager should act on. Codes, with what `subjects` and `numbers` hold:
//   no-fixed-contact         –
//   assessment-missing       –                                       no fulfilment of either perspective
//   customer-never-asked     –                                       own view only
//   assessment-stale         date (ISO)               days since
//   requirement-gap          requirement id           importance, fulfilment, lost points: `concentrate_here`
//   in the
//                                                     headline and no open action names it
//   overdue-action           title, owner, due (ISO)  days overdue; owner may be empty
//   own-view-too-rosy        –                        perception gap, from 15 up
//   decision-maker-critical  name, attitude id        a decision maker who is critic or opponent
//   no-influential-contact   –                        contacts are named, none with influence >= 80 % of the
//   scale
struct Finding {
  std::string code;
  std::vector<std::string> subjects;
  std::vector<double> numbers;
};

struct AccountScores {
  std::string id;
  FigureSummary figures;
  WeightedScore attractiveness;
  WeightedScore partnership;
  WeightedScore collaboration;
  FulfilmentScore fulfilment;
  Qualification qualification = Qualification::unknown;
  std::optional<MatrixQuadrant> quadrant;
  OpenQuestions completeness;
  std::optional<Date> last_assessed;
  bool stale = false;
  std::optional<std::string> top_gap;  // requirement id
  int open_actions = 0;
  int overdue_actions = 0;
  std::optional<double> expected_value;
  std::optional<double> white_space;
  std::vector<FulfilmentPoint> history;  // by date, customer's before own
  std::vector<Finding> findings;
  // Of the portfolio; filled by score_portfolio.
  int rank = 0;  // 1-based
  std::optional<double> revenue_share;
  std::optional<Abc> abc;
};

struct PortfolioSummary {
  int accounts = 0;
  std::optional<double> revenue;  // sum of the positive latest revenues of all but the former
  int abc_a = 0, abc_b = 0, abc_c = 0;
  std::optional<double> share_of_largest;
  std::optional<double> share_of_three_largest;
  std::optional<double> herfindahl;                                       // Σ (share/100)², 0 to 1
  int key_accounts = 0, candidates = 0, regulars = 0, not_yet_known = 0;  // by qualification
  int unassessed = 0;  // accounts (not former) without any fulfilment
  int stale = 0;
  int open_actions = 0;
  int overdue_actions = 0;
  std::optional<double> expected_value;
  std::optional<double> white_space;
};

struct PortfolioScores {
  std::vector<AccountScores> accounts;  // in the order of the accounts given
  std::vector<std::size_t> ranking;     // indices into `accounts`, by rank
  PortfolioSummary summary;
};

AccountScores score_account(const Account& account, const Settings& settings, Date as_of);
PortfolioScores score_portfolio(std::span<const Account> accounts, const Settings& settings, Date as_of);

// The value of a measure for the latest year <= as_of's that has every figure it needs (scoring.md).
struct MeasuredValue {
  double value = 0;
  int year = 0;
};
std::optional<MeasuredValue> measure_value(const Account& account, Measure measure, Date as_of);

// Whether an open action is overdue on that day.
bool is_overdue(const Action& action, Date as_of);

// The ids of the 21 questions, in scoring.md's order.
std::span<const std::string_view> question_ids();

}  // namespace kam
