#include <algorithm>
#include <map>
#include <span>
#include <tuple>

#include "kam/report/page_names.hpp"
#include "kam/report/report.hpp"
#include "kam/text/format.hpp"
#include "kam/text/messages/report.hpp"
#include "report/actions.hpp"
#include "report/cells.hpp"
#include "report/pages.hpp"
#include "report/portfolio/portfolio.hpp"
#include "report/sums.hpp"

namespace kam {

namespace {

// What is shown of each list, so that the page stays readable with hundreds of customers; the rest is
// counted.
constexpr std::size_t kShortfallsShown = 10;
constexpr std::size_t kActionsShown = 25;
constexpr std::size_t kUnknownsShown = 25;

Cell actions_cell(const View& view, const Shortfall& shortfall) {
  std::vector<std::string> titles =
      open_actions_for(view.accounts[shortfall.account], shortfall.requirement.id);
  if (titles.empty()) return Text{say(msg::portfolio_no_action, view.language), {}};
  return TextList{std::move(titles)};
}

Table shortfall_table(const View& view, const std::vector<Shortfall>& shortfalls) {
  Table table;
  table.caption = say(msg::portfolio_section_shortfalls, view.language);
  table.columns = {text_column("name", field_label(view, "name")),
                   text_column("requirement", field_label(view, "requirement")),
                   number_column("importance", field_label(view, "importance")),
                   number_column("fulfilment", say(msg::report_fulfilled, view.language)),
                   number_column("lost_points", field_label(view, "lost_points")),
                   number_column("weighted", say(msg::portfolio_weighted, view.language)),
                   text_column("action", field_label(view, "action"))};
  for (std::size_t i = 0; i < std::min(kShortfallsShown, shortfalls.size()); ++i) {
    const Shortfall& shortfall = shortfalls[i];
    const Account& account = view.accounts[shortfall.account];
    table.rows.push_back(
        {account_cell(account), Text{requirement_label(view, account, shortfall.requirement.id), {}},
         rating_cell(shortfall.requirement.importance), rating_cell(shortfall.requirement.fulfilment),
         points_cell(shortfall.requirement.lost_points), Points{shortfall.weighted, false},
         actions_cell(view, shortfall)});
  }
  return table;
}

Cell customer_cell(const View& view, const AgendaItem& open) {
  const Account& account = view.accounts[open.account];
  if (!is_former(account)) return account_cell(account);
  return Text{say(msg::portfolio_name_former, view.language, {account.name}), page_of(account.id)};
}

Table action_table(const View& view, std::span<const AgendaItem> open) {
  Table table;
  table.caption = say(msg::portfolio_section_actions, view.language);
  table.columns = {
      text_column("due", field_label(view, "due")), text_column("owner", field_label(view, "owner")),
      text_column("name", field_label(view, "name")), text_column("action", field_label(view, "action")),
      text_column("state", say(msg::action_state, view.language))};
  table.columns[3].naming = Naming::names_row;
  for (const AgendaItem& item : open)
    table.rows.push_back({date_cell(item.due), text_cell(item.owner), customer_cell(view, item),
                          text_cell(item.title), open_state(item.due, view)});
  return table;
}

struct OwnerCount {
  std::string owner;
  int open = 0;
  int overdue = 0;
};

// Most overdue first, then most open; where nobody is responsible, last.
Table owner_table(const View& view, const std::vector<AgendaItem>& open) {
  std::map<std::string, OwnerCount> by_owner;
  for (const AgendaItem& item : open) {
    OwnerCount& count = by_owner[item.owner];
    count.owner = item.owner;
    ++count.open;
    count.overdue += is_overdue(item.due, view.as_of);
  }
  std::vector<OwnerCount> counts;
  for (const auto& [owner, count] : by_owner) counts.push_back(count);
  std::ranges::stable_sort(counts, {}, [](const OwnerCount& count) {
    return std::tuple(count.owner.empty(), -count.overdue, -count.open);
  });
  Table table;
  table.caption = say(msg::portfolio_actions_by_owner, view.language);
  table.columns = {text_column("owner", field_label(view, "owner")),
                   number_column("open_actions", field_label(view, "open_actions")),
                   number_column("overdue_actions", field_label(view, "overdue_actions"))};
  for (const OwnerCount& count : counts)
    table.rows.push_back({text_cell(count.owner), Count{count.open}, Count{count.overdue}});
  return table;
}

// The most urgent, and where there are more, how many and who is responsible for all of them.
Blocks open_action_blocks(const View& view, const std::vector<AgendaItem>& open) {
  const std::span<const AgendaItem> all(open);
  if (open.size() <= kActionsShown) return {action_table(view, all)};
  const auto rest = all.subspan(kActionsShown);
  const auto overdue = std::ranges::count_if(
      rest, [&view](const AgendaItem& item) { return is_overdue(item.due, view.as_of); });
  return {action_table(view, all.first(kActionsShown)),
          plain_paragraph(
              say(msg::portfolio_more_actions, view.language,
                  {std::to_string(kActionsShown), std::to_string(rest.size()), std::to_string(overdue)})),
          plain_paragraph(say(msg::portfolio_actions_by_owner, view.language)), owner_table(view, open)};
}

std::string what_is_unknown(const View& view, const AccountScores& scores) {
  switch (assessment_state(scores)) {
    case AssessmentState::missing:
      return say(msg::portfolio_state_unassessed, view.language);
    case AssessmentState::stale:
      return say(msg::portfolio_state_stale, view.language,
                 {std::to_string(days_between(*scores.last_assessed, view.as_of))});
    case AssessmentState::fresh:
      break;
  }
  return {};
}

struct Unassessed {
  std::vector<std::size_t> accounts;  // by rank
  int missing = 0;                    // of those beyond the shown ones
  int stale = 0;
};

Unassessed find_unassessed(const View& view) {
  Unassessed found;
  for (const std::size_t account : current_accounts(view)) {
    const AssessmentState state = assessment_state(view.scores.accounts[account]);
    if (state == AssessmentState::fresh) continue;
    found.accounts.push_back(account);
    if (found.accounts.size() <= kUnknownsShown) continue;
    found.missing += state == AssessmentState::missing;
    found.stale += state == AssessmentState::stale;
  }
  return found;
}

Table unknown_table(const View& view, const Unassessed& unassessed) {
  Table table;
  table.caption = say(msg::portfolio_section_unknown, view.language);
  table.columns = {text_column("name", field_label(view, "name")),
                   text_column("state", say(msg::action_state, view.language)),
                   text_column("last_assessed", field_label(view, "last_assessed")),
                   number_column("completeness", field_label(view, "completeness")),
                   text_column("manager", field_label(view, "manager"))};
  for (std::size_t i = 0; i < std::min(kUnknownsShown, unassessed.accounts.size()); ++i) {
    const std::size_t index = unassessed.accounts[i];
    const AccountScores& scores = view.scores.accounts[index];
    table.rows.push_back({account_cell(view.accounts[index]), Text{what_is_unknown(view, scores), {}},
                          date_cell(scores.last_assessed), Percent{scores.completeness.score, 0},
                          text_cell(view.accounts[index].manager)});
  }
  return table;
}

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
  table.caption = say(msg::portfolio_section_accounts, view.language);
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
         Span{Span::Kind::plain, say(msg::portfolio_former_rank, view.language, {rank}), {}}});
  }
  return list;
}

}  // namespace

void add_portfolio_shortfalls(Document& document, const View& view) {
  const Language language = view.language;
  if (current_accounts(view).empty()) return;
  const std::vector<Shortfall> shortfalls = weighted_shortfalls(view);
  Blocks blocks;
  if (shortfalls.empty()) {
    blocks.emplace_back(plain_paragraph(say(msg::portfolio_no_shortfalls, language)));
  } else {
    blocks.emplace_back(plain_paragraph(say(msg::portfolio_shortfalls, language)));
    blocks.emplace_back(shortfall_table(view, shortfalls));
  }
  const std::vector<std::size_t> unweighted = unweighted_accounts(view);
  if (!unweighted.empty())
    blocks.emplace_back(
        plain_paragraph(say(msg::portfolio_unweighted, language,
                            {join_names(first_names(account_names(view, unweighted), language), language)})));
  add_section(document, say(msg::portfolio_section_shortfalls, language), std::move(blocks));
}

void add_portfolio_actions(Document& document, const View& view) {
  const Language language = view.language;
  const std::vector<AgendaItem> open = open_actions(view);
  Blocks blocks;
  if (open.empty())
    blocks.emplace_back(plain_paragraph(say(msg::portfolio_no_actions, language)));
  else
    blocks = open_action_blocks(view, open);
  add_section(document, say(msg::portfolio_section_actions, language), std::move(blocks));
}

void add_portfolio_unknowns(Document& document, const View& view) {
  const Language language = view.language;
  if (current_accounts(view).empty()) return;
  const Unassessed unassessed = find_unassessed(view);
  Table table = unknown_table(view, unassessed);
  Blocks blocks;
  if (table.rows.empty())
    blocks.emplace_back(plain_paragraph(say(msg::portfolio_all_assessed, language)));
  else
    blocks.emplace_back(std::move(table));
  if (unassessed.accounts.size() > kUnknownsShown)
    blocks.emplace_back(plain_paragraph(
        say(msg::portfolio_more_unknown, language,
            {std::to_string(kUnknownsShown), std::to_string(unassessed.accounts.size() - kUnknownsShown),
             std::to_string(unassessed.missing), std::to_string(unassessed.stale)})));
  add_section(document, say(msg::portfolio_section_unknown, language), std::move(blocks));
}

void add_portfolio_summary(Document& document, const View& view) {
  const Language language = view.language;
  const PortfolioSummary& summary = view.scores.summary;
  const Totals totals = count_totals(view);
  if (totals.accounts == 0) return;
  Table table = facts_table(say(msg::portfolio_section_summary, language));
  add_count(table, field_label(view, "accounts"), totals.accounts);
  add_fact(table, field_label(view, "revenue"), sum_cell(summary.revenue));
  add_count(table, say(msg::portfolio_fact_key_accounts, language), totals.key_accounts);
  add_count(table, say(msg::portfolio_fact_candidates, language), totals.candidates);
  add_count(table, say(msg::portfolio_fact_regulars, language), totals.regulars);
  add_count(table, say(msg::portfolio_fact_not_yet_known, language), totals.not_yet_known);
  add_count(table, say(msg::portfolio_fact_unassessed, language), totals.unassessed);
  add_count(table, say(msg::portfolio_fact_stale, language), totals.stale);
  add_count(table, field_label(view, "open_actions"), summary.open_actions);
  add_count(table, field_label(view, "overdue_actions"), summary.overdue_actions);
  add_fact(table, say(msg::portfolio_fact_expected_value, language), sum_cell(summary.expected_value));
  if (!view.settings.offerings.empty())
    add_fact(table, field_label(view, "white_space"), sum_cell(summary.white_space));
  add_section(document, say(msg::portfolio_section_summary, language), Blocks{std::move(table)});
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
    blocks.emplace_back(plain_paragraph(say(msg::portfolio_shown_by_rank, view.language,
                                            {std::to_string(shown), std::to_string(others.size())})));
    blocks.emplace_back(account_links(view, others));
  }
  add_section(document, say(msg::portfolio_section_accounts, view.language), std::move(blocks));
}

void add_portfolio_former(Document& document, const View& view) {
  const std::vector<std::size_t> former = former_accounts(view);
  if (former.empty()) return;
  Blocks blocks{plain_paragraph(say(msg::portfolio_former, view.language))};
  if (former.size() > kAccountsShown)
    blocks.emplace_back(account_links(view, former));
  else
    blocks.emplace_back(former_list(view, former));
  add_section(document, say(msg::portfolio_section_former, view.language), std::move(blocks));
}

}  // namespace kam
