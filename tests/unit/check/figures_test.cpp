#include <doctest/doctest.h>

#include "check/rows.hpp"

using namespace kam;

TEST_CASE("figures of a future year") {
  check_rows(
      "future-figures",
      {{"figures: {2026: {revenue: 1}}", ""},
       {"figures: {2027: {revenue_plan: 1}}", ""},
       {"figures: {2027: {revenue_plan: 1, profit: -1}}",
        "accounts/a.yaml:3:43 profit of 2027 is a figure of the future and does not count | Correct the "
        "year; a plan is written as 2027: {revenue_plan: …}."},
       {"figures:\n  2026: {revenue: 1}\n  2062:\n    contribution_margin: 1\n    revenue: 2",
        "accounts/a.yaml:7:14 revenue of 2062 is a figure of the future and does not count | Correct the "
        "year; a plan is written as 2062: {revenue_plan: …}."}});
}

TEST_CASE("revenue below contribution margin") {
  const std::string hint = " | Correct one of them: the contribution margin is a part of the revenue.";
  check_rows("margin-above-revenue",
             {{"figures: {2025: {revenue: 10, contribution_margin: 10}}", ""},
              {"figures: {2025: {contribution_margin: 10}}", ""},
              {"figures: {2025: {revenue: 10}, 2024: {contribution_margin: 11}}", ""},
              {"figures: {2025: {revenue: 10, contribution_margin: 10.5}}",
               "accounts/a.yaml:3:52 the contribution margin 10.5 of 2025 is above the revenue 10" + hint},
              {"figures: {2025: {revenue: 0, contribution_margin: 1}}",
               "accounts/a.yaml:3:51 the contribution margin 1 of 2025 is above the revenue 0" + hint}});
}

TEST_CASE("purchasing volume below revenue") {
  check_rows(
      "volume-below-revenue",
      {{"figures: {2025: {revenue: 10, purchasing_volume: 10}}", ""},
       {"figures: {2025: {purchasing_volume: 1}}", ""},
       {"figures: {2025: {revenue: 10, purchasing_volume: 9}}",
        "accounts/a.yaml:3:50 the purchasing volume 9 of 2025 is below the revenue 10 | Correct one of them: "
        "the volume is what the customer buys of such goods from all suppliers, us included."}});
}

TEST_CASE("the contribution margin ratio jumps by more than half") {
  const std::string hint = " | Compare revenue and contribution margin of both years with the accounts.";
  const auto two_years = [](const std::string& old_margin, const std::string& new_margin) {
    return "figures: {2024: {revenue: 100, contribution_margin: " + old_margin +
           "}, 2025: {revenue: 200, contribution_margin: " + new_margin + "}}";
  };
  check_rows(
      "margin-ratio-jump",
      {{two_years("20", "60"), ""},  // 20 % to 30 % is half as much again
       {two_years("20", "20"), ""},  // 20 % to 10 % is half
       {two_years("20", "61"),
        "accounts/a.yaml:3:100 the contribution margin ratio jumps from 20 % in 2024 to 30.5 % in 2025" +
            hint},
       {two_years("20", "19"),
        "accounts/a.yaml:3:100 the contribution margin ratio jumps from 20 % in 2024 to 9.5 % in 2025" +
            hint},
       {two_years("20", "-10"),
        "accounts/a.yaml:3:100 the contribution margin ratio jumps from 20 % in 2024 to -5 % in 2025" + hint},
       {two_years("0", "60"), ""},    // nothing to compare with
       {two_years("-5", "60"), ""},   //
       {two_years("20", "300"), ""},  // told as a margin above the revenue
       {"figures: {2023: {revenue: 100, contribution_margin: 10}, 2025: {revenue: 100, contribution_margin: "
        "90}}",
        ""}});
}

TEST_CASE("one account has over 30 % of the revenue") {
  const auto shares = [](const std::vector<int>& revenues, const std::string& more = {}) {
    Stage stage;
    for (std::size_t i = 0; i < revenues.size(); ++i)
      stage.account(std::string(1, static_cast<char>('a' + i)),
                    "figures: {2025: {revenue: " + std::to_string(revenues[i]) + "}}\n" + more);
    return stage.lines_of("revenue-concentration");
  };
  const std::string hint = " | Plan for the case that it leaves, and for others to grow.";
  CHECK(shares({30, 30, 20, 20}).empty());
  CHECK(shares({31, 29, 20, 20}) ==
        "accounts/a.yaml:3:27 31 % of the portfolio's revenue comes from this account" + hint);
  CHECK(shares({100}).empty());
  CHECK(shares({100, 0}).empty());
  CHECK(shares({60, 40}, "status: former").empty());
}
