#include <algorithm>
#include <span>

#include "kam/text/messages.hpp"
#include "report/cells.hpp"
#include "report/pages.hpp"
#include "report/portfolio/portfolio.hpp"
#include "report/sums.hpp"

namespace kam {
namespace {

void add_count(Table& table, std::string label, int count) {
  add_fact(table, std::move(label), Count{count});
}

std::vector<Cell> account_row(const View& view, std::size_t index) {
  const Account& account = view.accounts[index];
  const AccountScores& scores = view.scores.accounts[index];
  const Thresholds& thresholds = view.settings.thresholds;
  return {Count{scores.rank},
          account_cell(account),
          scores.abc ? text_cell(to_id(*scores.abc)) : Unknown{},
          money_cell(scores.figures.revenue),
          weighted_cell(scores.attractiveness, thresholds),
          weighted_cell(scores.partnership, thresholds),
          fulfilment_cell(scores, thresholds),
          term_cell(scores.fulfilment.perspective, view.language),
          term_cell(std::optional(scores.qualification), view.language)};
}

// A table of hundreds is not read: these stand in it, the others are found by name; so with former customers.
constexpr std::size_t kAccountsShown = 60;

Table account_table(const View& view, std::span<const std::size_t> accounts) {
  Table table;
  table.caption = say(Msg::portfolio_section_accounts, view.language);
  table.columns = {number_column("rank", field_label(view, "rank")),
                   text_column("name", field_label(view, "name")),
                   text_column("abc", field_label(view, "abc")),
                   number_column("revenue", field_label(view, "revenue")),
                   number_column("attractiveness", field_label(view, "attractiveness")),
                   number_column("partnership", field_label(view, "partnership")),
                   number_column("fulfilment", field_label(view, "fulfilment")),
                   text_column("perspective", field_label(view, "perspective")),
                   text_column("qualification", field_label(view, "qualification"))};
  for (const std::size_t account : accounts) table.rows.push_back(account_row(view, account));
  return table;
}

BulletList former_list(const View& view, std::span<const std::size_t> former) {
  BulletList list;
  for (const std::size_t account : former) {
    const std::string rank = std::to_string(view.scores.accounts[account].rank);
    list.items.push_back(
        {account_link(view, account),
         Span{Span::Kind::plain, say(Msg::portfolio_former_rank, view.language, {rank}), {}}});
  }
  return list;
}

}  // namespace

void add_portfolio_summary(Document& document, const View& view) {
  const Language language = view.language;
  const PortfolioSummary& summary = view.scores.summary;
  const Totals totals = count_totals(view);
  if (totals.accounts == 0) return;
  Table table = facts_table(say(Msg::portfolio_section_summary, language));
  add_count(table, field_label(view, "accounts"), totals.accounts);
  add_fact(table, field_label(view, "revenue"), sum_cell(summary.revenue));
  add_count(table, say(Msg::portfolio_fact_key_accounts, language), totals.key_accounts);
  add_count(table, say(Msg::portfolio_fact_candidates, language), totals.candidates);
  add_count(table, say(Msg::portfolio_fact_regulars, language), totals.regulars);
  add_count(table, say(Msg::portfolio_fact_not_yet_known, language), totals.not_yet_known);
  add_count(table, say(Msg::portfolio_fact_unassessed, language), totals.unassessed);
  add_count(table, say(Msg::portfolio_fact_stale, language), totals.stale);
  add_count(table, field_label(view, "open_actions"), summary.open_actions);
  add_count(table, field_label(view, "overdue_actions"), summary.overdue_actions);
  add_fact(table, say(Msg::portfolio_fact_expected_value, language), sum_cell(summary.expected_value));
  if (!view.settings.offerings.empty())
    add_fact(table, field_label(view, "white_space"), sum_cell(summary.white_space));
  add_section(document, say(Msg::portfolio_section_summary, language), Blocks{std::move(table)});
}

void add_portfolio_accounts(Document& document, const View& view) {
  const std::vector<std::size_t> current = current_accounts(view);
  const std::size_t shown = std::min(kAccountsShown, current.size());
  Table table = account_table(view, std::span(current).first(shown));
  if (table.rows.empty()) return;
  const bool half_known = has_mark(table, kHalfKnownMark);
  const bool stale = has_mark(table, kStaleMark);
  Blocks blocks{std::move(table)};
  if (half_known) blocks.emplace_back(half_known_footnote(view));
  if (stale) blocks.emplace_back(stale_footnote(view));
  if (shown < current.size()) {
    const std::vector<std::size_t> others(current.begin() + static_cast<std::ptrdiff_t>(shown),
                                          current.end());
    blocks.emplace_back(plain_paragraph(say(Msg::portfolio_shown_by_rank, view.language,
                                            {std::to_string(shown), std::to_string(others.size())})));
    blocks.emplace_back(account_links(view, others));
  }
  add_section(document, say(Msg::portfolio_section_accounts, view.language), std::move(blocks));
}

void add_portfolio_former(Document& document, const View& view) {
  const std::vector<std::size_t> former = former_accounts(view);
  if (former.empty()) return;
  Blocks blocks{plain_paragraph(say(Msg::portfolio_former, view.language))};
  if (former.size() > kAccountsShown)
    blocks.emplace_back(account_links(view, former));
  else
    blocks.emplace_back(former_list(view, former));
  add_section(document, say(Msg::portfolio_section_former, view.language), std::move(blocks));
}

}  // namespace kam
