#include "report/portfolio/portfolio.hpp"

#include <algorithm>
#include <array>
#include <tuple>

#include "kam/model/number.hpp"
#include "kam/report/page_names.hpp"
#include "kam/score/white_space.hpp"
#include "kam/text/format.hpp"
#include "kam/text/messages/inventory.hpp"
#include "kam/text/messages/people.hpp"
#include "kam/text/messages/plan.hpp"
#include "kam/text/messages/report.hpp"
#include "report/actions.hpp"
#include "report/cells.hpp"
#include "report/charts.hpp"
#include "report/measures.hpp"
#include "report/pages.hpp"
#include "report/portfolio/white_space.hpp"

namespace kam {

namespace {

enum class Standing { current, former };

std::vector<std::size_t> accounts_by_rank(const View& view, Standing standing) {
  std::vector<std::size_t> accounts;
  for (const std::size_t account : view.scores.ranking)
    if (is_former(view.accounts[account]) == (standing == Standing::former)) accounts.push_back(account);
  return accounts;
}

bool loses_points(const RequirementScore& requirement) {
  return requirement.lost_points && *requirement.lost_points > 0;
}

// Nothing where there is nobody of whom to say it.
std::string say_some(const Msg& one, const Msg& many, int count, Language language) {
  return count == 0 ? std::string() : say_count(one, many, count, language);
}

std::string how_many(const View& view, const Totals& totals) {
  const std::string accounts =
      say_count(msg::portfolio_customer, msg::portfolio_customers, totals.accounts, view.language);
  const std::string day = format_date(view.as_of, view.language);
  if (!view.scores.summary.revenue)
    return join_sentences({say(msg::portfolio_opening, view.language, {day, accounts}),
                           say(msg::portfolio_no_revenue, view.language)});
  const std::string revenue =
      format_money(*view.scores.summary.revenue, view.settings.currency, view.language);
  return say(msg::portfolio_opening_revenue, view.language, {day, accounts, revenue});
}

std::string revenue_gaps(const View& view, const Totals& totals) {
  if (!view.scores.summary.revenue) return {};
  return say_some(msg::portfolio_revenue_unknown_one, msg::portfolio_revenue_unknown, totals.revenue_unknown,
                  view.language);
}

// The account that holds the largest share; of equals the best ranked.
std::optional<std::size_t> largest_account(const View& view) {
  std::optional<std::size_t> largest;
  for (const std::size_t account : current_accounts(view)) {
    const auto& share = view.scores.accounts[account].revenue_share;
    if (!share || *share <= 0) continue;
    if (!largest || *share > *view.scores.accounts[*largest].revenue_share) largest = account;
  }
  return largest;
}

std::string concentration(const View& view, const Totals& totals) {
  const auto largest = largest_account(view);
  if (!largest || !view.scores.summary.share_of_three_largest) return {};
  const std::string& name = view.accounts[*largest].name;
  const std::string share = percent_text(*view.scores.accounts[*largest].revenue_share, view.language);
  if (totals.accounts - totals.revenue_unknown <= 3)
    return say(msg::portfolio_largest, view.language, {name, share});
  return say(msg::portfolio_largest_three, view.language,
             {name, share, percent_text(*view.scores.summary.share_of_three_largest, view.language)});
}

std::string qualifications(const View& view, const Totals& totals) {
  const Language language = view.language;
  const std::string key_accounts =
      totals.key_accounts == 0
          ? say(msg::portfolio_key_account_none, language)
          : say_count(msg::portfolio_key_account, msg::portfolio_key_accounts, totals.key_accounts, language);
  return join_sentences(
      {key_accounts,
       say_some(msg::portfolio_candidate, msg::portfolio_candidates, totals.candidates, language),
       say_some(msg::portfolio_not_yet_known_one, msg::portfolio_not_yet_known, totals.not_yet_known,
                language)});
}

std::string most_urgent_action(const View& view) {
  const std::vector<AgendaItem> open = open_actions(view);
  if (open.empty() || !is_overdue(open.front().due, view.as_of)) return {};
  const AgendaItem& longest = open.front();
  return say(msg::portfolio_urgent_action, view.language,
             {longest.title, view.accounts[longest.account].name, format_date(*longest.due, view.language)});
}

std::string most_urgent_shortfall(const View& view) {
  const std::vector<Shortfall> shortfalls = weighted_shortfalls(view);
  if (shortfalls.empty()) return {};
  const Shortfall& worst = shortfalls.front();
  const Account& account = view.accounts[worst.account];
  return say(msg::portfolio_urgent_shortfall, view.language,
             {account.name, requirement_label(view, account, worst.requirement.id)});
}

std::string overdue(const View& view) {
  return say_some(msg::plan_overdue_action, msg::plan_overdue_actions, view.scores.summary.overdue_actions,
                  view.language);
}

std::string unknowns(const View& view, const Totals& totals) {
  const Language language = view.language;
  return join_sentences(
      {say_some(msg::portfolio_unassessed_one, msg::portfolio_unassessed, totals.unassessed, language),
       say_some(msg::portfolio_stale_one, msg::portfolio_stale, totals.stale, language)});
}

std::vector<Cell> class_row(const View& view, Abc abc) {
  int count = 0;
  double revenue = 0;
  double share = 0;
  for (const AccountScores& scores : view.scores.accounts) {
    if (scores.abc != abc) continue;
    ++count;
    revenue += scores.figures.revenue.value_or(0);
    share += scores.revenue_share.value_or(0);
  }
  return {Text{std::string(to_id(abc)), {}}, Count{count}, Money{revenue}, Percent{share, 0}};
}

std::vector<std::size_t> without_revenue(const View& view) {
  std::vector<std::size_t> accounts;
  for (const std::size_t account : current_accounts(view))
    if (!view.scores.accounts[account].figures.revenue) accounts.push_back(account);
  return accounts;
}

Table class_table(const View& view) {
  Table table;
  table.caption = say(msg::portfolio_section_concentration, view.language);
  table.columns = {text_column("abc", say(msg::portfolio_class, view.language)),
                   number_column("accounts", field_label(view, "accounts")),
                   number_column("revenue", field_label(view, "revenue")),
                   number_column("revenue_share", field_label(view, "revenue_share"))};
  for (const Abc abc : {Abc::a, Abc::b, Abc::c}) table.rows.push_back(class_row(view, abc));
  return table;
}

std::string concentration_sentence(const View& view) {
  const PortfolioSummary& summary = view.scores.summary;
  if (!summary.share_of_largest || !summary.share_of_three_largest || !summary.herfindahl) return {};
  return say(msg::portfolio_concentration, view.language,
             {percent_text(*summary.share_of_largest, view.language),
              percent_text(*summary.share_of_three_largest, view.language),
              format_number(*summary.herfindahl, 2, view.language)});
}

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
    return Text{say(msg::list_more, view.language, {std::to_string(accounts.size() - kFieldShown)}), {}};
  return account_cell(view.accounts[accounts[row]]);
}

// One row of the matrix: its two fields' names, then their customers, one a row, so that each can be linked.
void add_matrix_row(Table& table, const View& view, const Msg& title, MatrixQuadrant low,
                    MatrixQuadrant high) {
  const auto heading = [&view](MatrixQuadrant quadrant, std::size_t count) {
    return Text{
        say(msg::portfolio_field, view.language, {label_of(quadrant, view.language), std::to_string(count)}),
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
  table.caption = say(msg::portfolio_section_matrix, language);
  table.columns = {text_column("attractiveness", field_label(view, "attractiveness")),
                   text_column("low", say(msg::portfolio_strength_low, language)),
                   text_column("high", say(msg::portfolio_strength_high, language))};
  add_matrix_row(table, view, msg::portfolio_attractiveness_high, MatrixQuadrant::star,
                 MatrixQuadrant::strategic);
  add_matrix_row(table, view, msg::portfolio_attractiveness_low, MatrixQuadrant::streamline,
                 MatrixQuadrant::status);
  return table;
}

Msg reason_not_placed(const AccountScores& scores) {
  if (scores.attractiveness.score) return msg::portfolio_fulfilment_unknown;
  return scores.fulfilment.score ? msg::portfolio_attractiveness_unknown : msg::portfolio_both_unknown;
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
        {Span{Span::Kind::plain, say(msg::list_more, view.language, {std::to_string(more)}), {}}});
  return list;
}

}  // namespace

std::vector<std::size_t> current_accounts(const View& view) {
  return accounts_by_rank(view, Standing::current);
}

std::vector<std::size_t> former_accounts(const View& view) {
  return accounts_by_rank(view, Standing::former);
}

Totals count_totals(const View& view) {
  Totals totals;
  for (const std::size_t account : current_accounts(view)) {
    const AccountScores& scores = view.scores.accounts[account];
    ++totals.accounts;
    totals.key_accounts += scores.qualification == Qualification::key_account;
    totals.candidates += scores.qualification == Qualification::candidate;
    totals.regulars += scores.qualification == Qualification::regular;
    totals.not_yet_known += scores.qualification == Qualification::unknown;
    totals.revenue_unknown += !scores.figures.revenue;
    totals.unassessed += !scores.fulfilment.score;
    totals.stale += scores.stale;
  }
  return totals;
}

std::vector<Shortfall> weighted_shortfalls(const View& view) {
  std::vector<Shortfall> shortfalls;
  for (const std::size_t account : current_accounts(view)) {
    const AccountScores& scores = view.scores.accounts[account];
    if (!scores.attractiveness.score) continue;
    for (const RequirementScore& requirement : scores.fulfilment.headline().requirements)
      if (loses_points(requirement))
        shortfalls.push_back(
            {account, requirement, *requirement.lost_points * *scores.attractiveness.score / 100});
  }
  std::ranges::stable_sort(shortfalls, [](const Shortfall& a, const Shortfall& b) {
    return a.weighted > b.weighted && !nearly_equal(a.weighted, b.weighted);
  });
  return shortfalls;
}

std::vector<std::size_t> unweighted_accounts(const View& view) {
  std::vector<std::size_t> accounts;
  for (const std::size_t account : current_accounts(view)) {
    const AccountScores& scores = view.scores.accounts[account];
    if (scores.attractiveness.score) continue;
    if (std::ranges::any_of(scores.fulfilment.headline().requirements, loses_points))
      accounts.push_back(account);
  }
  return accounts;
}

std::vector<AgendaItem> open_actions(const View& view) {
  std::vector<AgendaItem> open =
      find_agenda(view.accounts, view.scores.accounts, view.settings.thresholds, view.as_of);
  std::erase_if(open, [](const AgendaItem& item) { return item.kind != AgendaKind::action; });
  std::ranges::stable_sort(open, [&view](const AgendaItem& a, const AgendaItem& b) {
    if (a.due != b.due) return is_due_before(a.due, b.due);
    const auto rest = [&view](const AgendaItem& item) {
      return std::tuple(item.owner.empty(), std::string_view(item.owner),
                        std::string_view(view.accounts[item.account].name));
    };
    return rest(a) < rest(b);
  });
  return open;
}

Span account_link(const View& view, std::size_t account) {
  return Span{Span::Kind::link, view.accounts[account].name, page_of(view.accounts[account].id)};
}

std::vector<std::string> account_names(const View& view, const std::vector<std::size_t>& accounts) {
  std::vector<std::string> names;
  for (const std::size_t account : accounts) names.push_back(view.accounts[account].name);
  return names;
}

Document build_portfolio_report(const View& view) {
  const std::string& company = view.settings.company;
  Document document =
      new_page(view, company.empty() ? say(msg::portfolio_title, view.language)
                                     : say(msg::portfolio_title_of, view.language, {company}));
  document.subtitle = {amounts_line(view)};
  document.blocks.emplace_back(plain_paragraph(portfolio_opening(view)));
  if (view.accounts.empty()) return document;
  add_portfolio_summary(document, view);
  add_portfolio_accounts(document, view);
  add_portfolio_matrix(document, view);
  add_portfolio_trend(document, view);
  add_portfolio_concentration(document, view);
  add_portfolio_shortfalls(document, view);
  add_portfolio_white_space(document, view);
  add_portfolio_actions(document, view);
  add_portfolio_unknowns(document, view);
  add_portfolio_former(document, view);
  return document;
}

std::string portfolio_opening(const View& view) {
  if (view.accounts.empty())
    return say(msg::portfolio_empty, view.language, {format_date(view.as_of, view.language)});
  const Totals totals = count_totals(view);
  if (totals.accounts == 0)
    return say(msg::portfolio_only_former, view.language, {format_date(view.as_of, view.language)});
  return join_sentences({how_many(view, totals), concentration(view, totals), revenue_gaps(view, totals),
                         qualifications(view, totals), overdue(view), most_urgent_action(view),
                         most_urgent_shortfall(view), unknowns(view, totals)});
}

void add_portfolio_concentration(Document& document, const View& view) {
  const Language language = view.language;
  if (current_accounts(view).empty()) return;
  Blocks blocks;
  if (view.scores.summary.revenue) {
    const auto& limits = view.settings.thresholds.abc;
    add_chart(blocks, abc_chart(view));
    blocks.emplace_back(class_table(view));
    const std::string sentence = concentration_sentence(view);
    if (!sentence.empty()) blocks.emplace_back(plain_paragraph(sentence));
    blocks.emplace_back(
        plain_paragraph(say(msg::portfolio_abc_limits, language,
                            {percent_text(limits[0], language), percent_text(limits[1], language)}),
                        Tone::muted));
  }
  const std::vector<std::size_t> unknown = without_revenue(view);
  if (!unknown.empty())
    blocks.emplace_back(
        plain_paragraph(say(msg::portfolio_without_revenue, language,
                            {join_names(first_names(account_names(view, unknown), language), language)})));
  add_section(document, say(msg::portfolio_section_concentration, language), std::move(blocks));
}

// Without offerings in kam.yaml there is nothing to ask for.
void add_portfolio_white_space(Document& document, const View& view) {
  const auto accounts = current_accounts(view);
  if (view.settings.offerings.empty() || accounts.empty()) return;
  const auto totals = total_offerings(view.accounts, accounts, view.settings);
  Blocks blocks;
  if (std::ranges::all_of(totals, [](const OfferingTotal& total) { return total.known == 0; })) {
    blocks.emplace_back(plain_paragraph(say(msg::white_space_nothing_known, view.language)));
  } else {
    blocks.emplace_back(offering_table(view, accounts));
    blocks.emplace_back(plain_paragraph(say(msg::white_space_basis, view.language), Tone::muted));
  }
  add_section(document, say(msg::white_space_by_offering, view.language), std::move(blocks));
}

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
    blocks.emplace_back(plain_paragraph(say(msg::portfolio_matrix_thresholds, language,
                                            {format_trimmed(thresholds.matrix_attractiveness, 2, language),
                                             format_trimmed(thresholds.matrix_strength, 2, language)}),
                                        Tone::muted));
  }
  BulletList missing = not_placed(view);
  if (!missing.items.empty()) {
    blocks.emplace_back(plain_paragraph(say(msg::portfolio_not_placed, language)));
    blocks.emplace_back(std::move(missing));
  }
  add_section(document, say(msg::portfolio_section_matrix, language), std::move(blocks));
}

}  // namespace kam
