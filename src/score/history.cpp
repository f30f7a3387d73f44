#include "kam/score/history.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "kam/score/compare.hpp"

namespace kam {

namespace {

constexpr std::array kPerspectives{Perspective::customer, Perspective::own};

// The last score of that perspective up to the day.
std::optional<double> score_on(std::span<const FulfilmentPoint> history, Perspective perspective, Date day) {
  std::optional<double> score;
  for (const FulfilmentPoint& point : history)
    if (point.perspective == perspective && point.date <= day) score = point.score;
  return score;
}

template <class Score>
std::optional<double> mean_of(std::span<const PastAccount> accounts, Score score) {
  double sum = 0;
  int count = 0;
  for (const PastAccount& account : accounts) {
    if (account.status == Status::former) continue;
    if (const std::optional<double> value = account.*score) {
      sum += *value;
      ++count;
    }
  }
  if (count == 0) return std::nullopt;
  return sum / count;
}

}  // namespace

Date find_period_end(Date day, Period period) {
  const auto month = static_cast<unsigned>(day.month());
  const unsigned last = period == Period::year ? 12 : (month + 2) / 3 * 3;
  return std::chrono::year_month_day_last{day.year(), std::chrono::month_day_last{std::chrono::month{last}}};
}

std::vector<FulfilmentPoint> pick_period_ends(std::span<const FulfilmentPoint> history, Period period) {
  std::map<std::pair<Date, Perspective>, const FulfilmentPoint*> last;
  for (const FulfilmentPoint& point : history)
    last[{find_period_end(point.date, period), point.perspective}] = &point;
  std::vector<FulfilmentPoint> picked;
  for (const FulfilmentPoint& point : history)
    if (last.at({find_period_end(point.date, period), point.perspective}) == &point) picked.push_back(point);
  return picked;
}

std::vector<std::optional<double>> score_changes(std::span<const FulfilmentPoint> history) {
  std::array<std::optional<double>, kPerspectives.size()> before;
  std::vector<std::optional<double>> changes;
  for (const FulfilmentPoint& point : history) {
    auto& last = before.at(static_cast<std::size_t>(point.perspective));
    changes.push_back(last ? std::optional(point.score - *last) : std::nullopt);
    last = point.score;
  }
  return changes;
}

std::vector<MeanPoint> score_mean_history(std::span<const Account> accounts,
                                          std::span<const AccountScores> scores, Period period, Date as_of) {
  std::set<Date> ends;
  for (std::size_t i = 0; i < accounts.size(); ++i) {
    if (accounts[i].status == Status::former) continue;
    for (const FulfilmentPoint& point : scores[i].history)
      ends.insert(std::min(find_period_end(point.date, period), as_of));
  }
  std::vector<MeanPoint> means;
  for (const Date date : ends) {
    for (const Perspective perspective : kPerspectives) {
      MeanPoint mean{date, perspective, 0, 0};
      for (std::size_t i = 0; i < accounts.size(); ++i) {
        if (accounts[i].status == Status::former) continue;
        if (const auto score = score_on(scores[i].history, perspective, date)) {
          mean.score += *score;
          ++mean.accounts;
        }
      }
      if (mean.accounts == 0) continue;
      mean.score /= mean.accounts;
      means.push_back(mean);
    }
  }
  return means;
}

PastAccount keep_account(const Account& account, const AccountScores& scores) {
  PastAccount kept{account.id};
  kept.name = account.name;
  kept.status = account.status;
  kept.revenue = scores.figures.revenue;
  kept.attractiveness = scores.attractiveness.score;
  kept.attractiveness_coverage = scores.attractiveness.coverage;
  kept.partnership = scores.partnership.score;
  kept.partnership_coverage = scores.partnership.coverage;
  kept.qualification = scores.qualification;
  kept.perspective = scores.fulfilment.perspective;
  kept.fulfilment = scores.fulfilment.score;
  kept.fulfilment_coverage = scores.fulfilment.coverage;
  kept.completeness = scores.completeness.score;
  return kept;
}

PortfolioMeans score_means(std::span<const PastAccount> accounts) {
  return {mean_of(accounts, &PastAccount::attractiveness), mean_of(accounts, &PastAccount::fulfilment),
          mean_of(accounts, &PastAccount::completeness)};
}

std::vector<std::string> list_changed_model_parts(const Settings& before, const Settings& after) {
  std::vector<std::string> parts;
  const auto add = [&parts](const std::string& part) {
    if (std::ranges::find(parts, part) == parts.end()) parts.push_back(part);
  };
  for (const ItemChange& change : compare_models(before, after)) {
    if (change.section == "offerings") continue;
    if (!change.section.empty()) add(change.section);
    if (change.section.empty())
      for (const FactChange& fact : change.facts) add(fact.field);
  }
  return parts;
}

}  // namespace kam
