#include <array>

#include "sample.hpp"

using namespace kam;
using namespace kam::sample;

namespace {

using enum ImportanceQuadrant;

Settings requiring(std::size_t number, Crosshair crosshair) {
  Settings settings = bare_settings();
  for (std::size_t i = 1; i <= number; ++i) settings.requirements.push_back({"r" + std::to_string(i), {}});
  settings.thresholds.crosshair = crosshair;
  return settings;
}

// The customer's view of requirements r1, r2, … with these values of importance and fulfilment.
template <std::size_t N>
PerspectiveScore place(const std::array<std::pair<double, double>, N>& values, const Settings& settings) {
  Account account = unknown_account();
  account.assessments = {assessment("2026-01-10", Perspective::customer, {})};
  for (std::size_t i = 0; i < N; ++i)
    account.assessments[0].ratings.push_back(
        {"r" + std::to_string(i + 1), {values[i].first, values[i].second, {}, ""}});
  return score_account(account, settings, kToday).fulfilment.customer;
}

// An account with these scores for attractiveness, partnership and strength, of one criterion each.
Account account_with_scores(std::optional<double> attractiveness, std::optional<double> partnership,
                            std::optional<double> strength) {
  Account account = unknown_account();
  if (attractiveness) account.attractiveness = {{"a", {*attractiveness / 20, ""}}};
  if (partnership) account.partnership = {{"p", {*partnership / 20, ""}}};
  if (strength)
    account.assessments = {assessment("2026-01-10", Perspective::customer, {{"r", 5, *strength / 20}})};
  return account;
}

Settings one_criterion_each() {
  Settings settings = bare_settings();
  settings.attractiveness = {{"a", 1, {}, {}, {}}};
  settings.partnership = {{"p", 1, {}, {}, {}}};
  settings.requirements = {{"r", {}}};
  return settings;
}

}  // namespace

TEST_CASE("quadrants: Martilla & James's fourteen attributes") {
  // Journal of Marketing 41(1), 1977: mean importance and performance of an automobile dealer's service.
  const std::array<std::pair<double, double>, 14> values{{{3.83, 2.63},
                                                          {3.63, 2.73},
                                                          {3.60, 3.15},
                                                          {3.56, 3.00},
                                                          {3.41, 3.05},
                                                          {3.41, 3.29},
                                                          {3.38, 3.03},
                                                          {3.37, 3.11},
                                                          {3.29, 2.00},
                                                          {3.27, 3.02},
                                                          {2.52, 2.25},
                                                          {2.43, 2.49},
                                                          {2.37, 2.35},
                                                          {2.05, 3.33}}};
  auto settings = requiring(14, {Crosshair::Kind::mean, 0, 0});
  settings.scale = 4;
  const auto score = place(values, settings);
  CHECK(known(score.crosshair_importance) == about(44.12 / 14));
  CHECK(known(score.crosshair_fulfilment) == about(39.43 / 14));
  const std::array expected{concentrate_here, concentrate_here, keep_up,      keep_up,          keep_up,
                            keep_up,          keep_up,          keep_up,      concentrate_here, keep_up,
                            low_priority,     low_priority,     low_priority, possible_overkill};
  for (std::size_t i = 0; i < expected.size(); ++i) {
    CAPTURE(i + 1);
    CHECK(score.requirements[i].quadrant == expected[i]);
  }
}

TEST_CASE("quadrants: a value on the fixed cross-hair is high") {
  const std::array<std::pair<double, double>, 7> values{
      {{3, 3.5}, {3, 3.49}, {2.99, 3.5}, {2.99, 3.49}, {3 - 1e-10, 3.5 - 1e-10}, {3.01, 3.51}, {5, 0}}};
  const auto score = place(values, requiring(7, {}));
  const std::array expected{keep_up, concentrate_here, possible_overkill, low_priority,
                            keep_up, keep_up,          concentrate_here};
  for (std::size_t i = 0; i < expected.size(); ++i) {
    CAPTURE(i + 1);
    CHECK(score.requirements[i].quadrant == expected[i]);
  }
}

TEST_CASE("quadrants: the cross-hair's places") {
  const std::array<std::pair<double, double>, 4> values{{{5, 1}, {1, 2}, {2, 4}, {4.5, 5}}};
  SUBCASE("fixed") {
    const auto score = place(values, requiring(4, {Crosshair::Kind::fixed, 2.5, 4}));
    CHECK(score.crosshair_importance == 2.5);
    CHECK(score.crosshair_fulfilment == 4);
  }
  SUBCASE("mean") {
    const auto score = place(values, requiring(4, {Crosshair::Kind::mean, 0, 0}));
    CHECK(known(score.crosshair_importance) == about(3.125));
    CHECK(known(score.crosshair_fulfilment) == about(3));
  }
  SUBCASE("median of an even number: between the two in the middle") {
    const auto score = place(values, requiring(4, {Crosshair::Kind::median, 0, 0}));
    CHECK(known(score.crosshair_importance) == about(3.25));
    CHECK(known(score.crosshair_fulfilment) == about(3));
  }
  SUBCASE("median of an odd number: the one in the middle") {
    const std::array<std::pair<double, double>, 3> odd{{{5, 1}, {1, 2}, {2, 4}}};
    const auto score = place(odd, requiring(3, {Crosshair::Kind::median, 0, 0}));
    CHECK(score.crosshair_importance == 2);
    CHECK(score.crosshair_fulfilment == 2);
  }
  SUBCASE("midpoint") {
    auto settings = requiring(4, {Crosshair::Kind::midpoint, 0, 0});
    settings.scale = 7;
    const auto score = place(values, settings);
    CHECK(score.crosshair_importance == 3.5);
    CHECK(score.crosshair_fulfilment == 3.5);
  }
}

TEST_CASE("quadrants: mean and median take the requirements that have both values") {
  for (const auto kind : {Crosshair::Kind::mean, Crosshair::Kind::median}) {
    Account account = unknown_account();
    account.assessments = {
        assessment("2026-01-10", Perspective::customer, {{"r1", 4, 2}, {"r2", 1, {}}, {"r3", {}, 5}}),
        assessment("2026-01-10", Perspective::own, {{"r1", 3, 3}, {"r2", 5, 5}})};
    const auto score = score_account(account, requiring(3, {kind, 1, 1}), kToday).fulfilment;
    CHECK(score.customer.crosshair_importance == 4);
    CHECK(score.customer.crosshair_fulfilment == 2);
    CHECK(find(score.customer, "r1").quadrant == keep_up);
    CHECK_FALSE(find(score.customer, "r2").quadrant);
    CHECK_FALSE(find(score.customer, "r3").quadrant);
    CHECK(score.own.crosshair_importance == 4);
    CHECK(score.own.crosshair_fulfilment == 4);
  }
}

TEST_CASE("quadrants: without a rated requirement mean and median are 0") {
  for (const auto kind : {Crosshair::Kind::mean, Crosshair::Kind::median}) {
    const auto score = score_account(unknown_account(), requiring(3, {kind, 3, 3}), kToday).fulfilment;
    CHECK(score.customer.crosshair_importance == 0);
    CHECK(score.customer.crosshair_fulfilment == 0);
  }
}

TEST_CASE("portfolio matrix: attractiveness against strength, high from the threshold on") {
  const auto quadrant = [](std::optional<double> attractiveness, std::optional<double> strength) {
    return score_account(account_with_scores(attractiveness, {}, strength), one_criterion_each(), kToday)
        .quadrant;
  };
  CHECK(quadrant(60, 67) == MatrixQuadrant::strategic);
  CHECK(quadrant(100, 100) == MatrixQuadrant::strategic);
  CHECK(quadrant(60, 66.9) == MatrixQuadrant::star);
  CHECK(quadrant(59.9, 67) == MatrixQuadrant::status);
  CHECK(quadrant(59.9, 66.9) == MatrixQuadrant::streamline);
  CHECK(quadrant(0, 0) == MatrixQuadrant::streamline);
  CHECK_FALSE(quadrant({}, 67));
  CHECK_FALSE(quadrant(60, {}));
  CHECK_FALSE(quadrant({}, {}));
}

TEST_CASE("portfolio matrix: the thresholds are the portfolio's, those of the qualification play no part") {
  auto settings = one_criterion_each();
  settings.thresholds.matrix_attractiveness = 30;
  settings.thresholds.matrix_strength = 20;
  CHECK(score_account(account_with_scores(30, {}, 20), settings, kToday).quadrant ==
        MatrixQuadrant::strategic);
  CHECK(score_account(account_with_scores(29, {}, 19), settings, kToday).quadrant ==
        MatrixQuadrant::streamline);
}

TEST_CASE("qualification: both thresholds, high from the threshold on") {
  const auto qualify = [](std::optional<double> attractiveness, std::optional<double> partnership) {
    return score_account(account_with_scores(attractiveness, partnership, {}), one_criterion_each(), kToday)
        .qualification;
  };
  CHECK(qualify(60, 50) == Qualification::key_account);
  CHECK(qualify(60 - 1e-10, 50 - 1e-10) == Qualification::key_account);
  CHECK(qualify(100, 100) == Qualification::key_account);
  CHECK(qualify(60, 49.9) == Qualification::candidate);
  CHECK(qualify(59.9, 50) == Qualification::regular);
  CHECK(qualify(59.9, 49.9) == Qualification::regular);
  CHECK(qualify({}, 100) == Qualification::unknown);
  CHECK(qualify(100, {}) == Qualification::unknown);
  CHECK(qualify({}, {}) == Qualification::unknown);
  CHECK(qualify(0, {}) == Qualification::unknown);
}

TEST_CASE("qualification: the thresholds are the portfolio's") {
  auto settings = one_criterion_each();
  settings.thresholds.key_account_attractiveness = 30;
  settings.thresholds.key_account_partnership = 20;
  CHECK(score_account(account_with_scores(30, 20, {}), settings, kToday).qualification ==
        Qualification::key_account);
  CHECK(score_account(account_with_scores(30, 19, {}), settings, kToday).qualification ==
        Qualification::candidate);
  CHECK(score_account(account_with_scores(29, 20, {}), settings, kToday).qualification ==
        Qualification::regular);
}

TEST_CASE("qualification: not known with less than half of the weight known, on either side") {
  const auto qualify = [](double known_attractiveness, double known_partnership) {
    Settings settings = one_criterion_each();
    settings.attractiveness = {{"a", known_attractiveness, {}, {}, {}},
                               {"x", 100 - known_attractiveness, {}, {}, {}}};
    settings.partnership = {{"p", known_partnership, {}, {}, {}}, {"x", 100 - known_partnership, {}, {}, {}}};
    return score_account(account_with_scores(100, 100, {}), settings, kToday).qualification;
  };
  CHECK(qualify(50, 50) == Qualification::key_account);
  CHECK(qualify(49.99, 50) == Qualification::unknown);
  CHECK(qualify(50, 49.99) == Qualification::unknown);
  CHECK(qualify(50.01, 100) == Qualification::key_account);
}
