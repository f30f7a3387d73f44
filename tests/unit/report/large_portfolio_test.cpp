#include <doctest/doctest.h>

#include <algorithm>

#include "report/charts.hpp"
#include "report/portfolio/portfolio.hpp"
#include "stage.hpp"

using namespace kam;

namespace {

constexpr int kCustomers = 300;

std::string number_of(int i) {
  return std::to_string(1000 + i);
}

// Every tenth without revenue, every third not assessed; of the others every second long ago; three actions
// each, one of them overdue.
std::vector<Account> hundreds() {
  std::vector<Account> accounts;
  for (int i = 0; i < kCustomers; ++i) {
    Account account = named("k" + number_of(i), "Kunde " + number_of(i));
    if (i % 10 != 0) account.figures[2025].revenue = 1000.0 * (i + 1);
    if (i % 7 != 0) account.attractiveness = {{"reference", {5.0 - i / 100.0, ""}}};
    if (i % 3 != 0)
      account.assessments = {{day(i % 2 == 0 ? 2026 : 2025, 5, 1),
                              Perspective::customer,
                              "",
                              "",
                              {{"flexibility", {4, i % 5 + 0.5, {}, ""}}}}};
    for (const int month : {10, 12, 12})
      account.actions.push_back({"Tun " + number_of(i), "",
                                 i % 4 == 0   ? ""
                                 : i % 4 == 1 ? "Anna"
                                              : "Jonas",
                                 day(2026, static_cast<unsigned>(month), 1), ActionStatus::open});
    accounts.push_back(std::move(account));
  }
  return accounts;
}

Lines section(const std::string& heading, Language language = Language::en) {
  const Stage stage(hundreds(), settings_of("Beispiel AG"));
  return section_of(build_portfolio_report(stage.view(language)), heading);
}

std::ptrdiff_t rows_in(const Lines& lines) {
  return std::ranges::count_if(lines, [](const std::string& line) { return line.starts_with("| "); });
}

bool has(const Lines& lines, std::string_view text) {
  return std::ranges::any_of(lines, [text](const std::string& line) { return line.starts_with(text); });
}

}  // namespace

TEST_CASE("the index of hundreds: the first by rank in a table, all others to be found by name") {
  const Lines lines = section("The customers at a glance");
  CHECK(rows_in(lines) == 61);
  CHECK(has(lines, "The first 60 by rank; the other 240 follow by name."));
  REQUIRE(lines.back().starts_with("- K Kunde 1"));
  const Stage stage(hundreds(), settings_of("Beispiel AG"));
  std::string text;
  for (const std::string& line : lines_of(build_portfolio_report(stage.view()))) text += line + "\n";
  for (int i = 0; i < kCustomers; ++i) CHECK(text.find(">k" + number_of(i)) != std::string::npos);
}

TEST_CASE("more than sixty former customers are named only, each with its page") {
  std::vector<Account> accounts = hundreds();
  const auto former_lines = [&accounts](std::size_t former) {
    for (std::size_t i = 0; i < former; ++i) accounts[i].status = Status::former;
    const Stage stage(accounts, settings_of("Beispiel AG"));
    return section_of(build_portfolio_report(stage.view()), "Former customers");
  };
  const auto named = [](const Lines& lines) {
    return std::ranges::count_if(lines, [](const std::string& line) { return line.starts_with("- "); });
  };
  CHECK(named(former_lines(60)) == 60);
  const Lines many = former_lines(61);
  CHECK(named(many) == 1);  // all under one initial
  for (int i = 0; i < 61; ++i)
    CHECK(std::ranges::any_of(
        many, [i](const std::string& line) { return line.find(">k" + number_of(i)) != std::string::npos; }));
}

TEST_CASE("the matrix of hundreds draws the fifty with most revenue and counts the others") {
  const Stage stage(hundreds(), settings_of("Beispiel AG"));
  const View view = stage.view();
  const std::vector<std::size_t> accounts = current_accounts(view);
  const Chart chart = portfolio_chart(view, accounts);
  const auto& points = std::get<ScatterChart>(chart.picture).points;
  CHECK(points.size() == 50);
  const auto placed = std::ranges::count_if(
      accounts, [&view](std::size_t account) { return view.scores.accounts[account].quadrant.has_value(); });
  std::vector<double> revenues;
  for (const std::size_t account : accounts)
    if (view.scores.accounts[account].quadrant)
      revenues.push_back(view.scores.accounts[account].figures.revenue.value_or(-1));
  std::ranges::sort(revenues, std::greater{});
  for (const ScatterPoint& point : points) CHECK(point.size.value_or(-1) >= revenues.at(49));
  REQUIRE(chart.not_drawn.size() == 2);
  CHECK(chart.not_drawn[0] ==
        NotDrawn{"Not drawn, to keep the picture readable",
                 {std::to_string(placed - 50) + " customers whose revenue is smaller or not known"}});
  CHECK(chart.not_drawn[1].names.size() == 13);
  CHECK(chart.not_drawn[1].names.back() == std::to_string(kCustomers - placed - 12) + " more");
  CHECK(abc_chart(view)->not_drawn.at(0).names.back() == "18 more");
}

TEST_CASE(
    "each field of the matrix of hundreds shows its first customers; long lists of names end in a number") {
  const Lines lines = section("Portfolio matrix");
  CHECK(rows_in(lines) <= 1 + 2 * 14);
  CHECK(has(lines, "|  | "));
  CHECK(std::ranges::any_of(lines,
                            [](const std::string& line) { return line.find(" more") != std::string::npos; }));
  CHECK(std::ranges::count_if(lines, [](const std::string& line) { return line.starts_with("- "); }) == 13);
  CHECK(lines.back().ends_with(" more"));
  CHECK(section("Revenue by ABC class and concentration").back().ends_with(" and 18 more."));
}

TEST_CASE("of hundreds of actions the most urgent, and who is responsible for how many") {
  const Lines lines = section("Open and overdue actions");
  CHECK(rows_in(lines) == 1 + 25 + 1 + 3);
  CHECK(lines[26] ==
        "These are the 25 most urgent. 875 more are open, 275 of them overdue; they stand in the customers' "
        "own "
        "pages.");
  CHECK(Lines(lines.end() - 4, lines.end()) == Lines{"| Owner | Open actions | Overdue actions",
                                                     "| Jonas | 450 | 150", "| Anna | 225 | 75",
                                                     "| – | 225 | 75"});
}

TEST_CASE("of hundreds not assessed or out of date the first by rank, and how many more there are") {
  const Lines lines = section("Not assessed or out of date");
  CHECK(rows_in(lines) == 26);
  CHECK(lines.back().starts_with("These are the first 25 by rank. Of 175 more, "));
}

TEST_CASE("a dozen names and one more are all named") {
  std::vector<std::string> names(13, "A");
  CHECK(first_names(names, Language::en) == names);
  names.emplace_back("B");
  CHECK(first_names(names, Language::de).size() == 13);
  CHECK(first_names(names, Language::de).back() == "2 weitere");
}
