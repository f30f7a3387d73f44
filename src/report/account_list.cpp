#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "kam/report/lists.hpp"
#include "report/cells.hpp"
#include "report/sections.hpp"

namespace kam {

namespace {

using Figure = std::optional<double> FigureYear::*;
constexpr std::array kFigures{std::pair{"revenue", &FigureYear::revenue},
                              std::pair{"contribution_margin", &FigureYear::contribution_margin},
                              std::pair{"profit", &FigureYear::profit},
                              std::pair{"purchasing_volume", &FigureYear::purchasing_volume},
                              std::pair{"revenue_plan", &FigureYear::revenue_plan}};

struct FigureColumn {
  int year = 0;
  Figure figure = nullptr;
};

// The figures that any of the accounts has, by year; the columns for them are added to `table`.
std::vector<FigureColumn> add_figure_columns(Table& table, const View& view,
                                             std::span<const std::size_t> accounts) {
  std::set<int> years;
  for (const auto account : accounts)
    for (const auto& [year, figures] : view.accounts[account].figures) years.insert(year);
  std::vector<FigureColumn> columns;
  for (const int year : years)
    for (const auto& [key, figure] : kFigures) {
      const auto is_known = [&, figure = figure](std::size_t account) {
        const auto& all = view.accounts[account].figures;
        const auto found = all.find(year);
        return found != all.end() && (found->second.*figure).has_value();
      };
      if (std::ranges::none_of(accounts, is_known)) continue;
      table.columns.push_back(number_column(fmt::format("{}.{}", key, year), {}));
      columns.push_back({year, figure});
    }
  return columns;
}

void add_rating_columns(Table& table, std::string_view section, const CriterionList& catalogue) {
  for (const auto& entry : catalogue)
    table.columns.push_back(number_column(fmt::format("{}.{}", section, entry.id), {}));
}

template <class T>
void add_ratings(std::vector<Cell>& row, const CriterionList& catalogue, const ById<T>& ratings,
                 std::optional<double> T::*value) {
  for (const auto& entry : catalogue) {
    const T* found = find_by_id(ratings, entry.id);
    row.push_back(rating_cell(found == nullptr ? std::nullopt : found->*value));
  }
}

}  // namespace

Table build_account_list(const View& view, std::span<const std::size_t> accounts) {
  Table table;
  for (const auto* key :
       {"id", "name", "external_id", "status", "industry", "manager", "customer_since", "tags"})
    table.columns.push_back(text_column(key, {}));
  const auto figures = add_figure_columns(table, view, accounts);
  const auto& settings = view.settings;
  add_rating_columns(table, "attractiveness", settings.attractiveness);
  add_rating_columns(table, "partnership", settings.partnership);
  add_rating_columns(table, "collaboration", settings.collaboration);
  for (const auto index : accounts) {
    const auto& account = view.accounts[index];
    std::vector<Cell> row{Text{account.id, {}},
                          Text{account.name, {}},
                          text_cell(account.external_id),
                          term_cell(account.status, view.language),
                          text_cell(account.industry),
                          text_cell(account.manager),
                          year_cell(account.customer_since),
                          list_cell(account.tags)};
    for (const auto& column : figures) {
      const auto found = account.figures.find(column.year);
      row.push_back(money_cell(found == account.figures.end() ? std::nullopt : found->second.*column.figure));
    }
    add_ratings(row, settings.attractiveness, account.attractiveness, &Rating::rating);
    add_ratings(row, settings.partnership, account.partnership, &Rating::rating);
    add_ratings(row, settings.collaboration, account.collaboration, &CollaborationArea::intensity);
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace kam
