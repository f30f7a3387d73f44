#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "kam/score/score.hpp"

namespace kam {

// How scores moved over time: by assessments, from one state of the files, and over several states of them.

enum class Period { quarter, year };

// The last day of the quarter or year that the day lies in.
Date find_period_end(Date day, Period period);

// Of each perspective the last point in each period, in the order given.
std::vector<FulfilmentPoint> pick_period_ends(std::span<const FulfilmentPoint> history, Period period);

// What a point changed against the one before of the same perspective; nothing for the first.
std::vector<std::optional<double>> score_changes(std::span<const FulfilmentPoint> history);

// The plain mean of one perspective's fulfilment over the accounts that have one by that day, each counting
// the same, since no weight of customers is defined. Former customers, by today's status, are not in it.
struct MeanPoint {
  Date date;  // the period's end; of the one that as_of lies in, as_of
  Perspective perspective = Perspective::customer;
  double score = 0;
  int accounts = 0;  // that it rests on
};
// One of each perspective for each period in which one of the accounts was assessed; by date, customer's
// before own. Assessments that are out of date count as they do on a single day.
std::vector<MeanPoint> score_mean_history(std::span<const Account> accounts,
                                          std::span<const AccountScores> scores, Period period, Date as_of);

// ---- states of the files, such as commits ----

// What is kept of an account's scores in one state.
struct PastAccount {
  std::string id;
  bool readable = true;  // else nothing of it is known
  std::string name{};
  std::optional<Status> status{};
  std::optional<double> revenue{};
  std::optional<double> attractiveness{};
  std::optional<double> attractiveness_coverage{};
  std::optional<double> partnership{};
  std::optional<double> partnership_coverage{};
  Qualification qualification = Qualification::unknown;
  std::optional<Perspective> perspective{};
  std::optional<double> fulfilment{};
  std::optional<double> fulfilment_coverage{};
  std::optional<double> completeness{};
  std::string renamed_from{};  // the id that the same customer had in the state before; mostly empty
  bool operator==(const PastAccount&) const = default;
};
PastAccount keep_account(const Account& account, const AccountScores& scores);

// The plain means over the accounts that have such a score, without former customers.
struct PortfolioMeans {
  std::optional<double> attractiveness;
  std::optional<double> fulfilment;  // of the headlines
  std::optional<double> completeness;
  bool operator==(const PortfolioMeans&) const = default;
};
PortfolioMeans score_means(std::span<const PastAccount> accounts);

// A state that the files went through, such as a commit, scored as of its day.
struct PastState {
  std::string commit;  // its id in full
  Date day;
  std::vector<std::string> tags{};
  std::string subject{};
  std::size_t errors = 0;  // of its files; with any of them nothing is known of the portfolio
  std::vector<std::string> model_changes{};  // against the state before (list_changed_model_parts)
  std::optional<PortfolioSummary> summary{};
  PortfolioMeans means{};
  std::vector<PastAccount> accounts{};  // those asked for, by id, as far as the state has them
};

// The parts of kam.yaml that a state's values depend on and that differ (compare_models), by their keys in
// the file: `scale`, `currency`, `attractiveness`, `partnership`, `collaboration`, `requirements`,
// `thresholds`. Labels and offerings are no part of it.
std::vector<std::string> list_changed_model_parts(const Settings& before, const Settings& after);

}  // namespace kam
