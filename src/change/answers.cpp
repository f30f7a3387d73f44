#include "kam/change/answers.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "kam/model/number.hpp"
#include "kam/unicode/unicode.hpp"

namespace kam {

namespace {

bool is_same(const std::optional<double>& given, const std::optional<double>& known) {
  return !given || (known && nearly_equal(*given, *known));
}

// Whether the answer is what holds already: the sheet was printed with it.
bool is_unchanged(const RequirementRating& answer, const RequirementScore& known) {
  return is_same(answer.importance, known.importance) && is_same(answer.fulfilment, known.fulfilment) &&
         is_same(answer.best_competitor, known.best_competitor) &&
         (answer.note.empty() || fold_name(answer.note) == fold_name(known.note));
}

// What of the answer is new. Values that hold already stay with the assessment that gave them.
RequirementRating new_part(const RequirementRating& answer, const RequirementScore& known) {
  RequirementRating rating;
  if (!is_same(answer.importance, known.importance)) rating.importance = answer.importance;
  if (!is_same(answer.fulfilment, known.fulfilment)) rating.fulfilment = answer.fulfilment;
  if (!is_same(answer.best_competitor, known.best_competitor))
    rating.best_competitor = answer.best_competitor;
  if (fold_name(answer.note) != fold_name(known.note)) rating.note = answer.note;
  return rating;
}

// Of a requirement that is answered twice the last counts, value by value.
void add_rating(ById<RequirementRating>& ratings, const std::string& id, const RequirementRating& rating) {
  const auto found = ratings.find(id);
  if (found == ratings.end()) {
    ratings.emplace_back(id, rating);
    return;
  }
  auto& known = ratings[static_cast<std::size_t>(found - ratings.begin())].second;
  if (rating.importance) known.importance = rating.importance;
  if (rating.fulfilment) known.fulfilment = rating.fulfilment;
  if (rating.best_competitor) known.best_competitor = rating.best_competitor;
  if (!rating.note.empty()) known.note = rating.note;
}

// Sorts answers into assessments: one for each account, date, perspective and source.
class AnswerCollector {
 public:
  AnswerCollector(const ScoredPortfolio& state, const Assessment& defaults, Unchanged unchanged)
      : state_(state), defaults_(defaults), unchanged_are_(unchanged) {}

  void add(const RequirementAnswer& answer) {
    const auto perspective = answer.perspective.value_or(defaults_.perspective);
    const auto* known = find_known(answer.account, perspective, answer.requirement);
    const bool unchanged = known != nullptr && is_unchanged(answer.rating, *known);
    if (unchanged && unchanged_are_ == Unchanged::passed_over) {
      ++answers_.unchanged;
      return;
    }
    ++answers_.recorded;
    const auto date = answer.date.value_or(defaults_.date);
    const auto source = answer.source.empty() ? defaults_.source : answer.source;
    auto& assessment = assessments_[answer.account][std::tuple(date, perspective, source)];
    assessment.date = date;
    assessment.perspective = perspective;
    assessment.source = source;
    assessment.by = answer.by.empty() ? defaults_.by : answer.by;
    const bool is_whole = known == nullptr || unchanged_are_ == Unchanged::recorded;
    add_rating(assessment.ratings, answer.requirement,
               is_whole ? answer.rating : new_part(answer.rating, *known));
  }

  NewAnswers finish() && {
    for (auto& [account, of_account] : assessments_) {
      answers_.facts.push_back({account, {}});
      for (auto& [origin, assessment] : of_account)
        answers_.facts.back().facts.assessments.push_back(std::move(assessment));
    }
    return std::move(answers_);
  }

 private:
  using Origin = std::tuple<Date, Perspective, std::string>;
  using ScoresById = std::map<std::string_view, const RequirementScore*>;

  const RequirementScore* find_known(std::size_t account, Perspective perspective, const std::string& id) {
    const auto [entry, is_new] = known_.try_emplace({account, perspective});
    auto& known = entry->second;
    if (is_new) {
      const auto& fulfilment = state_.scores.accounts[account].fulfilment;
      for (const auto& score :
           (perspective == Perspective::own ? fulfilment.own : fulfilment.customer).requirements)
        known.try_emplace(score.id, &score);
    }
    const auto found = known.find(id);
    return found == known.end() ? nullptr : found->second;
  }

  const ScoredPortfolio& state_;
  const Assessment& defaults_;
  Unchanged unchanged_are_;
  std::map<std::size_t, std::map<Origin, Assessment>> assessments_;
  std::map<std::pair<std::size_t, Perspective>, ScoresById> known_;  // what holds, as far as it was asked for
  NewAnswers answers_;
};

}  // namespace

NewAnswers find_new_answers(const ScoredPortfolio& state, std::span<const RequirementAnswer> answers,
                            const Assessment& defaults, Unchanged unchanged) {
  AnswerCollector collector(state, defaults, unchanged);
  for (const auto& answer : answers) collector.add(answer);
  return std::move(collector).finish();
}

std::vector<Draft> draft_facts(const ScoredPortfolio& state, std::span<const AccountFacts> all) {
  std::vector<Draft> drafts;
  for (const auto& [index, facts] : all) {
    const auto& account = state.portfolio.accounts[index];
    drafts.push_back(
        record_facts(*find_source(state.portfolio, account.id), account, facts, state.portfolio.settings));
  }
  return drafts;
}

}  // namespace kam
