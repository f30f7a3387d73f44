#include <algorithm>

#include "kam/text/messages.hpp"
#include "report/account/plan.hpp"
#include "report/cells.hpp"

namespace kam {
namespace {

std::optional<double> percent_of(std::optional<double> part, std::optional<double> whole) {
  if (!part || !whole || *whole <= 0) return std::nullopt;
  return 100 * *part / *whole;
}

std::optional<double> change_from(std::optional<double> before, std::optional<double> now) {
  const auto ratio = percent_of(now, before);
  if (!ratio) return std::nullopt;
  return *ratio - 100;
}

// What was known on the day: of years to come only the plan.
FigureYear seen_from(const FigureYear& figures, int year, Date as_of) {
  if (year <= static_cast<int>(as_of.year())) return figures;
  FigureYear seen;
  seen.revenue_plan = figures.revenue_plan;
  return seen;
}

std::optional<double> revenue_of(const Account& account, int year) {
  const auto found = account.figures.find(year);
  return found == account.figures.end() ? std::nullopt : found->second.revenue;
}

std::vector<Cell> figure_row(const AccountView& of, int year, const FigureYear& figures) {
  return {Count{year},
          money_cell(figures.revenue),
          percent_cell(change_from(revenue_of(of.account, year - 1), figures.revenue)),
          money_cell(figures.revenue_plan),
          percent_cell(change_from(figures.revenue_plan, figures.revenue)),
          money_cell(figures.contribution_margin),
          percent_cell(percent_of(figures.contribution_margin, figures.revenue)),
          money_cell(figures.profit),
          money_cell(figures.purchasing_volume),
          percent_cell(percent_of(figures.revenue, figures.purchasing_volume))};
}

Blocks figures(const AccountView& of) {
  const View& view = of.view;
  Table table;
  table.caption = field_label(view, "figures");
  table.columns = {number_column("year", field_label(view, "year"))};
  const auto add = [&](const char* key) {
    table.columns.push_back(number_column(key, field_label(view, key)));
  };
  add("revenue");
  add("revenue_growth");
  add("revenue_plan");
  table.columns.push_back(number_column("plan_deviation", say(Msg::plan_deviation, view.language)));
  add("contribution_margin");
  add("contribution_margin_ratio");
  add("profit");
  add("purchasing_volume");
  add("share_of_wallet");
  for (const auto& [year, given] : of.account.figures) {
    const FigureYear seen = seen_from(given, year, view.as_of);
    if (seen != FigureYear{}) table.rows.push_back(figure_row(of, year, seen));
  }
  if (table.rows.empty()) return {};
  drop_unknown_columns(table);
  return {std::move(table)};
}

}  // namespace

void add_profile_section(Document& document, const AccountView& of) {
  const View& view = of.view;
  const Language language = view.language;
  add_section(document, say(Msg::plan_section_profile, language),
              {Part{say(Msg::plan_figures, language), figures(of), say(Msg::plan_ask_figures, language)},
               Part{say(Msg::plan_why_important, language),
                    criteria_blocks(of, of.scores.attractiveness, view.settings.attractiveness,
                                    Vocabulary::attractiveness),
                    question(view, "attractiveness_reasons")}});
}

}  // namespace kam
