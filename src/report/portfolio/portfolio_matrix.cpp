#include <algorithm>
#include <array>

#include "kam/text/format.hpp"
#include "kam/text/messages.hpp"
#include "report/cells.hpp"
#include "report/charts.hpp"
#include "report/portfolio/portfolio.hpp"

namespace kam {
namespace {

std::vector<std::size_t> accounts_in(const View& view, MatrixQuadrant quadrant) {
  std::vector<std::size_t> accounts;
  for (const std::size_t account : current_accounts(view))
    if (view.scores.accounts[account].quadrant == quadrant) accounts.push_back(account);
  return accounts;
}

// Of each field the first by rank, so that the matrix is seen at once; the rest is counted.
constexpr std::size_t kFieldShown = 12;
constexpr std::size_t kNotPlacedShown = 12;

std::size_t rows_of(const std::vector<std::size_t>& accounts) {
  return accounts.size() > kFieldShown + 1 ? kFieldShown + 1 : accounts.size();
}

Cell field_cell(const View& view, const std::vector<std::size_t>& accounts, std::size_t row) {
  if (row >= rows_of(accounts)) return Text{};
  if (row == kFieldShown && accounts.size() > kFieldShown + 1)
    return Text{say(Msg::list_more, view.language, {std::to_string(accounts.size() - kFieldShown)}), {}};
  return account_cell(view.accounts[accounts[row]]);
}

// One row of the matrix: its two fields' names, then their customers, one a row, so that each can be linked.
void add_matrix_row(Table& table, const View& view, Msg title, MatrixQuadrant low, MatrixQuadrant high) {
  const auto heading = [&view](MatrixQuadrant quadrant, std::size_t count) {
    return Text{
        say(Msg::portfolio_field, view.language, {label_of(quadrant, view.language), std::to_string(count)}),
        {}};
  };
  const std::vector<std::size_t> left = accounts_in(view, low);
  const std::vector<std::size_t> right = accounts_in(view, high);
  table.rows.push_back(
      {Text{say(title, view.language), {}}, heading(low, left.size()), heading(high, right.size())});
  for (std::size_t row = 0; row < std::max(rows_of(left), rows_of(right)); ++row)
    table.rows.push_back({Text{}, field_cell(view, left, row), field_cell(view, right, row)});
}

Table matrix(const View& view) {
  const Language language = view.language;
  Table table;
  table.caption = say(Msg::portfolio_section_matrix, language);
  table.columns = {text_column("attractiveness", field_label(view, "attractiveness")),
                   text_column("low", say(Msg::portfolio_strength_low, language)),
                   text_column("high", say(Msg::portfolio_strength_high, language))};
  add_matrix_row(table, view, Msg::portfolio_attractiveness_high, MatrixQuadrant::star,
                 MatrixQuadrant::strategic);
  add_matrix_row(table, view, Msg::portfolio_attractiveness_low, MatrixQuadrant::streamline,
                 MatrixQuadrant::status);
  return table;
}

Msg reason_not_placed(const AccountScores& scores) {
  if (scores.attractiveness.score) return Msg::portfolio_fulfilment_unknown;
  return scores.fulfilment.score ? Msg::portfolio_attractiveness_unknown : Msg::portfolio_both_unknown;
}

BulletList not_placed(const View& view) {
  BulletList list;
  std::size_t more = 0;
  for (const std::size_t account : current_accounts(view)) {
    const AccountScores& scores = view.scores.accounts[account];
    if (scores.quadrant) continue;
    if (list.items.size() == kNotPlacedShown) {
      ++more;
      continue;
    }
    list.items.push_back({account_link(view, account),
                          Span{Span::Kind::plain, ": " + say(reason_not_placed(scores), view.language), {}}});
  }
  if (more > 0)
    list.items.push_back(
        {Span{Span::Kind::plain, say(Msg::list_more, view.language, {std::to_string(more)}), {}}});
  return list;
}

}  // namespace

void add_portfolio_matrix(Document& document, const View& view) {
  const Language language = view.language;
  const std::vector<std::size_t> current = current_accounts(view);
  if (current.empty()) return;
  const bool placed = std::ranges::any_of(
      current, [&view](std::size_t account) { return view.scores.accounts[account].quadrant.has_value(); });
  Blocks blocks;
  if (placed) {
    const Thresholds& thresholds = view.settings.thresholds;
    blocks.emplace_back(portfolio_chart(view, current));
    blocks.emplace_back(matrix(view));
    blocks.emplace_back(plain_paragraph(say(Msg::portfolio_matrix_thresholds, language,
                                            {format_trimmed(thresholds.matrix_attractiveness, 2, language),
                                             format_trimmed(thresholds.matrix_strength, 2, language)}),
                                        Tone::muted));
  }
  BulletList missing = not_placed(view);
  if (!missing.items.empty()) {
    blocks.emplace_back(plain_paragraph(say(Msg::portfolio_not_placed, language)));
    blocks.emplace_back(std::move(missing));
  }
  add_section(document, say(Msg::portfolio_section_matrix, language), std::move(blocks));
}

}  // namespace kam
