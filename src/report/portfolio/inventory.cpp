#include "kam/report/inventory.hpp"

#include <algorithm>
#include <array>

#include "kam/text/format.hpp"
#include "kam/text/labels.hpp"
#include "kam/text/messages.hpp"
#include "report/cells.hpp"
#include "report/pictures.hpp"
#include "report/portfolio/groups.hpp"
#include "report/portfolio/summary.hpp"
#include "report/sections.hpp"

namespace kam {

namespace {

// What people see first; the others are asked for with --columns. On a narrow terminal the highest rank goes
// first.
struct ShownColumn {
  std::string_view key;
  int rank;
};
constexpr std::array kShown{
    ShownColumn{"rank", 0},       ShownColumn{"name", 0},           ShownColumn{"abc", 5},
    ShownColumn{"revenue", 1},    ShownColumn{"attractiveness", 2}, ShownColumn{"partnership", 4},
    ShownColumn{"fulfilment", 3}, ShownColumn{"qualification", 6}};

using Columns = std::vector<const InventoryColumn*>;

Column make_column(const InventoryColumn& column, Language language, int rank) {
  const auto title = column.key == "rank" ? "#" : find_label(Vocabulary::field, column.key, language);
  return {std::string(column.key), std::string(title),
          column.kind == ColumnKind::number ? Align::right : Align::left, rank};
}

std::vector<std::vector<Cell>> make_rows(const View& view, std::span<const std::size_t> accounts,
                                         const Columns& columns) {
  std::vector<std::vector<Cell>> rows;
  for (const auto account : accounts) {
    auto& row = rows.emplace_back();
    for (const auto* column : columns) row.push_back(column->cell(view, account));
  }
  return rows;
}

Table table_for_people(const View& view, const InventoryQuery& query, std::span<const std::size_t> accounts) {
  Table table;
  Columns columns = query.columns;
  for (const auto* column : columns) table.columns.push_back(make_column(*column, view.language, 0));
  if (columns.empty()) {
    for (const auto& shown : kShown) {
      columns.push_back(&find_inventory_column(shown.key));
      table.columns.push_back(make_column(*columns.back(), view.language, shown.rank));
    }
  }
  table.rows = make_rows(view, accounts, columns);
  return table;
}

bool has_mark(const Document& document, std::string_view mark) {
  return std::ranges::any_of(document.blocks, [mark](const Block& block) {
    const auto* table = std::get_if<Table>(&block);
    return table != nullptr && has_mark(*table, mark);
  });
}

// What the marks behind scores mean, and what is missing or late among the accounts shown.
std::string footnote(const Document& document, const View& view, std::span<const std::size_t> shown) {
  std::string line;
  const auto add = [&](const std::string& part) {
    if (!part.empty()) line += (line.empty() ? "" : " · ") + part;
  };
  if (has_mark(document, kHalfKnownMark)) add(say(Msg::less_than_half_known, view.language));
  if (has_mark(document, kStaleMark)) add(say(Msg::assessment_out_of_date, view.language));
  add(portfolio_remarks(view, shown));
  return line;
}

void add_tables(Document& document, const View& view, const InventoryQuery& query,
                std::span<const std::size_t> accounts) {
  if (query.group_by == nullptr) {
    document.blocks.emplace_back(table_for_people(view, query, accounts));
    return;
  }
  for (const auto& group : split_groups(view, *query.group_by, accounts)) {
    document.blocks.emplace_back(Heading{2, group_title(group, view)});
    document.blocks.emplace_back(table_for_people(view, query, group.accounts));
    document.blocks.emplace_back(plain_paragraph(group_line(group, view), Tone::muted));
  }
}

// The customer of highest rank of whom too little is known; with all known, the report.
Paragraph next_step(const View& view) {
  for (const auto account : view.scores.ranking) {
    const auto& scores = view.scores.accounts[account];
    const bool former = view.accounts[account].status == Status::former;
    if (!former &&
        (scores.qualification == Qualification::unknown || !scores.fulfilment.score || scores.stale))
      return command_line(view.language, {"kam assess " + scores.id});
  }
  return command_line(view.language, {"kam report -o report"});
}

}  // namespace

Document build_inventory(const View& view, const InventoryQuery& query, Matrix matrix) {
  Document document;
  document.title =
      view.settings.company.empty() ? say(Msg::untitled_portfolio, view.language) : view.settings.company;
  document.aside = say(Msg::as_of_day, view.language, {format_date(view.as_of, view.language)});
  document.language = view.language;
  document.currency = view.settings.currency;
  if (view.accounts.empty()) {
    document.blocks.emplace_back(plain_paragraph(say(Msg::inventory_empty, view.language)));
    document.blocks.emplace_back(
        command_line(view.language, {"kam add-account NAME", "kam import FILE.csv"}));
    return document;
  }
  const auto accounts = select_accounts(view, query);
  if (accounts.empty()) {
    document.blocks.emplace_back(plain_paragraph(say(Msg::inventory_none_met, view.language)));
    return document;
  }
  add_tables(document, view, query, accounts);
  if (matrix == Matrix::shown) add_portfolio_pictures(document, view, accounts);
  document.blocks.emplace_back(plain_paragraph(portfolio_line(view, accounts)));
  if (auto line = footnote(document, view, accounts); !line.empty())
    document.blocks.emplace_back(plain_paragraph(std::move(line), Tone::muted));
  document.blocks.emplace_back(next_step(view));
  return document;
}

Table build_inventory_table(const View& view, const InventoryQuery& query) {
  Columns columns = query.columns;
  if (columns.empty())
    for (const auto& column : inventory_columns()) columns.push_back(&column);
  Table table;
  for (const auto* column : columns) table.columns.push_back(make_column(*column, view.language, 0));
  table.rows = make_rows(view, select_accounts(view, query), columns);
  return table;
}

}  // namespace kam
