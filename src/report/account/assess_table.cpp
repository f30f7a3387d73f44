#include <algorithm>

#include "kam/model/number.hpp"
#include "kam/report/assess.hpp"
#include "report/account/assess_parts.hpp"
#include "report/cells.hpp"

namespace kam {

namespace {

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
