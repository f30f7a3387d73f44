#include "cli/assess/requirement_answers.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "kam/lists/requirement_list.hpp"
#include "kam/model/number.hpp"
#include "kam/text/labels.hpp"
#include "kam/text/messages.hpp"
#include "kam/unicode/unicode.hpp"

namespace kam::cli {

namespace {

// The words of the portfolio's requirements in both languages.
std::map<std::string, std::string> requirement_words(const Settings& settings) {
  std::map<std::string, std::string> words;
  for (const auto& entry : settings.requirements)
    for (const auto language : {Language::en, Language::de})
      words.try_emplace(fold_name(entry_label(Vocabulary::requirement, entry.id, entry.label, language)),
                        entry.id);
  return words;
}

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
  AnswerCollector(const Loaded& loaded, const RequirementListOptions& options)
      : loaded_(loaded), defaults_(options.defaults), unchanged_are_(options.unchanged) {}

  void add(const RequirementAnswer& answer) {
    const auto perspective = answer.perspective.value_or(defaults_.perspective);
    const auto* known = find_known(answer.account, perspective, answer.requirement);
    const bool unchanged = known != nullptr && is_unchanged(answer.rating, *known);
    if (unchanged && unchanged_are_ == Unchanged::passed_over) {
      ++unchanged_;
      return;
    }
    ++recorded_;
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

  std::vector<AccountFacts> finish() const {
    std::vector<AccountFacts> all;
    for (const auto& [account, of_account] : assessments_) {
      all.push_back({account, {}});
      for (const auto& [origin, assessment] : of_account) all.back().facts.assessments.push_back(assessment);
    }
    return all;
  }
  std::size_t recorded() const { return recorded_; }
  std::size_t unchanged() const { return unchanged_; }

 private:
  using Origin = std::tuple<Date, Perspective, std::string>;
  using ScoresById = std::map<std::string_view, const RequirementScore*>;

  const RequirementScore* find_known(std::size_t account, Perspective perspective, const std::string& id) {
    const auto [entry, is_new] = known_.try_emplace({account, perspective});
    auto& known = entry->second;
    if (is_new) {
      const auto& fulfilment = loaded_.scores.accounts[account].fulfilment;
      for (const auto& score :
           (perspective == Perspective::own ? fulfilment.own : fulfilment.customer).requirements)
        known.try_emplace(score.id, &score);
    }
    const auto found = known.find(id);
    return found == known.end() ? nullptr : found->second;
  }

  const Loaded& loaded_;
  const Assessment& defaults_;
  Unchanged unchanged_are_;
  std::map<std::size_t, std::map<Origin, Assessment>> assessments_;
  std::map<std::pair<std::size_t, Perspective>, ScoresById> known_;  // what holds, as far as it was asked for
  std::size_t recorded_ = 0;
  std::size_t unchanged_ = 0;
};

void remark_on(const RequirementList& list, const AnswerCollector& answers, Language language,
               Context& context) {
  context.remark(say(Msg::sheet_counts, language,
                     {std::to_string(answers.recorded()), std::to_string(answers.unchanged()),
                      std::to_string(list.not_asked)}));
  if (!list.unused.empty())
    context.remark(say(Msg::sheet_unused, language, {fmt::format("{}", fmt::join(list.unused, ", "))}));
}

Exit refuse(Context& context, const Problems& problems, const ImportList& list) {
  print_problems(context, problems, list);
  context.err += "Nothing was written.\n";
  return Exit::failed;
}

}  // namespace

Exit record_requirement_list(const ImportList& list, const Loaded& loaded,
                             const RequirementListOptions& options, Format format, Context& context) {
  if (!list.table.problems.empty()) return refuse(context, list.table.problems, list);
  const auto& portfolio = loaded.portfolio;
  const auto read = read_requirement_list(
      list.table,
      {portfolio.accounts, portfolio.settings, options.account, requirement_words(portfolio.settings)},
      list.name);
  if (!read.problems.empty()) return refuse(context, read.problems, list);
  AnswerCollector answers(loaded, options);
  for (const auto& answer : read.answers) answers.add(answer);
  return write_facts(loaded, answers.finish(), options.mode, format, context,
                     [&] { remark_on(read, answers, loaded.language, context); });
}

}  // namespace kam::cli
