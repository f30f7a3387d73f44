#include <array>

#include "kam/model/number.hpp"
#include "kam/report/history.hpp"
#include "kam/report/inventory.hpp"
#include "report/cells.hpp"
#include "report/data_values.hpp"
#include "report/sums.hpp"
#include "report/time/revision_rows.hpp"

namespace kam {

namespace {

Cell score_number(std::optional<double> score) {
  return score ? Cell(Score{*score, Band::none, false, {}}) : Cell(Unknown{});
}

Cell exact_percent(std::optional<double> percent) {
  return percent ? Cell(Percent{*percent, 2}) : Cell(Unknown{});
}

template <class Enum>
Cell id_or_unknown(const std::optional<Enum>& value) {
  return value ? Cell(Term{std::string(to_id(*value)), {}}) : Cell(Unknown{});
}

std::vector<Cell> state_part(const PastState& state) {
  return {Text{state.commit, {}},
          state.day,
          list_cell(state.tags),
          text_cell(state.subject),
          Count{static_cast<long long>(state.errors)},
          list_cell(state.model_changes)};
}

constexpr std::array<std::string_view, 6> kStateKeys{"commit",  "date",   "tags",
                                                     "subject", "errors", "model_changes"};
constexpr std::array<std::string_view, 21> kPortfolioKeys{"accounts",
                                                          "revenue",
                                                          "abc_a",
                                                          "abc_b",
                                                          "abc_c",
                                                          "share_of_largest",
                                                          "share_of_three_largest",
                                                          "herfindahl",
                                                          "key_accounts",
                                                          "candidates",
                                                          "regulars",
                                                          "qualification_unknown",
                                                          "unassessed",
                                                          "stale",
                                                          "mean_attractiveness",
                                                          "mean_fulfilment",
                                                          "mean_completeness",
                                                          "open_actions",
                                                          "overdue_actions",
                                                          "expected_value",
                                                          "white_space"};
constexpr std::array<std::string_view, 13> kAccountKeys{"account",
                                                        "name",
                                                        "status",
                                                        "revenue",
                                                        "attractiveness",
                                                        "attractiveness_coverage",
                                                        "partnership",
                                                        "partnership_coverage",
                                                        "qualification",
                                                        "fulfilment",
                                                        "fulfilment_coverage",
                                                        "perspective",
                                                        "completeness"};

template <std::size_t Size>
void add_columns(Table& table, const std::array<std::string_view, Size>& keys) {
  for (const auto key : keys) table.columns.push_back(text_column(std::string(key), {}));
}

std::vector<Cell> portfolio_part(const PastState& state) {
  if (!state.summary) return std::vector<Cell>(kPortfolioKeys.size(), Unknown{});
  const PortfolioSummary& summary = *state.summary;
  return {Count{summary.accounts},
          sum_cell(summary.revenue),
          Count{summary.abc_a},
          Count{summary.abc_b},
          Count{summary.abc_c},
          exact_percent(summary.share_of_largest),
          exact_percent(summary.share_of_three_largest),
          summary.herfindahl ? Cell(Number{round_half_away(*summary.herfindahl, 4), 4}) : Cell(Unknown{}),
          Count{summary.key_accounts},
          Count{summary.candidates},
          Count{summary.regulars},
          Count{summary.not_yet_known},
          Count{summary.unassessed},
          Count{summary.stale},
          score_number(state.means.attractiveness),
          score_number(state.means.fulfilment),
          score_number(state.means.completeness),
          Count{summary.open_actions},
          Count{summary.overdue_actions},
          sum_cell(summary.expected_value),
          sum_cell(summary.white_space)};
}

std::vector<Cell> account_part(const PastAccount& account) {
  if (!account.readable) {
    std::vector<Cell> cells(kAccountKeys.size(), Unknown{});
    cells[0] = text_cell(account.id);
    return cells;
  }
  return {text_cell(account.id),
          text_cell(account.name),
          id_or_unknown(account.status),
          money_cell(account.revenue),
          score_number(account.attractiveness),
          exact_percent(account.attractiveness_coverage),
          score_number(account.partnership),
          exact_percent(account.partnership_coverage),
          id_or_unknown(std::optional(account.qualification)),
          score_number(account.fulfilment),
          exact_percent(account.fulfilment_coverage),
          id_or_unknown(account.perspective),
          score_number(account.completeness)};
}

void add_row(Table& table, const PastState& state, std::vector<Cell> part) {
  auto row = state_part(state);
  row.insert(row.end(), part.begin(), part.end());
  table.rows.push_back(std::move(row));
}

Data past_account_data(const PastAccount& account) {
  const bool known = account.readable;
  return Data::Record{{"id", account.id},
                      {"readable", known},
                      {"renamed_from", text_data(account.renamed_from)},
                      {"name", text_data(account.name)},
                      {"status", id_data(account.status)},
                      {"revenue", number_data(account.revenue)},
                      {"attractiveness", percent_data(account.attractiveness)},
                      {"attractiveness_coverage", percent_data(account.attractiveness_coverage)},
                      {"partnership", percent_data(account.partnership)},
                      {"partnership_coverage", percent_data(account.partnership_coverage)},
                      {"qualification", known ? Data(to_id(account.qualification)) : Data()},
                      {"fulfilment", percent_data(account.fulfilment)},
                      {"fulfilment_coverage", percent_data(account.fulfilment_coverage)},
                      {"perspective", id_data(account.perspective)},
                      {"completeness", percent_data(account.completeness)}};
}

Data state_data(const PastState& state) {
  Data::List accounts;
  for (const PastAccount& account : state.accounts) accounts.push_back(past_account_data(account));
  return Data::Record{
      {"commit", state.commit},
      {"date", format_iso_date(state.day)},
      {"tags", Data::List(state.tags.begin(), state.tags.end())},
      {"subject", text_data(state.subject)},
      {"errors", static_cast<std::int64_t>(state.errors)},
      {"model_changes", Data::List(state.model_changes.begin(), state.model_changes.end())},
      {"summary", state.summary ? build_summary_data(*state.summary) : Data()},
      {"means", state.summary
                    ? Data(Data::Record{{"attractiveness", percent_data(state.means.attractiveness)},
                                        {"fulfilment", percent_data(state.means.fulfilment)},
                                        {"completeness", percent_data(state.means.completeness)}})
                    : Data()},
      {"accounts", std::move(accounts)}};
}

}  // namespace

Table build_revisions_table(const RevisionsView& view) {
  Table table;
  add_columns(table, kStateKeys);
  if (view.accounts.empty()) {
    add_columns(table, kPortfolioKeys);
    for (const PastState& state : view.states) add_row(table, state, portfolio_part(state));
    return table;
  }
  add_columns(table, kAccountKeys);
  for (const auto& id : view.accounts)
    for (const auto& [state, account] : states_with(view.states, id))
      add_row(table, *state, account_part(*account));
  return table;
}

Data build_revisions_data(const RevisionsView& view) {
  Data::List states;
  for (const PastState& state : view.states) states.push_back(state_data(state));
  return Data::Record{{"kam", 1},
                      {"as_of", format_iso_date(view.as_of)},
                      {"company", text_data(view.company)},
                      {"currency", text_data(view.currency)},
                      {"each", view.each},
                      {"states", std::move(states)}};
}

}  // namespace kam
