#include <algorithm>

#include "kam/model/number.hpp"
#include "kam/report/assess.hpp"
#include "kam/text/labels.hpp"
#include "report/account/assess_parts.hpp"
#include "report/account/stakeholders.hpp"
#include "report/cells.hpp"
#include "report/data_values.hpp"
#include "report/measures.hpp"
#include "report/sums.hpp"

namespace kam {

namespace {

// Money as it is, percentages to two decimals.
Data value_data(const std::optional<Measure>& measure, const std::optional<double>& value) {
  return measure && unit_of(*measure) == Unit::percent ? percent_data(value) : number_data(value);
}

Data weighted_data(const AccountView& of, const WeightedPart& part) {
  const bool areas = part.vocabulary == Vocabulary::collaboration;
  Data::List entries;
  for (std::size_t i = 0; i < part.catalogue.size(); ++i) {
    const auto& criterion = part.score.criteria[i];
    Data::Record entry{
        {"id", criterion.id},
        {"label", entry_label(part.vocabulary, criterion.id, part.catalogue[i].label, of.view.language)},
        {"weight", criterion.weight}};
    if (areas) {
      entry.emplace_back("intensity", number_data(criterion.rating));
    } else {
      entry.emplace_back("rating", number_data(criterion.rating));
      entry.emplace_back("source", to_id(criterion.source));
      entry.emplace_back("value", value_data(part.catalogue[i].measure, criterion.value));
      entry.emplace_back("points", percent_data(criterion.points));
    }
    entries.emplace_back(std::move(entry));
  }
  return Data::Record{{"score", percent_data(part.score.score)},
                      {"coverage", percent_data(part.score.coverage)},
                      {areas ? "areas" : "criteria", std::move(entries)}};
}

Data requirement_data(const AccountView& of, const RequirementScore& requirement) {
  return Data::Record{{"id", requirement.id},
                      {"label", requirement_label(of.view, of.account, requirement.id)},
                      {"importance", number_data(requirement.importance)},
                      {"fulfilment", number_data(requirement.fulfilment)},
                      {"lost_points", percent_data(requirement.lost_points)},
                      {"gap", percent_data(requirement.gap)},
                      {"quadrant", id_data(requirement.quadrant)},
                      {"best_competitor", number_data(requirement.best_competitor)},
                      {"rated_on", date_data(requirement.rated_on)}};
}

Data fulfilment_data(const AccountView& of) {
  const auto& fulfilment = of.scores.fulfilment;
  Data::List requirements;
  for (const auto& requirement : fulfilment.headline().requirements)
    requirements.push_back(requirement_data(of, requirement));
  return Data::Record{{"score", percent_data(fulfilment.score)},
                      {"coverage", percent_data(fulfilment.coverage)},
                      {"perspective", id_data(fulfilment.perspective)},
                      {"customer", percent_data(fulfilment.customer.score)},
                      {"own", percent_data(fulfilment.own.score)},
                      {"perception_gap", percent_data(fulfilment.perception_gap)},
                      {"requirements", std::move(requirements)}};
}

Data potentials_data(const AccountView& of) {
  Data::List items;
  for (const auto& potential : of.account.potentials) {
    items.emplace_back(Data::Record{{"title", text_data(potential.title)},
                                    {"kind", text_data(potential.kind)},
                                    {"value", number_data(potential.value)},
                                    {"probability", number_data(potential.probability)},
                                    {"expected_value", sum_data(score_expected_value(potential))},
                                    {"status", to_id(potential.status)},
                                    {"owner", text_data(potential.owner)},
                                    {"due", date_data(potential.due)}});
  }
  return Data::Record{{"expected_value", sum_data(of.scores.expected_value)}, {"items", std::move(items)}};
}

Data completeness_data(const OpenQuestions& questions) {
  Data::List open;
  for (const auto& id : questions.open) open.emplace_back(id);
  return Data::Record{{"score", percent_data(questions.score)},
                      {"answered", questions.answered},
                      {"total", questions.total},
                      {"open", std::move(open)}};
}

Data history_data(const AccountScores& scores) {
  Data::List points;
  for (const auto& point : scores.history)
    points.emplace_back(Data::Record{{"date", format_iso_date(point.date)},
                                     {"perspective", to_id(point.perspective)},
                                     {"score", percent_data(point.score)}});
  return points;
}

Data findings_data(const AccountView& of) {
  Data::List findings;
  for (const auto& finding : of.scores.findings)
    findings.emplace_back(Data::Record{{"code", finding_id(finding.kind)},
                                       {"message", finding_sentence(finding, of.view, of.account)}});
  return findings;
}

Data account_data(const AccountView& of) {
  Data::Record record{{"id", of.account.id}, {"name", of.account.name}};
  for (const auto& part : weighted_parts(of))
    record.emplace_back(std::string(part.field), weighted_data(of, part));
  record.emplace_back("fulfilment", fulfilment_data(of));
  record.emplace_back("qualification", to_id(of.scores.qualification));
  record.emplace_back("quadrant", id_data(of.scores.quadrant));
  record.emplace_back("abc", id_data(of.scores.abc));
  record.emplace_back("potentials", potentials_data(of));
  record.emplace_back("stakeholders", stakeholders_data(of));
  record.emplace_back("completeness", completeness_data(of.scores.completeness));
  record.emplace_back("history", history_data(of.scores));
  record.emplace_back("findings", findings_data(of));
  return record;
}

std::vector<Column> table_columns() {
  std::vector<Column> columns;
  for (const auto* key : {"account", "section", "id", "source"}) columns.push_back(text_column(key, key));
  for (const auto* key : {"weight", "rating", "value", "importance", "fulfilment", "best_competitor",
                          "points", "lost_points", "gap"})
    columns.push_back(number_column(key, key));
  for (const auto* key : {"quadrant", "rated_on"}) columns.push_back(text_column(key, key));
  return columns;
}

Cell value_cell(const WeightedPart& part, const CriterionScore& criterion) {
  const auto entry = part.catalogue.find(criterion.id);
  return measure_cell(entry == part.catalogue.end() ? std::nullopt : entry->measure, criterion.value);
}

// A difference of ratings, free of what binary fractions leave behind (4 - 3.7).
Cell gap_cell(const std::optional<double>& gap) {
  return rating_cell(gap ? std::optional(round_half_away(*gap, 2)) : std::nullopt);
}

void add_criteria_rows(Table& table, const AccountView& of, const WeightedPart& part) {
  for (const auto& criterion : part.score.criteria)
    table.rows.push_back({Text{of.account.id, {}}, Text{std::string(part.field), {}}, Text{criterion.id, {}},
                          Text{std::string(to_id(criterion.source)), {}}, Number{criterion.weight, 2},
                          rating_cell(criterion.rating), value_cell(part, criterion), Unknown{}, Unknown{},
                          Unknown{}, points_cell(criterion.points), Unknown{}, Unknown{}, Unknown{},
                          Unknown{}});
}

void add_requirement_rows(Table& table, const AccountView& of) {
  const auto& fulfilment = of.scores.fulfilment;
  for (const auto& requirement : fulfilment.headline().requirements)
    table.rows.push_back({Text{of.account.id, {}}, Text{"requirements", {}}, Text{requirement.id, {}},
                          term_cell(fulfilment.perspective, of.view.language), Unknown{}, Unknown{},
                          Unknown{}, rating_cell(requirement.importance), rating_cell(requirement.fulfilment),
                          rating_cell(requirement.best_competitor), Unknown{},
                          points_cell(requirement.lost_points), gap_cell(requirement.gap),
                          term_cell(requirement.quadrant, of.view.language),
                          date_cell(requirement.rated_on)});
}

}  // namespace

Data build_assessment_data(const View& view, std::span<const std::size_t> accounts) {
  Data::List list;
  for (const auto account : accounts) list.push_back(account_data(account_view(view, account)));
  return Data::Record{{"kam", 1}, {"as_of", format_iso_date(view.as_of)}, {"accounts", std::move(list)}};
}

Table build_assessment_table(const View& view, std::span<const std::size_t> accounts) {
  Table table;
  table.columns = table_columns();
  for (const auto account : accounts) {
    const auto of = account_view(view, account);
    for (const auto& part : weighted_parts(of)) add_criteria_rows(table, of, part);
    add_requirement_rows(table, of);
  }
  return table;
}

}  // namespace kam
