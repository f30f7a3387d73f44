#include <algorithm>
#include <array>
#include <set>
#include <string>

#include <fmt/format.h>

#include "kam/report/lists.hpp"
#include "report/cells.hpp"
#include "report/sections.hpp"

namespace kam {

namespace {

// What names an account stands first.
std::vector<const Field*> listed_fields() {
  constexpr std::array<std::string_view, 2> kNames{"name", "external_id"};
  std::vector<const Field*> fields;
  for (const auto key : kNames) fields.push_back(find_field(account_format(), key));
  for (const auto& field : account_format().fields)
    if (field.in_lists && std::ranges::find(kNames, field.key) == kNames.end()) fields.push_back(&field);
  return fields;
}

struct FigureColumn {
  int year = 0;
  const Field* figure = nullptr;
};

// The figures that any of the accounts has, by year; the columns for them are added to `table`.
std::vector<FigureColumn> add_figure_columns(Table& table, const View& view,
                                             std::span<const std::size_t> accounts) {
  std::set<int> years;
  for (const auto account : accounts)
    for (const auto& [year, figures] : view.accounts[account].figures) years.insert(year);
  std::vector<FigureColumn> columns;
  for (const int year : years)
    for (const auto& figure : find_field(account_format(), "figures")->shape.record->fields) {
      const auto is_known = [&](std::size_t account) {
        const auto& all = view.accounts[account].figures;
        const auto found = all.find(year);
        return found != all.end() && figure.get(&found->second).has_value();
      };
      if (std::ranges::none_of(accounts, is_known)) continue;
      table.columns.push_back(number_column(fmt::format("{}.{}", figure.key, year), {}));
      columns.push_back({year, &figure});
    }
  return columns;
}

struct RatedSection {
  std::string_view key;
  const CriterionList& catalogue;
};

void add_ratings(std::vector<Cell>& row, const RatedSection& section, const Account& account) {
  const auto& field = *find_field(account_format(), section.key);
  const auto fields = field.shape.record->fields;
  const auto& rating =
      *std::ranges::find(fields, ShapeKind::rating, [](const Field& each) { return each.shape.kind; });
  const auto elements = field.list(&account);
  for (const auto& entry : section.catalogue) {
    const auto found = std::ranges::find(elements, entry.id, &NamedRecord::name);
    row.push_back(found == elements.end() ? Unknown{} : field_cell(rating, found->record, Language::en));
  }
}

}  // namespace

Table build_account_list(const View& view, std::span<const std::size_t> accounts) {
  Table table;
  const auto fields = listed_fields();
  table.columns.push_back(text_column("id", {}));
  for (const auto* field : fields) table.columns.push_back(text_column(std::string(field->key), {}));
  const auto figures = add_figure_columns(table, view, accounts);
  const std::array rated{RatedSection{"attractiveness", view.settings.attractiveness},
                         RatedSection{"partnership", view.settings.partnership},
                         RatedSection{"collaboration", view.settings.collaboration}};
  for (const auto& [section, catalogue] : rated)
    for (const auto& entry : catalogue)
      table.columns.push_back(number_column(fmt::format("{}.{}", section, entry.id), {}));
  for (const auto index : accounts) {
    const auto& account = view.accounts[index];
    std::vector<Cell> row{Text{account.id, {}}};
    for (const auto* field : fields) row.push_back(field_cell(*field, &account, view.language));
    for (const auto& [year, figure] : figures) {
      const auto found = account.figures.find(year);
      row.push_back(found == account.figures.end() ? Unknown{}
                                                   : field_cell(*figure, &found->second, view.language));
    }
    for (const auto& section : rated) add_ratings(row, section, account);
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace kam
