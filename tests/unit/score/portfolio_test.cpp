#include "sample.hpp"

using namespace kam;
using namespace kam::sample;

namespace {

PortfolioScores score_revenues(const std::vector<std::optional<double>>& revenues,
                               const Settings& settings = bare_settings()) {
  std::vector<Account> accounts;
  for (const auto& revenue : revenues) {
    accounts.push_back(unknown_account("a" + std::to_string(accounts.size())));
    accounts.back().figures[2025].revenue = revenue;
  }
  return score_portfolio(accounts, settings, kToday);
}

// The classes of the accounts in a row, `-` where there is none.
std::string classes(const PortfolioScores& scores) {
  std::string result;
  for (const auto& account : scores.accounts) result += account.abc ? to_id(*account.abc) : "-";
  return result;
}

std::string classes(const std::vector<std::optional<double>>& revenues) {
  return classes(score_revenues(revenues));
}

// The ids of the accounts by rank.
std::string ranking(const PortfolioScores& scores) {
  std::string result;
  for (const auto index : scores.ranking) result += scores.accounts[index].id;
  return result;
}

Account ranked(const std::string& id, std::optional<double> rating, std::optional<double> revenue) {
  Account account = unknown_account(id);
  if (rating) account.attractiveness = {{"x", {*rating, ""}}};
  account.figures[2025].revenue = revenue;
  return account;
}

}  // namespace

TEST_CASE("ABC: the share of those with strictly more decides") {
  // Sum 166.3; what the larger ones hold before each: 0, 26.5, 47.9, 63.6, 75.5, 85.7, 93.1, 96.9, 98.7 %.
  CHECK(classes({44.1, 35.6, 26.1, 19.8, 16.9, 12.3, 6.4, 2.9, 2.2}) == "AAAAABBCC");
  CHECK(classes({2.2, 2.9, 6.4, 12.3, 16.9, 19.8, 26.1, 35.6, 44.1}) == "CCBBAAAAA");
}

TEST_CASE("ABC: the largest is always A") {
  CHECK(classes({1000}) == "A");
  CHECK(classes({99, 1}) == "AC");
  CHECK(classes({1, 99}) == "CA");
}

TEST_CASE("ABC: a share on the limit is past it") {
  CHECK(classes({80, 15, 5}) == "ABC");        // 0, 80, 95
  CHECK(classes({79.9, 15, 5.1}) == "AAB");    // 0, 79.9, 94.9
  CHECK(classes({80.1, 15, 4.9}) == "ABC");    // 0, 80.1, 95.1
  CHECK(classes({0.8, 0.15, 0.05}) == "ABC");  // whatever the rounding
  CHECK(classes({0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.05, 0.05, 0.05, 0.03, 0.02}) == "AAAAAAAABBBCC");
}

TEST_CASE("ABC: equals share a class") {
  CHECK(classes({25, 25, 25, 25}) == "AAAA");
  CHECK(classes({80, 5, 5, 5, 5}) == "ABBBB");
  CHECK(classes({90, 4, 3, 3}) == "ABBB");
  CHECK(classes({0.3, 0.1 + 0.2, 0.0001}) == "AAC");
}

TEST_CASE("ABC: the limits are the portfolio's") {
  Settings settings = bare_settings();
  settings.thresholds.abc = {40, 70};
  CHECK(classes(score_revenues({40, 30, 30}, settings)) == "ABB");
  settings.thresholds.abc = {40, 40};
  CHECK(classes(score_revenues({40, 30, 30}, settings)) == "ACC");
}

TEST_CASE("ABC: no revenue earned is C with a share of 0, no revenue known is neither") {
  const auto scores = score_revenues({100, 0, -50, std::nullopt});
  CHECK(classes(scores) == "ACC-");
  CHECK(scores.accounts[0].revenue_share == 100.0);
  CHECK(scores.accounts[1].revenue_share == 0.0);
  CHECK(scores.accounts[2].revenue_share == 0.0);
  CHECK_FALSE(scores.accounts[3].revenue_share);
  CHECK(scores.summary.revenue == 100.0);
  CHECK(scores.summary.abc_a == 1);
  CHECK(scores.summary.abc_b == 0);
  CHECK(scores.summary.abc_c == 2);
}

TEST_CASE("ABC: revenues of a cent and less are revenues") {
  const auto scores = score_revenues({0.5, 0.5});
  CHECK(classes(scores) == "AA");
  CHECK(scores.accounts[1].revenue_share == 50.0);
}

TEST_CASE("ABC: former accounts take no part") {
  std::vector<Account> accounts{account_with_revenue("a", 900), account_with_revenue("b", 60),
                                account_with_revenue("c", 40)};
  accounts[0].status = Status::former;
  accounts[1].status = Status::prospect;
  const auto scores = score_portfolio(accounts, bare_settings(), kToday);
  CHECK(classes(scores) == "-AA");
  CHECK_FALSE(scores.accounts[0].revenue_share);
  CHECK(known(scores.accounts[1].revenue_share) == about(60));
  CHECK(known(scores.summary.revenue) == about(100));
  CHECK(scores.summary.accounts == 3);
  CHECK(known(scores.summary.share_of_largest) == about(60));
}

TEST_CASE("ABC: by the revenue known on the day") {
  std::vector<Account> accounts{account_with_revenue("a", 4), account_with_revenue("b", 96)};
  accounts[0].figures[2026].revenue = 10000;
  CHECK(classes(score_portfolio(accounts, bare_settings(), day("2025-12-31"))) == "CA");
  CHECK(classes(score_portfolio(accounts, bare_settings(), day("2026-12-31"))) == "AC");
  CHECK(classes(score_portfolio(accounts, bare_settings(), day("2024-12-31"))) == "--");
}

TEST_CASE("concentration: the largest, the three largest, Herfindahl") {
  const auto summary = score_revenues({10, 40, 20, 30}).summary;
  CHECK(summary.revenue == 100.0);
  CHECK(known(summary.share_of_largest) == about(40));
  CHECK(known(summary.share_of_three_largest) == about(90));
  CHECK(known(summary.herfindahl) == about(0.3));  // 0.16 + 0.09 + 0.04 + 0.01
}

TEST_CASE("concentration: of fewer than three accounts, of all") {
  const auto summary = score_revenues({30, 10, -20, 0}).summary;
  CHECK(known(summary.share_of_largest) == about(75));
  CHECK(known(summary.share_of_three_largest) == about(100));
  CHECK(known(summary.herfindahl) == about(0.625));
}

TEST_CASE("concentration: none without revenue") {
  SUBCASE("none known") {
    const auto summary = score_revenues({std::nullopt, std::nullopt}).summary;
    CHECK_FALSE(summary.revenue);
    CHECK_FALSE(summary.share_of_largest);
    CHECK_FALSE(summary.share_of_three_largest);
    CHECK_FALSE(summary.herfindahl);
  }
  SUBCASE("none earned") {
    const auto scores = score_revenues({0, -5});
    CHECK(classes(scores) == "CC");
    CHECK(scores.accounts[0].revenue_share == 0.0);
    const auto& summary = scores.summary;
    CHECK(summary.revenue == 0.0);
    CHECK_FALSE(summary.share_of_largest);
    CHECK_FALSE(summary.share_of_three_largest);
    CHECK_FALSE(summary.herfindahl);
  }
  SUBCASE("no account at all") {
    const auto scores = score_revenues({});
    CHECK(scores.accounts.empty());
    CHECK(scores.ranking.empty());
    CHECK(scores.summary.accounts == 0);
    CHECK_FALSE(scores.summary.revenue);
    CHECK_FALSE(scores.summary.expected_value);
    CHECK_FALSE(scores.summary.white_space);
  }
}

TEST_CASE("rank: attractiveness, then revenue, highest first and unknown last; then id") {
  Settings settings = bare_settings();
  settings.attractiveness = {{"x", 1, {}, {}, {}}};
  const std::vector<Account> accounts{
      ranked("g", {}, 50), ranked("h", {}, {}),     ranked("c", 3, 10),  ranked("e", 3, {}),
      ranked("a", 5, 1),   ranked("b", 3, 90),      ranked("f", {}, 90), ranked("d", 3, 10),
      ranked("i", {}, {}), ranked("z", 0, 1000000),
  };
  const auto scores = score_portfolio(accounts, settings, kToday);
  CHECK(ranking(scores) == "abcdezfghi");
  for (std::size_t place = 0; place < scores.ranking.size(); ++place)
    CHECK(scores.accounts[scores.ranking[place]].rank == static_cast<int>(place) + 1);
  CHECK(scores.accounts[4].id == "a");  // the order of the accounts given stays
}

TEST_CASE("rank: differences below 1e-9 are none") {
  Settings settings = bare_settings();
  settings.attractiveness = {{"x", 1, {}, {}, {}}};
  const double rating = 3;  // 60 points; 1e-12 more are 2e-11 points
  const std::vector<Account> accounts{ranked("a", rating + 1e-12, 10), ranked("b", rating, 20),
                                      ranked("d", rating, 20 + 1e-10), ranked("c", rating + 1e-9, 0)};
  CHECK(ranking(score_portfolio(accounts, settings, kToday)) == "cbda");
}

TEST_CASE("summary: counts and sums over the accounts") {
  Settings settings = bare_settings();
  settings.attractiveness = {{"x", 1, {}, {}, {}}};
  settings.partnership = {{"y", 1, {}, {}, {}}};
  settings.requirements = {{"r", {}}};
  const auto account = [](const char* id, std::optional<double> x, std::optional<double> y) {
    Account result = ranked(id, x, {});
    if (y) result.partnership = {{"y", {*y, ""}}};
    return result;
  };
  std::vector<Account> accounts{account("a", 5, 5),  account("b", 5, 0),  account("c", 5, 1),
                                account("d", 0, 5),  account("e", 0, 0),  account("f", 1, 5),
                                account("g", 5, {}), account("h", {}, 5), account("i", {}, {}),
                                account("j", {}, {})};
  accounts[0].assessments = {assessment("2026-01-10", Perspective::customer, {{"r", 5, 5}})};
  accounts[1].assessments = {assessment("2020-01-10", Perspective::own, {{"r", 5, 5}})};
  accounts[2].assessments = {assessment("2020-01-10", Perspective::own, {})};
  accounts[3].status = Status::former;
  accounts[3].assessments = {assessment("2019-01-10", Perspective::customer, {})};
  accounts[0].actions = {{"x", "", "", day("2026-01-01"), ActionStatus::open},
                         {"y", "", "", day("2027-01-01"), ActionStatus::open}};
  accounts[1].actions = {{"x", "", "", day("2026-01-01"), ActionStatus::open}};
  accounts[0].potentials = {{"p", "", 1000, 50, PotentialStatus::open, "", {}}};
  accounts[1].potentials = {{"p", "", 100, 10, PotentialStatus::open, "", {}}};
  accounts[3].potentials = {{"p", "", 7000, 50, PotentialStatus::open, "", {}}};  // d is gone
  accounts[3].offerings = {{"o", {10, 700, ""}}};
  accounts[0].offerings = {{"o", {10, 30, ""}}};
  accounts[2].offerings = {{"o", {10, 15, ""}}};
  const auto summary = score_portfolio(accounts, settings, kToday).summary;
  CHECK(summary.accounts == 10);
  CHECK(summary.key_accounts == 1);
  CHECK(summary.candidates == 2);
  CHECK(summary.regulars == 2);  // d is gone
  CHECK(summary.not_yet_known == 4);
  CHECK(summary.unassessed == 7);  // all but a and b, and d is gone
  CHECK(summary.stale == 2);       // b and c; d is gone
  CHECK(summary.open_actions == 3);
  CHECK(summary.overdue_actions == 2);
  CHECK(known(summary.expected_value) == about(510));
  CHECK(known(summary.white_space) == about(25));
}

TEST_CASE("summary: classes are counted") {
  const auto summary = score_revenues({44.1, 35.6, 26.1, 19.8, 16.9, 12.3, 6.4, 2.9, std::nullopt}).summary;
  CHECK(summary.abc_a == 5);
  CHECK(summary.abc_b == 2);
  CHECK(summary.abc_c == 1);
}

TEST_CASE("everything unknown") {
  const std::vector<Account> accounts{unknown_account()};
  const auto portfolio = score_portfolio(accounts, settings(), kToday);
  const auto& scores = portfolio.accounts[0];
  CHECK_FALSE(scores.figures.revenue);
  CHECK_FALSE(scores.figures.profit);
  for (const auto* weighted : {&scores.attractiveness, &scores.partnership, &scores.collaboration}) {
    CHECK_FALSE(weighted->score);
    CHECK(weighted->coverage == 0.0);
  }
  CHECK_FALSE(scores.fulfilment.score);
  CHECK(scores.fulfilment.customer.requirements.size() == 13);
  CHECK(scores.qualification == Qualification::unknown);
  CHECK_FALSE(scores.quadrant);
  CHECK(scores.completeness.score == 0.0);
  CHECK(scores.completeness.open.size() == 21);
  CHECK_FALSE(scores.last_assessed);
  CHECK_FALSE(scores.stale);
  CHECK_FALSE(scores.top_gap);
  CHECK(scores.open_actions == 0);
  CHECK_FALSE(scores.expected_value);
  CHECK_FALSE(scores.white_space);
  CHECK(scores.history.empty());
  CHECK(scores.rank == 1);
  CHECK_FALSE(scores.revenue_share);
  CHECK_FALSE(scores.abc);
  CHECK(portfolio.summary.unassessed == 1);
  CHECK(portfolio.summary.not_yet_known == 1);
  CHECK_FALSE(portfolio.summary.revenue);
}
