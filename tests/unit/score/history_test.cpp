#include "kam/score/history.hpp"

#include <doctest/doctest.h>

#include "sample.hpp"

using namespace kam;
using namespace kam::sample;

namespace {

Account assessed(const std::string& id, std::initializer_list<Assessment> assessments) {
  Account account = unknown_account(id);
  account.assessments = assessments;
  return account;
}

// One requirement of importance 1, so that the fulfilment is 20 × the rating.
Assessment rated(std::string_view date, Perspective perspective, double rating) {
  return assessment(date, perspective, {{"flexibility", 1, rating}});
}

std::vector<MeanPoint> means_of(const std::vector<Account>& accounts, Period period) {
  const auto scores = score_portfolio(accounts, settings(), kToday);
  return score_mean_history(accounts, scores.accounts, period, kToday);
}

}  // namespace

TEST_CASE("the last day of a quarter or year") {
  CHECK(find_period_end(day("2026-01-01"), Period::quarter) == day("2026-03-31"));
  CHECK(find_period_end(day("2026-06-30"), Period::quarter) == day("2026-06-30"));
  CHECK(find_period_end(day("2026-08-15"), Period::quarter) == day("2026-09-30"));
  CHECK(find_period_end(day("2026-12-31"), Period::quarter) == day("2026-12-31"));
  CHECK(find_period_end(day("2024-02-29"), Period::year) == day("2024-12-31"));
}

TEST_CASE("a point has the fulfilment, coverage and sources of its day") {
  auto second = rated("2026-03-01", Perspective::customer, 4);
  second.source = "Survey";
  auto third = assessment("2026-03-01", Perspective::customer, {{"delivery_on_time", 1, 2}});
  third.source = "Talk";
  const auto account =
      assessed("a", {rated("2025-03-01", Perspective::customer, 3), second, third,
                     rated("2026-03-01", Perspective::own, 5), rated("2027-01-01", Perspective::own, 1)});
  const auto scores = score_account(account, settings(), kToday);
  const auto& history = scores.history;
  REQUIRE(history.size() == 3);
  CHECK(history[0].sources.empty());
  CHECK(history[1].score == about(60));
  CHECK(history[1].sources == std::vector<std::string>{"Survey", "Talk"});
  CHECK(history[1].coverage == about(2 * history[0].coverage));
  // The same as of that day by the one formula for a day.
  const auto then = score_account(account, settings(), day("2025-03-01"));
  CHECK(history[0].score == about(known(then.fulfilment.score)));
  CHECK(history[0].coverage == about(known(then.fulfilment.coverage)));
  const auto changes = score_changes(history);
  CHECK_FALSE(changes[0]);
  CHECK(known(changes[1]) == about(0));
  CHECK_FALSE(changes[2]);
}

TEST_CASE("of a period the last point of each perspective is kept") {
  const auto account = assessed(
      "a", {rated("2026-01-10", Perspective::customer, 1), rated("2026-03-31", Perspective::customer, 2),
            rated("2026-02-01", Perspective::own, 5), rated("2026-04-01", Perspective::customer, 3)});
  const auto history = score_account(account, settings(), kToday).history;
  const auto quarters = pick_period_ends(history, Period::quarter);
  REQUIRE(quarters.size() == 3);
  CHECK(quarters[0].perspective == Perspective::own);
  CHECK(quarters[1].score == about(40));
  CHECK(quarters[2].score == about(60));
  const auto years = pick_period_ends(history, Period::year);
  REQUIRE(years.size() == 2);
  CHECK(years[1].date == day("2026-04-01"));
}

TEST_CASE("the mean rests on whoever was assessed by then") {
  auto former = assessed("c", {rated("2025-01-01", Perspective::customer, 0)});
  former.status = Status::former;
  const auto means = means_of(
      {assessed("a",
                {rated("2025-02-01", Perspective::customer, 4), rated("2026-10-01", Perspective::own, 5)}),
       assessed("b", {rated("2025-08-01", Perspective::customer, 2)}), former, unknown_account("d")},
      Period::quarter);
  REQUIRE(means.size() == 4);
  CHECK(means[0].date == day("2025-03-31"));
  CHECK(means[0].score == about(80));
  CHECK(means[0].accounts == 1);
  CHECK(means[1].date == day("2025-09-30"));
  CHECK(means[1].score == about(60));
  CHECK(means[1].accounts == 2);
  // Of the quarter that has not ended, the as-of day; the customer's view holds on.
  CHECK(means[2].date == kToday);
  CHECK(means[2].accounts == 2);
  CHECK(means[3].perspective == Perspective::own);
  CHECK(means[3].accounts == 1);
}

TEST_CASE("means of a state leave out what is unknown and former") {
  CHECK(score_means({}) == PortfolioMeans{});
  std::vector<PastAccount> accounts(4);
  accounts[0].fulfilment = 80;
  accounts[1].fulfilment = 40;
  accounts[2].fulfilment = 0;
  accounts[2].status = Status::former;
  accounts[3].readable = false;
  CHECK(known(score_means(accounts).fulfilment) == about(60));
  CHECK_FALSE(score_means(accounts).attractiveness);
}

TEST_CASE("a change of the rating model is told by its parts") {
  const Settings before = default_settings();
  Settings after = before;
  after.company = "New";
  after.attractiveness[0].label.en = "Another label";
  after.offerings = {{"gears", {}}};
  CHECK(list_changed_model_parts(before, after).empty());
  after.scale = 10;
  after.currency = "CHF";
  after.attractiveness[0].weight += 1;
  after.partnership.pop_back();
  after.collaboration[0].weight += 1;
  after.requirements.erase(after.requirements.begin());
  after.thresholds.stale_after_days = 90;
  CHECK(list_changed_model_parts(before, after) ==
        std::vector<std::string>{"scale", "currency", "attractiveness", "partnership", "collaboration",
                                 "requirements", "thresholds"});
}

TEST_CASE("of a past account every score is kept") {
  Account account = assessed("a", {rated("2026-03-01", Perspective::customer, 4)});
  account.name = "A";
  account.status = Status::candidate;
  account.attractiveness = {{"reference", {5, ""}}};
  account.partnership = {{"partner_acceptance", {4, ""}}};
  account.figures[2026].revenue = 7;
  const auto scores = score_account(account, settings(), kToday);
  const auto kept = keep_account(account, scores);
  CHECK(kept.id == "a");
  CHECK(kept.name == "A");
  CHECK(kept.status == Status::candidate);
  CHECK(known(kept.revenue) == about(7));
  CHECK(kept.attractiveness == scores.attractiveness.score);
  CHECK(known(kept.attractiveness_coverage) == about(known(scores.attractiveness.coverage)));
  CHECK(kept.partnership == scores.partnership.score);
  CHECK(known(kept.partnership_coverage) == about(known(scores.partnership.coverage)));
  CHECK(kept.qualification == scores.qualification);
  CHECK(kept.perspective == Perspective::customer);
  CHECK(known(kept.fulfilment) == about(80));
  CHECK(known(kept.fulfilment_coverage) == about(known(scores.fulfilment.coverage)));
  CHECK(kept.completeness == scores.completeness.score);
}
