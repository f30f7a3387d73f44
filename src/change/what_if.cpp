#include "kam/change/what_if.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "kam/model/error.hpp"

namespace kam {

namespace {

// A fulfilment counts only beside an importance.
void check_importance(const ById<RequirementRating>& wishes, const PerspectiveScore& scores) {
  for (const auto& [id, rating] : wishes) {
    const auto found = scores.requirements.find(id);
    if (found != scores.requirements.end() && found->importance) continue;
    throw UsageError(
        fmt::format("nobody has said how important {} is, so its fulfilment would count for nothing", id),
        fmt::format("Record its importance first, as in --rate {}=4:.", id));
  }
}

Date day_of_last(const Account& account, Perspective perspective, Date as_of) {
  std::optional<Date> last;
  for (const auto& assessment : account.assessments)
    if (assessment.perspective == perspective && days_between(assessment.date, as_of) >= 0)
      last = std::max(last.value_or(assessment.date), assessment.date);
  return last.value_or(as_of);
}

}  // namespace

ScoredPortfolio suppose(const ScoredPortfolio& state, std::size_t account,
                        const ById<RequirementRating>& wishes) {
  const auto& fulfilment = state.scores.accounts[account].fulfilment;
  check_importance(wishes, fulfilment.headline());
  const auto perspective = fulfilment.perspective.value_or(Perspective::customer);
  auto portfolio = state.portfolio;
  auto& assessments = portfolio.accounts[account].assessments;
  const auto day = day_of_last(portfolio.accounts[account], perspective, state.as_of);
  assessments.push_back({day, perspective, {}, {}, wishes});
  return score_state(std::move(portfolio), state.as_of, state.language);
}

}  // namespace kam
