#include "kam/report/inventory.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string>

#include "kam/report/report.hpp"
#include "kam/text/format.hpp"
#include "kam/text/labels.hpp"
#include "kam/text/messages.hpp"
#include "report/cells.hpp"
#include "report/pictures.hpp"
#include "report/portfolio/groups.hpp"
#include "report/sections.hpp"

namespace kam {

namespace {

void add_part(std::string& line, const std::string& part) {
  if (!line.empty()) line += " · ";
  line += part;
}

// `6 Kunden · Umsatz 3,1 Mio. EUR · 2 A, 2 B, 2 C · größter 40 %, drei größte 81 %`; where only some accounts
// are shown, how many of how many and their revenue.
std::string portfolio_line(const View& view, std::span<const std::size_t> shown) {
  const auto language = view.language;
  const auto& summary = view.scores.summary;
  const auto money = [&](double value) { return format_money(value, view.settings.currency, language); };
  const auto percent = [&](double value) { return format_percent(value, 0, language); };
  if (shown.size() < view.accounts.size()) {
    auto line = say(Msg::accounts_shown, language,
                    {std::to_string(shown.size()),
                     say_count(Msg::accounts_one, Msg::accounts_many, summary.accounts, language)});
    const auto revenue = revenue_of(view, shown);
    if (const auto share = share_of(view, revenue))
      add_part(line, say(Msg::revenue_total_share, language, {money(*revenue), percent(*share)}));
    return line;
  }
  auto line = say_count(Msg::accounts_one, Msg::accounts_many, summary.accounts, language);
  if (!summary.revenue) return line;
  add_part(line, say(Msg::revenue_total, language, {money(*summary.revenue)}));
  add_part(line, say(Msg::abc_counts, language,
                     {std::to_string(summary.abc_a), std::to_string(summary.abc_b),
                      std::to_string(summary.abc_c)}));
  if (summary.share_of_largest && summary.share_of_three_largest)
    add_part(line, say(Msg::concentration, language,
                       {percent(*summary.share_of_largest), percent(*summary.share_of_three_largest)}));
  return line;
}

// Of the accounts shown: `1 nicht bewertet · 1 Bewertung veraltet · 2 Maßnahmen überfällig`; empty where
// there is none of it.
std::string portfolio_remarks(const View& view, std::span<const std::size_t> shown) {
  int unassessed = 0;
  int stale = 0;
  int overdue = 0;
  for (const auto account : shown) {
    const auto& scores = view.scores.accounts[account];
    overdue += scores.overdue_actions;
    if (is_former(view.accounts[account])) continue;
    if (!scores.fulfilment.score) ++unassessed;
    if (scores.stale) ++stale;
  }
  std::string line;
  if (unassessed > 0)
    add_part(line, say_count(Msg::unassessed_one, Msg::unassessed_many, unassessed, view.language));
  if (stale > 0) add_part(line, say_count(Msg::stale_one, Msg::stale_many, stale, view.language));
  if (overdue > 0) add_part(line, say_count(Msg::overdue_one, Msg::overdue_many, overdue, view.language));
  return line;
}

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
