#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "kam/model/number.hpp"
#include "kam/report/history.hpp"
#include "kam/report/inventory.hpp"
#include "kam/text/format.hpp"
#include "kam/text/labels.hpp"
#include "kam/text/messages/history.hpp"
#include "kam/text/messages/inventory.hpp"
#include "report/cells.hpp"
#include "report/data_values.hpp"
#include "report/sections.hpp"
#include "report/sums.hpp"

namespace kam {

namespace {

// The states that have the account, with what is kept of it; both outlive the list.
using StateOfAccount = std::pair<const PastState*, const PastAccount*>;

std::string label(const RevisionsView& view, std::string_view field) {
  return std::string(find_label(Vocabulary::field, field, view.language));
}

std::string mean_label(const RevisionsView& view, std::string_view field) {
  return say(msg::history_mean, view.language, {label(view, field)});
}

Column state_column(const RevisionsView& view) {
  return text_column("commit", say(msg::revisions_commit, view.language));
}

// Which state it is: the first columns of either table.
std::vector<Column> state_columns(const RevisionsView& view) {
  return {text_column("date", label(view, "date")), state_column(view),
          text_column("tags", say(msg::revisions_tags, view.language), 1)};
}

// As people write a commit: ten digits of its id.
std::string short_commit(const std::string& commit) {
  constexpr std::size_t kDigits = 10;
  return commit.substr(0, kDigits);
}

std::vector<Cell> state_cells(const PastState& state) {
  return {state.day, Text{short_commit(state.commit), {}}, list_cell(state.tags)};
}

Cell plain_cell(std::optional<double> score) {
  return score ? Cell(Score{*score, Band::none, false, {}}) : Cell(Unknown{});
}

// Rows that say something new; the last one always does.
class ChangedRows {
 public:
  void add(Table& table, const PastState& state, std::vector<Cell> figures, bool last) {
    if (!last && figures == before_) {
      ++left_out_;
      return;
    }
    auto row = state_cells(state);
    row.insert(row.end(), figures.begin(), figures.end());
    table.rows.push_back(std::move(row));
    before_ = std::move(figures);
  }

  int left_out() const { return left_out_; }

 private:
  std::optional<std::vector<Cell>> before_;
  int left_out_ = 0;
};

void add_left_out(Document& document, const RevisionsView& view, int count) {
  if (count > 0)
    document.blocks.emplace_back(plain_paragraph(
        say_count(msg::revisions_unchanged_one, msg::revisions_unchanged_many, count, view.language),
        Tone::muted));
}

// ---- the portfolio ----

std::vector<Cell> portfolio_figures(const PastState& state) {
  if (!state.summary) return std::vector<Cell>(10, Unknown{});
  const PortfolioSummary& summary = *state.summary;
  return {Count{summary.accounts},
          sum_cell(summary.revenue),
          percent_cell(summary.share_of_three_largest),
          Count{summary.key_accounts},
          Count{summary.candidates},
          Count{summary.not_yet_known},
          plain_cell(state.means.attractiveness),
          plain_cell(state.means.fulfilment),
          Count{summary.unassessed},
          plain_cell(state.means.completeness)};
}

void add_portfolio_states(Document& document, const RevisionsView& view) {
  const Language language = view.language;
  Table table;
  table.caption = document.title;
  table.columns = state_columns(view);
  for (auto& column :
       {number_column("accounts", label(view, "accounts")), number_column("revenue", label(view, "revenue")),
        number_column("share_of_three_largest", say(msg::revisions_three_largest, language), 4),
        number_column("key_accounts", say(msg::revisions_key_accounts, language)),
        number_column("candidates", say(msg::revisions_candidates, language), 6),
        number_column("not_yet_known", say(msg::revisions_not_yet_known, language), 5),
        number_column("attractiveness", mean_label(view, "attractiveness"), 3),
        number_column("fulfilment", mean_label(view, "fulfilment")),
        number_column("unassessed", say(msg::revisions_unassessed, language), 7),
        number_column("completeness", mean_label(view, "completeness"), 2)})
    table.columns.push_back(column);
  ChangedRows rows;
  for (const PastState& state : view.states)
    rows.add(table, state, portfolio_figures(state), &state == &view.states.back());
  drop_unknown_columns(table);
  document.blocks.emplace_back(std::move(table));
  add_left_out(document, view, rows.left_out());
}

// ---- accounts ----

std::vector<Cell> account_figures(const PastAccount& account, Language language) {
  if (!account.readable) return std::vector<Cell>(7, Unknown{});
  return {
      money_cell(account.revenue),
      plain_cell(account.attractiveness),
      plain_cell(account.partnership),
      Term{std::string(to_id(account.qualification)), std::string(label_of(account.qualification, language))},
      plain_cell(account.fulfilment),
      term_cell(account.perspective, language),
      plain_cell(account.completeness)};
}

std::vector<StateOfAccount> states_with(const std::vector<PastState>& states, std::string_view id) {
  std::vector<StateOfAccount> found;
  for (const PastState& state : states) {
    const auto account = std::ranges::find(state.accounts, id, &PastAccount::id);
    if (account != state.accounts.end()) found.emplace_back(&state, &*account);
  }
  return found;
}

void add_account_states(Document& document, const RevisionsView& view, const std::string& id) {
  Table table;
  table.columns = state_columns(view);
  for (auto& column : {number_column("revenue", label(view, "revenue"), 3),
                       number_column("attractiveness", label(view, "attractiveness")),
                       number_column("partnership", label(view, "partnership")),
                       text_column("qualification", label(view, "qualification")),
                       number_column("fulfilment", label(view, "fulfilment")),
                       text_column("perspective", label(view, "perspective"), 2),
                       number_column("completeness", label(view, "completeness"))})
    table.columns.push_back(column);
  std::string name = id;
  ChangedRows rows;
  const auto states = states_with(view.states, id);
  for (const auto& [state, account] : states) {
    if (!account->name.empty()) name = account->name;
    rows.add(table, *state, account_figures(*account, view.language), state == states.back().first);
  }
  drop_unknown_columns(table);
  table.caption = name;
  add_section(document, name, Blocks{std::move(table)});
  add_left_out(document, view, rows.left_out());
}

// ---- what to know about the states ----

std::string model_parts(const RevisionsView& view, const PastState& state) {
  std::vector<std::string> labels;
  for (const auto& part : state.model_changes) labels.push_back(label(view, part));
  return fmt::format("{}", fmt::join(labels, ", "));
}

bool is_asked_for(const RevisionsView& view, const PastAccount& account) {
  return std::ranges::find(view.accounts, account.id) != view.accounts.end();
}

// Whether the state says anything of what is shown.
bool is_shown(const RevisionsView& view, const PastState& state) {
  return view.accounts.empty() || std::ranges::any_of(state.accounts, [&view](const PastAccount& account) {
           return is_asked_for(view, account);
         });
}

// Whether something of what is shown is not known, since files do not read.
bool is_broken(const RevisionsView& view, const PastState& state) {
  if (view.accounts.empty()) return state.errors > 0;
  return std::ranges::any_of(state.accounts, [&view](const PastAccount& account) {
    return !account.readable && is_asked_for(view, account);
  });
}

// The states from `first` on that do not read, as one note.
std::string broken_note(const RevisionsView& view, std::size_t first) {
  std::size_t end = first;
  while (end < view.states.size() && is_broken(view, view.states[end])) ++end;
  const auto& from = view.states[first];
  const auto& to = view.states[end - 1];
  const auto from_day = format_date(from.day, view.language);
  if (end == first + 1)
    return say(msg::revisions_broken, view.language, {from_day, short_commit(from.commit)});
  return say(msg::revisions_broken_many, view.language,
             {from_day, short_commit(from.commit), format_date(to.day, view.language),
              short_commit(to.commit), std::to_string(end - first)});
}

std::vector<std::string> notes_on(const RevisionsView& view, std::size_t index) {
  const PastState& state = view.states[index];
  if (!is_shown(view, state)) return {};
  const auto date = format_date(state.day, view.language);
  const auto commit = short_commit(state.commit);
  std::vector<std::string> notes;
  if (is_broken(view, state) && (index == 0 || !is_broken(view, view.states[index - 1])))
    notes.push_back(broken_note(view, index));
  if (!state.model_changes.empty())
    notes.push_back(say(msg::revisions_model, view.language, {date, commit, model_parts(view, state)}));
  for (const PastAccount& account : state.accounts)
    if (!account.renamed_from.empty() && is_asked_for(view, account))
      notes.push_back(
          say(msg::revisions_renamed, view.language, {date, commit, account.id, account.renamed_from}));
  return notes;
}

void add_notes(Document& document, const RevisionsView& view) {
  BulletList list;
  for (std::size_t i = 0; i < view.states.size(); ++i)
    for (auto& note : notes_on(view, i))
      list.items.push_back(Line{Span{Span::Kind::plain, std::move(note), {}}});
  if (!list.items.empty()) document.blocks.emplace_back(std::move(list));
  document.blocks.emplace_back(plain_paragraph(say(msg::revisions_each, view.language), Tone::muted));
  if (view.accounts.empty())
    document.blocks.emplace_back(plain_paragraph(say(msg::revisions_means, view.language), Tone::muted));
}

// From the portfolio to an account of the last state, from there to its assessments.
std::string next_command(const RevisionsView& view) {
  if (!view.accounts.empty()) return "kam history " + view.accounts.front();
  if (view.states.empty() || view.states.back().accounts.empty()) return {};
  return "kam history --revisions " + view.states.back().accounts.front().id;
}

std::string title_of(const RevisionsView& view) {
  const bool portfolio = view.accounts.empty();
  if (view.company.empty())
    return say(portfolio ? msg::revisions_title : msg::revisions_title_accounts, view.language);
  return say(portfolio ? msg::revisions_title_of : msg::revisions_title_accounts_of, view.language,
             {view.company});
}

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

Document build_revisions(const RevisionsView& view) {
  Document document;
  document.title = title_of(view);
  document.aside = say(msg::as_of_day, view.language, {format_date(view.as_of, view.language)});
  document.language = view.language;
  document.currency = view.currency;
  if (view.accounts.empty()) {
    add_portfolio_states(document, view);
  } else {
    for (const auto& id : view.accounts) add_account_states(document, view, id);
  }
  add_notes(document, view);
  if (const auto next = next_command(view); !next.empty())
    document.blocks.emplace_back(command_line(view.language, {next}));
  return document;
}

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
