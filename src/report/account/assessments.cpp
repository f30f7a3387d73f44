#include "report/account/assessments.hpp"

#include <algorithm>

#include "kam/score/history.hpp"
#include "kam/text/messages/report.hpp"
#include "report/cells.hpp"
#include "report/charts.hpp"

namespace kam {

std::optional<Date> last_rated(const AccountScores& scores, Perspective perspective) {
  std::optional<Date> last;
  for (const FulfilmentPoint& point : scores.history)
    if (point.perspective == perspective) last = point.date;
  return last;
}

Blocks history_blocks(const AccountView& of, Views views) {
  const View& view = of.view;
  Table table;
  table.caption = say(msg::report_history, view.language);
  table.columns = {text_column("date", field_label(view, "date")),
                   text_column("perspective", field_label(view, "perspective")),
                   number_column("fulfilment", field_label(view, "fulfilment")),
                   number_column("change", say(msg::report_change, view.language))};
  const auto changes = score_changes(of.scores.history);
  bool moved = false;
  for (std::size_t i = 0; i < changes.size(); ++i) {
    const FulfilmentPoint& point = of.scores.history[i];
    if (views == Views::customer_only && point.perspective != Perspective::customer) continue;
    moved = moved || changes[i];
    table.rows.push_back({point.date, term_cell(std::optional(point.perspective), view.language),
                          Score{point.score, Band::none, false, {}}, points_cell(changes[i], Sign::shown)});
  }
  if (!moved) return {};
  if (views == Views::customer_only) drop_column(table, "perspective");
  Blocks blocks;
  add_chart(blocks, trend_chart(of, views));
  blocks.emplace_back(std::move(table));
  return blocks;
}

std::vector<std::string> unrated_requirements(const AccountView& of, const PerspectiveScore& perspective) {
  std::vector<std::string> labels;
  for (const RequirementScore& requirement : perspective.requirements)
    if (!requirement.importance || !requirement.fulfilment)
      labels.push_back(requirement_label(of.view, of.account, requirement.id));
  return labels;
}

std::vector<RequirementScore> rated_requirements(const PerspectiveScore& perspective) {
  std::vector<RequirementScore> rated;
  for (const RequirementScore& requirement : perspective.requirements)
    if (requirement.importance && requirement.fulfilment) rated.push_back(requirement);
  std::ranges::stable_sort(rated, [](const RequirementScore& a, const RequirementScore& b) {
    return a.lost_points.value_or(0) > b.lost_points.value_or(0);
  });
  return rated;
}

}  // namespace kam
