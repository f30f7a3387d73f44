#include <algorithm>
#include <numeric>

#include "kam/model/number.hpp"
#include "kam/text/messages.hpp"
#include "report/account/plan.hpp"
#include "report/cells.hpp"
#include "report/measures.hpp"

namespace kam {
namespace {

std::string criterion_label(const AccountView& of, const CriterionList& catalogue, Vocabulary vocabulary,
                            std::string_view id) {
  const auto entry = catalogue.find(id);
  return entry_label(vocabulary, id, entry == catalogue.end() ? OwnLabel{} : entry->label, of.view.language);
}

// Why it is rated so: the account's own words, else the figure it was measured by.
std::string reason_of(const AccountView& of, const CriterionList& catalogue,
                      const CriterionScore& criterion) {
  if (!criterion.reason.empty()) return criterion.reason;
  if (criterion.source != RatingSource::measured || !criterion.value || !criterion.value_year) return {};
  const auto entry = catalogue.find(criterion.id);
  if (entry == catalogue.end() || !entry->measure) return {};
  return say(Msg::plan_measured, of.view.language,
             {label_of(*entry->measure, of.view.language), std::to_string(*criterion.value_year),
              measure_text(*entry->measure, *criterion.value, of.view)});
}

std::optional<double> weight_share(const CriterionScore& criterion, double weights) {
  if (weights <= 0) return std::nullopt;
  return 100 * criterion.weight / weights;
}

std::string_view field_of(Vocabulary vocabulary) {
  return vocabulary == Vocabulary::attractiveness ? "attractiveness" : "partnership";
}

}  // namespace

std::string weighted_sentence(const WeightedScore& weighted, std::string_view field, const View& view) {
  if (!weighted.score) return {};
  const Language language = view.language;
  const std::string label = field_label(view, field);
  const std::string score = score_text(*weighted.score, language);
  if (!weighted.coverage || reaches(*weighted.coverage, 100))
    return say(Msg::plan_weighted, language, {label, score});
  return say(Msg::plan_weighted_known, language, {label, score, percent_text(*weighted.coverage, language)});
}

Table criteria_table(const AccountView& of, const WeightedScore& weighted, const CriterionList& catalogue,
                     Vocabulary vocabulary) {
  const View& view = of.view;
  const double weights =
      std::accumulate(weighted.criteria.begin(), weighted.criteria.end(), 0.0,
                      [](double sum, const CriterionScore& criterion) { return sum + criterion.weight; });
  Table table;
  table.caption = field_label(view, field_of(vocabulary));
  table.columns = {text_column("criterion", field_label(view, "criterion")),
                   number_column("rating", rating_title(view, "rating")),
                   number_column("weight", field_label(view, "weight")),
                   number_column("points", field_label(view, "points")),
                   text_column("reason", field_label(view, "reason"))};
  for (const CriterionScore& criterion : weighted.criteria)
    table.rows.push_back({Text{criterion_label(of, catalogue, vocabulary, criterion.id), {}},
                          rating_cell(criterion.rating), percent_cell(weight_share(criterion, weights)),
                          points_cell(criterion.points), text_cell(reason_of(of, catalogue, criterion))});
  drop_unknown_columns(table);
  return table;
}

Blocks criteria_blocks(const AccountView& of, const WeightedScore& weighted, const CriterionList& catalogue,
                       Vocabulary vocabulary) {
  const bool known = std::ranges::any_of(weighted.criteria, [](const CriterionScore& criterion) {
    return criterion.source != RatingSource::unknown || !criterion.reason.empty();
  });
  if (!known) return {};
  Blocks blocks{criteria_table(of, weighted, catalogue, vocabulary)};
  if (weighted.score)
    blocks.emplace_back(plain_paragraph(weighted_sentence(weighted, field_of(vocabulary), of.view)));
  return blocks;
}

}  // namespace kam
