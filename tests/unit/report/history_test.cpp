#include "kam/report/history.hpp"

#include <algorithm>

#include "stage.hpp"

using namespace kam;

namespace {

Account assessed(const std::string& id, const std::vector<Assessment>& assessments) {
  Account account = named(id, "Firma " + id);
  account.assessments = assessments;
  return account;
}

// One requirement of importance 5, so that the fulfilment is 20 × the rating.
Assessment rated(Date date, Perspective perspective, double rating) {
  return {date, perspective, "", "", {{"flexibility", {5, rating, {}, ""}}}};
}

const Chart* trend_of(const Document& document) {
  for (const Block& block : document.blocks)
    if (const auto* chart = std::get_if<Chart>(&block); chart != nullptr && chart->id == "trend")
      return chart;
  return nullptr;
}

bool is_quarter(const std::string& line) {
  return line.starts_with("| Q") && !line.starts_with("| Quarter");
}

PastState state_of(const std::string& commit, std::optional<double> revenue) {
  PastState state{commit + std::string(40 - commit.size(), '0'), day(2026, 5, 1)};
  state.summary.emplace();
  state.summary->accounts = 1;
  state.summary->revenue = revenue;
  return state;
}

}  // namespace

TEST_CASE("the portfolio report has the mean fulfilment by quarters, with how many it rests on") {
  const Stage stage({assessed("a", {rated(day(2026, 2, 1), Perspective::customer, 2),
                                    rated(day(2026, 10, 1), Perspective::own, 5)}),
                     assessed("b", {rated(day(2026, 5, 1), Perspective::customer, 4)})});
  const Document report = build_portfolio_report(stage.view());
  const Lines section = section_of(report, "Fulfilment over time");
  const Lines table(std::ranges::find_if(section, is_quarter), section.end());
  REQUIRE(table.size() >= 3);
  CHECK(table[0] == "| Q1 2026 | 40 | 1 | – | –");
  CHECK(table[1] == "| Q2 2026 | 60 | 2 | – | –");
  CHECK(table[2] == "| Q4 2026, up to 24 Nov 2026 | 60 | 2 | 100 | 1");
  const Chart* chart = trend_of(report);
  REQUIRE(chart != nullptr);
  CHECK(chart->alternative ==
        "Customer's view (mean): from 40 points (1 customer) on 31 Mar 2026 to 60 points (2 customers) on 24 "
        "Nov 2026. "
        "Own view (mean): 100 points (1 customer) on 24 Nov 2026.");
}

TEST_CASE("of one day there is no trend") {
  const Stage stage({assessed("a", {rated(day(2026, 2, 1), Perspective::customer, 2)}), named("b", "B")});
  const Document report = build_portfolio_report(stage.view());
  CHECK(section_of(report, "Fulfilment over time").empty());
  CHECK(trend_of(report) == nullptr);
}

TEST_CASE("of a long history the last three years are shown and the rest is counted") {
  std::vector<Assessment> assessments;
  for (int year = 2020; year < 2026; ++year)
    for (const unsigned month : {1U, 4U, 7U, 10U})
      assessments.push_back(rated(day(year, month, 1), Perspective::customer, 3));
  const Stage stage({assessed("a", assessments)});
  const Lines section = section_of(build_portfolio_report(stage.view()), "Fulfilment over time");
  CHECK(std::ranges::count_if(section, is_quarter) == 12);
  CHECK(section.back() == "Earlier periods, not shown here: 12.");
}

TEST_CASE("states without a change of figures are counted, but the last is shown") {
  RevisionsView view{"", "EUR", day(2026, 11, 24), Language::en, "commit", {}, {}};
  view.states = {state_of("a", 100), state_of("b", 100), state_of("c", 200), state_of("d", 200),
                 state_of("e", 200)};
  view.states[2].errors = 1;
  view.states[2].summary.reset();
  view.states[4].model_changes = {"scale", "requirements"};
  const Lines lines = lines_of(build_revisions(view));
  const auto has = [&lines](const std::string& part) {
    return std::ranges::any_of(lines, [&](const auto& line) { return line.find(part) != std::string::npos; });
  };
  CHECK(has("a000000000"));
  CHECK_FALSE(has("b000000000"));
  CHECK(has("c000000000"));
  CHECK(has("d000000000"));
  CHECK(has("e000000000"));
  CHECK(has("1 state without a change of these figures is not shown; CSV and JSON have it."));
  CHECK(has("(c000000000): does not read without errors, so it is not known."));
  CHECK(has("(e000000000): the rating model was changed (Scale, Requirements)"));
  CHECK(build_revisions_table(view).rows.size() == 5);
}

TEST_CASE("a state that does not read has nothing known in any format") {
  RevisionsView view{"", "EUR", day(2026, 11, 24), Language::en, "commit", {"a"}, {}};
  view.states = {state_of("b", {})};
  view.states[0].summary.reset();
  view.states[0].errors = 1;
  view.states[0].accounts = {{"a", false}};
  const Table table = build_revisions_table(view);
  REQUIRE(table.rows.size() == 1);
  for (std::size_t i = 7; i < table.columns.size(); ++i) CHECK(table.rows[0][i] == Cell(Unknown{}));
  view.accounts.clear();
  const Table portfolio = build_revisions_table(view);
  for (std::size_t i = 6; i < portfolio.columns.size(); ++i) CHECK(portfolio.rows[0][i] == Cell(Unknown{}));
}
