#include "sample.hpp"

using namespace kam;
using namespace kam::sample;

// The worked example with the default kam.yaml, redone by hand.

TEST_CASE("worked example: figures are the latest known, not the plan of the running year") {
  const auto figures = score_account(nordlicht(), settings(), kToday).figures;
  CHECK(figures.revenue_year == 2025);
  CHECK(figures.revenue == 1240000.0);
  CHECK(figures.contribution_margin == 412000.0);
  CHECK(figures.profit == 150000.0);
  CHECK(known(figures.revenue_growth) == about(100.0 * 60 / 1180));              // 5.08 %
  CHECK(known(figures.contribution_margin_ratio) == about(100.0 * 412 / 1240));  // 33.2 %
  CHECK(known(figures.share_of_wallet) == about(100.0 * 1240 / 3500));           // 35.4 %
}

TEST_CASE("worked example: attractiveness") {
  // weight × rating: revenue 20·5 (five steps of five), contribution_margin 20·5, growth 10·3 (0, 2.5 and 5
  // of five steps), reference 15·4, technology_partner 10·3: 320 of 5·75; 75 of 100 known.
  const auto score = score_account(nordlicht(), settings(), kToday).attractiveness;
  CHECK(known(score.score) == about(100.0 * 320 / 375));
  CHECK(known(score.coverage) == about(75));
  REQUIRE(score.criteria.size() == 8);
  CHECK(score.criteria.front().id == "revenue");
  CHECK(score.criteria.back().id == "differentiation");

  const auto& revenue = find(score, "revenue");
  CHECK(revenue.source == RatingSource::measured);
  CHECK(revenue.weight == 20);
  CHECK(known(revenue.rating) == about(5));
  CHECK(revenue.value == 1240000.0);
  CHECK(revenue.value_year == 2025);
  CHECK(known(revenue.points) == about(10000.0 / 375));

  const auto& growth = find(score, "growth");
  CHECK(known(growth.rating) == about(3));
  CHECK(known(growth.points) == about(8));

  const auto& partner = find(score, "technology_partner");
  CHECK(partner.source == RatingSource::rated);
  CHECK(partner.rating == 3.0);
  CHECK_FALSE(partner.value);
  CHECK_FALSE(partner.value_year);
  CHECK(partner.reason == "Prüfstand wird gemeinsam betrieben");

  const auto& pioneer = find(score, "industry_pioneer");
  CHECK(pioneer.source == RatingSource::unknown);
  CHECK_FALSE(pioneer.rating);
  CHECK_FALSE(pioneer.points);
}

TEST_CASE("worked example: partnership and collaboration") {
  const auto scores = score_account(nordlicht(), settings(), kToday);
  CHECK(known(scores.partnership.score) == about(80));  // (4 + 5 + 3) / 15
  CHECK(known(scores.partnership.coverage) == about(100));
  CHECK(known(scores.collaboration.score) == about(80));     // 4 / 5
  CHECK(known(scores.collaboration.coverage) == about(20));  // one of five areas
  CHECK(find(scores.collaboration, "logistics").rating == 4.0);
  CHECK(find(scores.collaboration, "sales").source == RatingSource::unknown);
}

TEST_CASE("worked example: fulfilment as the customer sees it") {
  // delivered_quality 5:4, flexibility 4:3 (the importance of March, the fulfilment of September):
  // Σi = 9, Σi·f = 32; 2 of 13 + 1 requirements.
  const auto fulfilment = score_account(nordlicht(), settings(), kToday).fulfilment;
  CHECK(fulfilment.perspective == Perspective::customer);
  CHECK(known(fulfilment.score) == about(100.0 * 32 / 45));
  CHECK(known(fulfilment.coverage) == about(100.0 * 2 / 14));
  CHECK(fulfilment.customer.rated == 2);
  CHECK(fulfilment.customer.total == 14);
  CHECK_FALSE(fulfilment.own.score);
  CHECK(fulfilment.own.coverage == 0.0);
  CHECK_FALSE(fulfilment.perception_gap);
  CHECK(fulfilment.customer.crosshair_importance == 3);
  CHECK(fulfilment.customer.crosshair_fulfilment == 3.5);
  CHECK(fulfilment.customer.requirements.back().id == "english_documentation");

  const auto& quality = find(fulfilment.customer, "delivered_quality");
  CHECK(known(quality.lost_points) == about(500.0 / 45));
  CHECK(quality.gap == 1.0);
  CHECK(quality.quadrant == ImportanceQuadrant::keep_up);
  CHECK(quality.rated_on == day("2026-03-31"));
  CHECK_FALSE(quality.best_competitor);

  const auto& flexibility = find(fulfilment.customer, "flexibility");
  CHECK(flexibility.importance == 4.0);
  CHECK(flexibility.fulfilment == 3.0);
  CHECK(known(flexibility.lost_points) == about(800.0 / 45));
  CHECK(flexibility.quadrant == ImportanceQuadrant::concentrate_here);
  CHECK(flexibility.rated_on == day("2026-09-15"));
  CHECK(flexibility.best_competitor == 4.0);
  CHECK(flexibility.note == "Eilaufträge dauern zu lange");
}

TEST_CASE("worked example: what follows from the scores") {
  const auto scores = score_account(nordlicht(), settings(), kToday);
  CHECK(scores.id == "nordlicht-windkraft");
  CHECK(scores.qualification == Qualification::key_account);  // 85.3 >= 60, 80 >= 50
  CHECK(scores.quadrant == MatrixQuadrant::strategic);        // 85.3 >= 60, 71.1 >= 67
  CHECK(scores.last_assessed == day("2026-09-15"));
  CHECK_FALSE(scores.stale);
  CHECK(scores.top_gap == "flexibility");
  CHECK(scores.open_actions == 1);
  CHECK(scores.overdue_actions == 0);
  CHECK(scores.expected_value == 100000.0);  // 40 % of 250,000
  CHECK(scores.white_space == 180000.0);     // 600,000 − 420,000
  CHECK(scores.completeness.answered == 20);
  CHECK(scores.completeness.total == 21);
  CHECK(known(scores.completeness.score) == about(2000.0 / 21));
  CHECK(scores.completeness.open == std::vector<std::string>{"all_requirements_rated"});
  REQUIRE(scores.findings.size() == 1);
  CHECK(scores.findings[0].kind == FindingKind::requirement_gap);
  CHECK(scores.findings[0].subjects == std::vector<std::string>{"flexibility"});
  REQUIRE(scores.history.size() == 2);
  CHECK(scores.history[0].date == day("2026-03-31"));
  CHECK(known(scores.history[0].score) == about(100.0 * 28 / 45));
  CHECK(scores.history[1].date == day("2026-09-15"));
  CHECK(known(scores.history[1].score) == about(100.0 * 32 / 45));
  CHECK(scores.rank == 0);  // of the portfolio, not of the account
  CHECK_FALSE(scores.abc);
}

TEST_CASE("worked example: as it was seen on earlier days") {
  SUBCASE("the day before the second assessment") {
    const auto scores = score_account(nordlicht(), settings(), day("2026-09-14"));
    CHECK(known(scores.fulfilment.score) == about(100.0 * 28 / 45));
    CHECK(find(scores.fulfilment.customer, "flexibility").rated_on == day("2026-03-31"));
    CHECK(scores.last_assessed == day("2026-03-31"));
    CHECK(scores.quadrant == MatrixQuadrant::star);  // 62.2 < 67
    CHECK(scores.history.size() == 1);
  }
  SUBCASE("the day of the first assessment") {
    const auto scores = score_account(nordlicht(), settings(), day("2026-03-31"));
    CHECK(known(scores.fulfilment.score) == about(100.0 * 28 / 45));
  }
  SUBCASE("the day before it") {
    const auto scores = score_account(nordlicht(), settings(), day("2026-03-30"));
    CHECK_FALSE(scores.fulfilment.perspective);
    CHECK_FALSE(scores.fulfilment.score);
    CHECK(scores.fulfilment.coverage == 0.0);
    CHECK_FALSE(scores.last_assessed);
    CHECK_FALSE(scores.top_gap);
    CHECK_FALSE(scores.quadrant);
    CHECK(scores.history.empty());
    CHECK(find(scores.fulfilment.customer, "flexibility").note.empty());
    CHECK(scores.completeness.open ==
          std::vector<std::string>{"requirements_rated", "all_requirements_rated", "customer_asked"});
  }
  SUBCASE("the last day of 2024: no growth without 2023, and the earlier revenue") {
    const auto scores = score_account(nordlicht(), settings(), day("2024-12-31"));
    CHECK(scores.figures.revenue_year == 2024);
    CHECK(scores.figures.revenue == 1180000.0);
    CHECK_FALSE(scores.figures.revenue_growth);
    CHECK_FALSE(scores.figures.profit);
    CHECK(known(scores.attractiveness.coverage) == about(65));  // all but growth's 10
    CHECK(known(scores.attractiveness.score) == about(100.0 * 290 / 325));
  }
  SUBCASE("the last day of 2023: no figures, but the plans, which carry no date of their own") {
    const auto scores = score_account(nordlicht(), settings(), day("2023-12-31"));
    CHECK_FALSE(scores.figures.revenue);
    CHECK_FALSE(scores.figures.revenue_year);
    CHECK(known(scores.attractiveness.coverage) == about(25));
    CHECK(scores.qualification == Qualification::unknown);
    CHECK(scores.open_actions == 1);
    CHECK(scores.expected_value == 100000.0);
  }
}

TEST_CASE("worked example: alone in its portfolio") {
  const std::vector<Account> accounts{nordlicht()};
  const auto portfolio = score_portfolio(accounts, settings(), kToday);
  REQUIRE(portfolio.accounts.size() == 1);
  CHECK(portfolio.accounts[0].rank == 1);
  CHECK(portfolio.accounts[0].abc == Abc::a);
  CHECK(portfolio.accounts[0].revenue_share == 100.0);
  CHECK(portfolio.summary.revenue == 1240000.0);
  CHECK(portfolio.summary.share_of_largest == 100.0);
  CHECK(portfolio.summary.share_of_three_largest == 100.0);
  CHECK(portfolio.summary.herfindahl == 1.0);
}
