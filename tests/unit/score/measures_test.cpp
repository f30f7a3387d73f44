#include "sample.hpp"

using namespace kam;
using namespace kam::sample;

namespace {

Account account_with_figures(std::map<int, FigureYear> figures) {
  Account account = unknown_account();
  account.figures = std::move(figures);
  return account;
}

std::optional<double> value_of(const Account& account, Measure measure, std::string_view as_of) {
  const auto measured = measure_value(account, measure, day(as_of));
  return measured ? std::optional(measured->value) : std::nullopt;
}

std::optional<int> year_of(const Account& account, Measure measure, std::string_view as_of) {
  const auto measured = measure_value(account, measure, day(as_of));
  return measured ? std::optional(measured->year) : std::nullopt;
}

FigureYear revenue(double value) {
  return {value, {}, {}, {}, {}};
}

}  // namespace

TEST_CASE("measures: each takes the latest year up to as-of's that has its figure") {
  const auto account = account_with_figures(
      {{2023, {100, 10, 1, {}, {}}}, {2024, {200, {}, 2, {}, {}}}, {2025, {{}, {}, 3, {}, {}}}});
  CHECK(value_of(account, Measure::revenue, "2026-01-01") == 200.0);
  CHECK(year_of(account, Measure::revenue, "2026-01-01") == 2024);
  CHECK(value_of(account, Measure::contribution_margin, "2026-01-01") == 10.0);
  CHECK(year_of(account, Measure::contribution_margin, "2026-01-01") == 2023);
  CHECK(value_of(account, Measure::profit, "2026-01-01") == 3.0);
  CHECK(year_of(account, Measure::profit, "2026-01-01") == 2025);
}

TEST_CASE("measures: the as-of year itself counts, later ones do not") {
  const auto account = account_with_figures({{2024, revenue(100)}, {2025, revenue(200)}});
  CHECK(value_of(account, Measure::revenue, "2025-01-01") == 200.0);
  CHECK(value_of(account, Measure::revenue, "2024-12-31") == 100.0);
  CHECK(value_of(account, Measure::revenue, "2023-12-31") == std::nullopt);
}

TEST_CASE("measures: none without figures") {
  for (const auto id : ids_of<Measure>()) {
    CAPTURE(id);
    CHECK_FALSE(measure_value(unknown_account(), parse_id<Measure>(id).value(), kToday));
  }
}

TEST_CASE("measures: zero and a loss are values like others") {
  const auto account = account_with_figures({{2025, {0, -5, -7, {}, {}}}});
  CHECK(value_of(account, Measure::revenue, "2025-12-31") == 0.0);
  CHECK(value_of(account, Measure::contribution_margin, "2025-12-31") == -5.0);
  CHECK(value_of(account, Measure::profit, "2025-12-31") == -7.0);
}

TEST_CASE("measures: growth is of the latest revenue against the year before it") {
  const auto grown = account_with_figures({{2023, revenue(80)}, {2024, revenue(100)}, {2025, revenue(125)}});
  CHECK(known(value_of(grown, Measure::revenue_growth, "2026-06-30")) == about(25));
  CHECK(year_of(grown, Measure::revenue_growth, "2026-06-30") == 2025);
  CHECK(known(value_of(grown, Measure::revenue_growth, "2024-06-30")) == about(25));

  const auto shrunk = account_with_figures({{2024, revenue(200)}, {2025, revenue(150)}});
  CHECK(known(value_of(shrunk, Measure::revenue_growth, "2025-06-30")) == about(-25));
}

TEST_CASE("measures: growth is unknown without a positive revenue in the year before") {
  const auto growth_of = [](std::map<int, FigureYear> figures) {
    return value_of(account_with_figures(std::move(figures)), Measure::revenue_growth, "2026-06-30");
  };
  CHECK_FALSE(growth_of({{2025, revenue(10)}}));
  CHECK_FALSE(growth_of({{2023, revenue(10)}, {2025, revenue(20)}}));          // a gap
  CHECK_FALSE(growth_of({{2024, {{}, 5, {}, {}, {}}}, {2025, revenue(20)}}));  // no revenue
  CHECK_FALSE(growth_of({{2024, revenue(0)}, {2025, revenue(20)}}));           // nothing to divide
  CHECK_FALSE(growth_of({{2024, revenue(-10)}, {2025, revenue(20)}}));         // by
  CHECK_FALSE(growth_of({{2022, revenue(5)}, {2023, revenue(10)}, {2025, revenue(20)}}));  // no older pair
  CHECK(known(growth_of({{2024, revenue(0.5)}, {2025, revenue(1)}})) == about(100));
}

TEST_CASE("measures: ratios take both figures from one year") {
  const auto account = account_with_figures(
      {{2023, {200, 50, {}, 800, {}}}, {2024, {300, {}, {}, {}, {}}}, {2025, {{}, 90, {}, 900, {}}}});
  CHECK(known(value_of(account, Measure::contribution_margin_ratio, "2026-06-30")) == about(25));
  CHECK(year_of(account, Measure::contribution_margin_ratio, "2026-06-30") == 2023);
  CHECK(known(value_of(account, Measure::share_of_wallet, "2026-06-30")) == about(25));
  CHECK(year_of(account, Measure::share_of_wallet, "2026-06-30") == 2023);
}

TEST_CASE("measures: ratios are unknown where the divisor is not positive") {
  for (const double divisor : {0.0, -1.0}) {
    const auto account =
        account_with_figures({{2024, {100, 20, {}, 400, {}}}, {2025, {divisor, 20, {}, divisor, {}}}});
    CHECK_FALSE(value_of(account, Measure::contribution_margin_ratio, "2025-06-30"));
    CHECK_FALSE(value_of(account, Measure::share_of_wallet, "2025-06-30"));
    CHECK(known(value_of(account, Measure::share_of_wallet, "2024-06-30")) == about(25));
  }
  const auto small = account_with_figures({{2025, {1, 0.5, {}, 0.25, {}}}});
  CHECK(known(value_of(small, Measure::contribution_margin_ratio, "2025-06-30")) == about(50));
  CHECK(known(value_of(small, Measure::share_of_wallet, "2025-06-30")) == about(400));
}

TEST_CASE("figures: revenue and its year are absent together") {
  const auto figures =
      score_account(account_with_figures({{2025, {{}, 5, {}, {}, {}}}}), settings(), kToday).figures;
  CHECK_FALSE(figures.revenue);
  CHECK_FALSE(figures.revenue_year);
  CHECK(figures.contribution_margin == 5.0);
  CHECK_FALSE(figures.share_of_wallet);
  CHECK_FALSE(figures.contribution_margin_ratio);
}
