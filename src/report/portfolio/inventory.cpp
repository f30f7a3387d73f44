#include "kam/report/inventory.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "kam/model/number.hpp"
#include "kam/report/report.hpp"
#include "kam/text/format.hpp"
#include "kam/text/labels.hpp"
#include "kam/text/messages/inventory.hpp"
#include "report/cells.hpp"
#include "report/data_values.hpp"
#include "report/pictures.hpp"
#include "report/portfolio/cell_order.hpp"
#include "report/sections.hpp"
#include "report/sums.hpp"

namespace kam {

namespace {

// The accounts of a grouped inventory that share a column's value.
struct Group {
  Cell value;
  std::vector<std::size_t> accounts;
};

void add_part(std::string& line, const std::string& part) {
  if (!line.empty()) line += " · ";
  line += part;
}

// The positive latest revenues of those accounts that are not former; absent where none is known.
std::optional<double> revenue_of(const View& view, std::span<const std::size_t> accounts) {
  std::optional<double> sum;
  for (const auto account : accounts) {
    const auto& revenue = view.scores.accounts[account].figures.revenue;
    if (view.accounts[account].status != Status::former && revenue && *revenue > 0)
      sum = sum.value_or(0) + *revenue;
  }
  return sum;
}

// Its percentage of the portfolio's revenue.
std::optional<double> share_of(const View& view, std::optional<double> revenue) {
  const auto& total = view.scores.summary.revenue;
  if (!revenue || !total || *total <= 0) return std::nullopt;
  return 100 * *revenue / *total;
}

// `6 Kunden · Umsatz 3,1 Mio. EUR · 2 A, 2 B, 2 C · größter 40 %, drei größte 81 %`; where only some accounts
// are shown, how many of how many and their revenue.
std::string portfolio_line(const View& view, std::span<const std::size_t> shown) {
  const auto language = view.language;
  const auto& summary = view.scores.summary;
  const auto money = [&](double value) { return format_money(value, view.settings.currency, language); };
  const auto percent = [&](double value) { return format_percent(value, 0, language); };
  if (shown.size() < view.accounts.size()) {
    auto line = say(msg::accounts_shown, language,
                    {std::to_string(shown.size()),
                     say_count(msg::accounts_one, msg::accounts_many, summary.accounts, language)});
    const auto revenue = revenue_of(view, shown);
    if (const auto share = share_of(view, revenue))
      add_part(line, say(msg::revenue_total_share, language, {money(*revenue), percent(*share)}));
    return line;
  }
  auto line = say_count(msg::accounts_one, msg::accounts_many, summary.accounts, language);
  if (!summary.revenue) return line;
  add_part(line, say(msg::revenue_total, language, {money(*summary.revenue)}));
  add_part(line, say(msg::abc_counts, language,
                     {std::to_string(summary.abc_a), std::to_string(summary.abc_b),
                      std::to_string(summary.abc_c)}));
  if (summary.share_of_largest && summary.share_of_three_largest)
    add_part(line, say(msg::concentration, language,
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
    add_part(line, say_count(msg::unassessed_one, msg::unassessed_many, unassessed, view.language));
  if (stale > 0) add_part(line, say_count(msg::stale_one, msg::stale_many, stale, view.language));
  if (overdue > 0) add_part(line, say_count(msg::overdue_one, msg::overdue_many, overdue, view.language));
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
  if (has_mark(document, kHalfKnownMark)) add(say(msg::less_than_half_known, view.language));
  if (has_mark(document, kStaleMark)) add(say(msg::assessment_out_of_date, view.language));
  add(portfolio_remarks(view, shown));
  return line;
}

// `accounts` are ordered by group already.
std::vector<Group> split_groups(const View& view, const InventoryColumn& column,
                                std::span<const std::size_t> accounts) {
  std::vector<Group> groups;
  for (const auto account : accounts) {
    auto value = column.cell(view, account);
    if (groups.empty() || groups.back().value != value) groups.push_back({std::move(value), {}});
    groups.back().accounts.push_back(account);
  }
  return groups;
}

std::string group_title(const Group& group, const View& view) {
  if (std::holds_alternative<Unknown>(group.value)) return say(msg::group_unknown, view.language);
  if (const auto* term = std::get_if<Term>(&group.value)) return term->label;
  if (const auto* flag = std::get_if<Flag>(&group.value)) return flag->label;
  if (const auto* date = std::get_if<Date>(&group.value)) return format_date(*date, view.language);
  if (const auto* list = std::get_if<TextList>(&group.value))
    return fmt::format("{}", fmt::join(list->items, ", "));
  const auto number = cell_number(group.value);
  const bool counted = std::holds_alternative<Count>(group.value);  // a year is never grouped
  return number && !counted ? format_trimmed(*number, 2, view.language) : cell_text(group.value);
}

// Number of customers, revenue and its share, for people.
std::string group_line(const Group& group, const View& view) {
  const auto language = view.language;
  auto line = say_count(msg::accounts_one, msg::accounts_many, static_cast<long long>(group.accounts.size()),
                        language);
  const auto revenue = revenue_of(view, group.accounts);
  if (const auto share = share_of(view, revenue))
    line += " · " + say(msg::revenue_total_share, language,
                        {format_money(*revenue, view.settings.currency, language),
                         format_percent(*share, 0, language)});
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

// The value as the accounts' records have it.
Data value_data(const Cell& cell) {
  if (std::holds_alternative<Unknown>(cell)) return {};
  if (const auto* flag = std::get_if<Flag>(&cell)) return flag->value;
  if (const auto* list = std::get_if<TextList>(&cell))
    return Data::List(list->items.begin(), list->items.end());
  const auto number = cell_number(cell);
  if (!number) return cell_text(cell);
  return std::holds_alternative<Money>(cell) ? number_data(number) : percent_data(number);
}

Data group_data(const Group& group, const View& view) {
  const auto revenue = revenue_of(view, group.accounts);
  return Data::Record{{"value", value_data(group.value)},
                      {"accounts", static_cast<int>(group.accounts.size())},
                      {"revenue", sum_data(revenue)},
                      {"revenue_share", percent_data(share_of(view, revenue))}};
}

}  // namespace

Document build_inventory(const View& view, const InventoryQuery& query, Matrix matrix) {
  Document document;
  document.title =
      view.settings.company.empty() ? say(msg::untitled_portfolio, view.language) : view.settings.company;
  document.aside = say(msg::as_of_day, view.language, {format_date(view.as_of, view.language)});
  document.language = view.language;
  document.currency = view.settings.currency;
  if (view.accounts.empty()) {
    document.blocks.emplace_back(plain_paragraph(say(msg::inventory_empty, view.language)));
    document.blocks.emplace_back(
        command_line(view.language, {"kam add-account NAME", "kam import FILE.csv"}));
    return document;
  }
  const auto accounts = select_accounts(view, query);
  if (accounts.empty()) {
    document.blocks.emplace_back(plain_paragraph(say(msg::inventory_none_met, view.language)));
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

Data build_summary_data(const PortfolioSummary& summary) {
  return Data::Record{
      {"accounts", summary.accounts},
      {"revenue", sum_data(summary.revenue)},
      {"abc", Data::Record{{"A", summary.abc_a}, {"B", summary.abc_b}, {"C", summary.abc_c}}},
      {"share_of_largest", percent_data(summary.share_of_largest)},
      {"share_of_three_largest", percent_data(summary.share_of_three_largest)},
      {"herfindahl", summary.herfindahl ? Data(round_half_away(*summary.herfindahl, 4)) : Data()},
      {"qualification", Data::Record{{"key_account", summary.key_accounts},
                                     {"candidate", summary.candidates},
                                     {"regular", summary.regulars},
                                     {"unknown", summary.not_yet_known}}},
      {"unassessed", summary.unassessed},
      {"stale", summary.stale},
      {"open_actions", summary.open_actions},
      {"overdue_actions", summary.overdue_actions},
      {"expected_value", sum_data(summary.expected_value)},
      {"white_space", sum_data(summary.white_space)}};
}

Data build_inventory_data(const View& view, const InventoryQuery& query, Data::List accounts) {
  Data::Record record{{"kam", 1},
                      {"as_of", format_iso_date(view.as_of)},
                      {"company", text_data(view.settings.company)},
                      {"currency", text_data(view.settings.currency)},
                      {"summary", build_summary_data(view.scores.summary)}};
  if (query.group_by != nullptr) {
    Data::List groups;
    const auto selected = select_accounts(view, query);
    for (const auto& group : split_groups(view, *query.group_by, selected))
      groups.push_back(group_data(group, view));
    record.emplace_back("groups", std::move(groups));
  }
  record.emplace_back("accounts", std::move(accounts));
  return record;
}

}  // namespace kam
