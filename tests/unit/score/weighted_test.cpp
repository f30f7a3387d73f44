#include "sample.hpp"

using namespace kam;
using namespace kam::sample;

namespace {

Settings weighing(CriterionList criteria) {
  Settings settings = bare_settings();
  settings.attractiveness = std::move(criteria);
  return settings;
}

Account rated(ById<Rating> ratings) {
  Account account = unknown_account();
  account.attractiveness = std::move(ratings);
  return account;
}

WeightedScore attractiveness(const Account& account, const Settings& settings) {
  return score_account(account, settings, kToday).attractiveness;
}

// The rating that a revenue earns on the steps 10, 20, 30, 40.
std::optional<double> rating_of_revenue(double revenue, double scale) {
  auto settings = weighing({{"size", 1, Measure::revenue, {10, 20, 30, 40}, {}}});
  settings.scale = scale;
  return attractiveness(account_with_revenue("a", revenue), settings).criteria[0].rating;
}

}  // namespace

TEST_CASE("weighted: what is unknown is left out and lowers the coverage") {
  const auto settings = weighing({{"a", 3, {}, {}, {}}, {"b", 1, {}, {}, {}}, {"c", 4, {}, {}, {}}});
  const auto score = attractiveness(rated({{"a", {4, ""}}, {"b", {2, ""}}}), settings);
  CHECK(known(score.score) == about(70));  // 100 · (3·4 + 1·2) / (5·4)
  CHECK(known(score.coverage) == about(50));
  CHECK(known(find(score, "a").points) == about(60));
  CHECK(known(find(score, "b").points) == about(10));
  CHECK_FALSE(find(score, "c").points);
  CHECK(find(score, "c").weight == 4);
}

TEST_CASE("weighted: the portfolio's scale is the highest rating") {
  auto settings = weighing({{"a", 1, {}, {}, {}}});
  settings.scale = 10;
  CHECK(known(attractiveness(rated({{"a", {4, ""}}}), settings).score) == about(40));
}

TEST_CASE("weighted: nothing known, nothing scored") {
  const auto score = attractiveness(unknown_account(), weighing({{"a", 1, {}, {}, {}}}));
  CHECK_FALSE(score.score);
  CHECK(score.coverage == 0.0);
  CHECK(score.criteria.size() == 1);
}

TEST_CASE("weighted: a rating of zero is known") {
  const auto score = attractiveness(rated({{"a", {0, ""}}}), weighing({{"a", 1, {}, {}, {}}}));
  CHECK(score.score == 0.0);
  CHECK(score.coverage == 100.0);
  CHECK(find(score, "a").points == 0.0);
  CHECK(find(score, "a").source == RatingSource::rated);
}

TEST_CASE("weighted: without a criterion there is neither score nor coverage") {
  const auto score = attractiveness(rated({{"a", {5, ""}}}), weighing({}));
  CHECK_FALSE(score.score);
  CHECK_FALSE(score.coverage);
  CHECK(score.criteria.empty());
}

TEST_CASE("weighted: weights of zero") {
  SUBCASE("all: neither score nor coverage") {
    const auto score = attractiveness(rated({{"a", {5, ""}}}), weighing({{"a", 0, {}, {}, {}}}));
    CHECK_FALSE(score.score);
    CHECK_FALSE(score.coverage);
    CHECK_FALSE(find(score, "a").points);
  }
  SUBCASE("of all that is known: no score, nothing covered") {
    const auto score =
        attractiveness(rated({{"a", {5, ""}}}), weighing({{"a", 0, {}, {}, {}}, {"b", 2, {}, {}, {}}}));
    CHECK_FALSE(score.score);
    CHECK(score.coverage == 0.0);
    CHECK(find(score, "a").rating == 5.0);
  }
  SUBCASE("of one that is known: adds nothing") {
    const auto score = attractiveness(rated({{"a", {5, ""}}, {"b", {1, ""}}}),
                                      weighing({{"a", 0, {}, {}, {}}, {"b", 2, {}, {}, {}}}));
    CHECK(known(score.score) == about(20));
    CHECK(find(score, "a").points == 0.0);
  }
  SUBCASE("small weights are weights") {
    const auto score =
        attractiveness(rated({{"a", {5, ""}}}), weighing({{"a", 0.25, {}, {}, {}}, {"b", 0.25, {}, {}, {}}}));
    CHECK(known(score.score) == about(100));
    CHECK(known(score.coverage) == about(50));
  }
}

TEST_CASE("weighted: a criterion that kam.yaml lacks does not count") {
  const auto score =
      attractiveness(rated({{"a", {3, ""}}, {"gone", {5, ""}}}), weighing({{"a", 1, {}, {}, {}}}));
  CHECK(known(score.score) == about(60));
  CHECK(score.coverage == 100.0);
  CHECK(score.criteria.size() == 1);
}

TEST_CASE("weighted: a step is reached at its value") {
  CHECK(known(rating_of_revenue(9.99, 5)) == about(0));
  CHECK(known(rating_of_revenue(10, 5)) == about(1.25));
  CHECK(known(rating_of_revenue(19.99, 5)) == about(1.25));
  CHECK(known(rating_of_revenue(20 - 1e-10, 5)) == about(2.5));
  CHECK(known(rating_of_revenue(30, 5)) == about(3.75));
  CHECK(known(rating_of_revenue(1000, 5)) == about(5));
  CHECK(known(rating_of_revenue(10, 8)) == about(2));
  CHECK(known(rating_of_revenue(-10, 8)) == about(0));
}

TEST_CASE("weighted: a measured rating is known even at zero, and says its value") {
  const auto settings = weighing({{"size", 1, Measure::revenue, {10}, {}}});
  const auto score = attractiveness(account_with_revenue("a", 5), settings);
  CHECK(score.score == 0.0);
  CHECK(score.coverage == 100.0);
  CHECK(score.criteria[0].source == RatingSource::measured);
  CHECK(score.criteria[0].value == 5.0);
  CHECK(score.criteria[0].value_year == 2025);
}

TEST_CASE("weighted: a measure without its figure, or without steps, rates nothing") {
  const auto without_figure =
      attractiveness(unknown_account(), weighing({{"size", 1, Measure::revenue, {10}, {}}}));
  CHECK(without_figure.criteria[0].source == RatingSource::unknown);
  CHECK_FALSE(without_figure.criteria[0].value);

  const auto without_steps =
      attractiveness(account_with_revenue("a", 50), weighing({{"size", 1, Measure::revenue, {}, {}}}));
  CHECK(without_steps.criteria[0].source == RatingSource::unknown);
  CHECK_FALSE(without_steps.criteria[0].rating);
  CHECK(without_steps.criteria[0].value == 50.0);
}

TEST_CASE("weighted: the account's own rating goes before the measured one") {
  const auto settings = weighing({{"size", 1, Measure::revenue, {10}, {}}});
  Account account = account_with_revenue("a", 50);
  SUBCASE("which stays visible as the value") {
    account.attractiveness = {{"size", {2, "halved next year"}}};
    const auto criterion = attractiveness(account, settings).criteria[0];
    CHECK(criterion.source == RatingSource::rated);
    CHECK(criterion.rating == 2.0);
    CHECK(criterion.reason == "halved next year");
    CHECK(criterion.value == 50.0);
  }
  SUBCASE("but a reason alone is no rating") {
    account.attractiveness = {{"size", {{}, "large"}}};
    const auto criterion = attractiveness(account, settings).criteria[0];
    CHECK(criterion.source == RatingSource::measured);
    CHECK(criterion.rating == 5.0);
    CHECK(criterion.reason == "large");
  }
}

TEST_CASE("weighted: partnership takes its own ratings and criteria, measures too") {
  Settings settings = bare_settings();
  settings.partnership = {{"trust", 1, {}, {}, {}}, {"share", 3, Measure::share_of_wallet, {20, 40}, {}}};
  Account account = unknown_account();
  account.attractiveness = {{"trust", {5, ""}}};
  account.partnership = {{"trust", {3, ""}}};
  account.figures[2025] = {30, {}, {}, 100, {}};
  const auto scores = score_account(account, settings, kToday);
  CHECK(known(scores.partnership.score) == about(100 * (3 + 3 * 2.5) / 20));
  CHECK_FALSE(scores.attractiveness.score);
}

TEST_CASE("weighted: collaboration weighs the areas' intensity") {
  Settings settings = bare_settings();
  settings.collaboration = {
      {"logistics", 3, {}, {}, {}}, {"sales", 1, {}, {}, {}}, {"marketing", 4, {}, {}, {}}};
  Account account = unknown_account();
  account.collaboration = {{"sales", {1, {}, {}}},
                           {"logistics", {5, {"call-off"}, {}}},
                           {"marketing", {{}, {"fair"}, {}}},
                           {"gone", {5, {}, {}}}};
  const auto score = score_account(account, settings, kToday).collaboration;
  CHECK(known(score.score) == about(80));  // 100 · (15 + 1) / 20
  CHECK(known(score.coverage) == about(50));
  REQUIRE(score.criteria.size() == 3);
  CHECK(score.criteria[0].id == "logistics");
  CHECK(score.criteria[0].weight == 3);
  CHECK(score.criteria[0].source == RatingSource::rated);
  CHECK(known(score.criteria[0].points) == about(75));
  CHECK(score.criteria[2].source == RatingSource::unknown);
}
