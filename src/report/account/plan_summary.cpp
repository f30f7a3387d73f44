#include <algorithm>

#include "kam/report/bands.hpp"
#include "kam/text/format.hpp"
#include "kam/text/messages.hpp"
#include "report/account/assessments.hpp"
#include "report/account/plan.hpp"
#include "report/cells.hpp"
#include "report/pages.hpp"

namespace kam {

std::string fulfilment_basis(const AccountView& of) {
  const auto& perspective = of.scores.fulfilment.perspective;
  if (!perspective) return {};
  const std::string_view label = label_of(*perspective, of.view.language);
  const auto date = last_rated(of.scores, *perspective);
  if (!date) return std::string(label);
  return say(Msg::plan_basis, of.view.language, {label, format_date(*date, of.view.language)});
}

namespace {

bool has_scores(const AccountScores& scores) {
  return scores.attractiveness.score || scores.partnership.score || scores.collaboration.score ||
         scores.fulfilment.score;
}

void add_weighted_row(Table& table, const AccountView& of, std::string_view field,
                      const WeightedScore& weighted, Msg known_of) {
  const auto known = std::ranges::count_if(
      weighted.criteria, [](const CriterionScore& criterion) { return criterion.rating.has_value(); });
  const std::string basis =
      say(known_of, of.view.language, {std::to_string(known), std::to_string(weighted.criteria.size())});
  table.rows.push_back({Text{field_label(of.view, field), {}},
                        weighted_cell(weighted, of.view.settings.thresholds), percent_cell(weighted.coverage),
                        Text{basis, {}}});
}

Table score_table(const AccountView& of) {
  const View& view = of.view;
  const Thresholds& thresholds = view.settings.thresholds;
  Table table;
  table.caption = say(Msg::plan_section_summary, view.language);
  table.columns = {text_column("score", say(Msg::plan_scores, view.language)),
                   number_column("value", say(Msg::plan_out_of_100, view.language)),
                   number_column("coverage", say(Msg::plan_known, view.language)),
                   text_column("basis", say(Msg::report_basis, view.language))};
  add_weighted_row(table, of, "attractiveness", of.scores.attractiveness, Msg::plan_criteria_known);
  add_weighted_row(table, of, "partnership", of.scores.partnership, Msg::plan_criteria_known);
  add_weighted_row(table, of, "collaboration", of.scores.collaboration, Msg::plan_areas_known);
  table.rows.push_back({Text{field_label(view, "fulfilment"), {}}, fulfilment_cell(of.scores, thresholds),
                        percent_cell(of.scores.fulfilment.coverage), text_cell(fulfilment_basis(of))});
  const OpenQuestions& questions = of.scores.completeness;
  table.rows.push_back({Text{field_label(view, "completeness"), {}},
                        Score{questions.score, band_of(questions.score, thresholds), true, {}}, Unknown{},
                        Text{say(Msg::plan_answered_of, view.language,
                                 {std::to_string(questions.answered), std::to_string(questions.total)}),
                             {}}});
  return table;
}

Blocks scores(const AccountView& of) {
  if (!has_scores(of.scores)) return {};
  Table table = score_table(of);
  const bool half_known = has_mark(table, kHalfKnownMark);
  const bool stale = has_mark(table, kStaleMark);
  Blocks blocks{std::move(table)};
  if (half_known) blocks.emplace_back(half_known_footnote(of.view));
  if (stale) blocks.emplace_back(stale_footnote(of.view));
  return blocks;
}

Blocks findings(const AccountView& of) {
  std::vector<std::string> sentences;
  for (const Finding& finding : of.scores.findings)
    sentences.push_back(finding_sentence(finding, of.view, of.account));
  if (sentences.empty()) return {plain_paragraph(say(Msg::plan_no_findings, of.view.language))};
  return {bullet_list(sentences)};
}

}  // namespace

void add_summary_section(Document& document, const AccountView& of) {
  const Language language = of.view.language;
  add_section(document, say(Msg::plan_section_summary, language),
              {Part{{}, scores(of), {}}, Part{say(Msg::plan_findings, language), findings(of), {}}});
}

}  // namespace kam
