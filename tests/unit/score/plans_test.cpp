#include "sample.hpp"

using namespace kam;
using namespace kam::sample;

namespace {

Potential potential(std::optional<double> value, std::optional<double> probability,
                    PotentialStatus status = PotentialStatus::open) {
  return {"x", "", value, probability, status, "", {}};
}

std::optional<double> expected_value(std::vector<Potential> potentials) {
  Account account = unknown_account();
  account.potentials = std::move(potentials);
  return score_account(account, settings(), kToday).expected_value;
}

std::optional<double> white_space(std::vector<OfferingPosition> offerings) {
  Account account = unknown_account();
  for (auto& offering : offerings)
    account.offerings.push_back({"o" + std::to_string(account.offerings.size()), std::move(offering)});
  return score_account(account, settings(), kToday).white_space;
}

}  // namespace

TEST_CASE("potentials: value × probability of an open one that has both") {
  CHECK(score_expected_value(potential(250000, 40)) == 100000.0);
  CHECK(score_expected_value(potential(500, 0)) == 0.0);
  CHECK(score_expected_value(potential(500, 100)) == 500.0);
  CHECK_FALSE(score_expected_value(potential({}, 40)));
  CHECK_FALSE(score_expected_value(potential(500, {})));
  CHECK_FALSE(score_expected_value(potential(500, 40, PotentialStatus::won)));
  CHECK_FALSE(score_expected_value(potential(500, 40, PotentialStatus::lost)));
}

TEST_CASE("potentials: the account's is the sum of those that have one") {
  CHECK(expected_value({potential(1000, 50), potential(100, 10), potential(7, {}),
                        potential(900, 90, PotentialStatus::lost)}) == 510.0);
  CHECK(expected_value({potential(1000, 0)}) == 0.0);
  CHECK_FALSE(expected_value({potential(1000, {})}));
  CHECK_FALSE(expected_value({}));
}

TEST_CASE("potentials: due after the day is a plan and counts") {
  Potential later = potential(100, 50);
  later.due = day("2030-01-01");
  CHECK(expected_value({later}) == 50.0);
}

TEST_CASE("white space: potential − current, not below 0") {
  CHECK(score_white_space({420000, 600000, ""}) == 180000.0);
  CHECK(score_white_space({600, 420, ""}) == 0.0);
  CHECK(score_white_space({0, 5, ""}) == 5.0);
  CHECK(score_white_space({5.5, 6, ""}) == 0.5);
  CHECK_FALSE(score_white_space({{}, 5, ""}));
  CHECK_FALSE(score_white_space({5, {}, ""}));
}

TEST_CASE("white space: the account's is the sum of those that have one") {
  CHECK(white_space({{10, 30, ""}, {50, 20, ""}, {1, {}, ""}, {0, 4, ""}}) == 24.0);
  CHECK(white_space({{30, 10, ""}}) == 0.0);
  CHECK_FALSE(white_space({{{}, 10, ""}}));
  CHECK_FALSE(white_space({}));
}

TEST_CASE("actions: open ones, and those due before the day") {
  const auto action = [](ActionStatus status, std::optional<Date> due) {
    return Action{"x", "", "", due, status};
  };
  CHECK(is_overdue(action(ActionStatus::open, day("2026-11-23")), kToday));
  CHECK_FALSE(is_overdue(action(ActionStatus::open, kToday), kToday));
  CHECK_FALSE(is_overdue(action(ActionStatus::open, day("2026-11-25")), kToday));
  CHECK_FALSE(is_overdue(action(ActionStatus::open, {}), kToday));
  CHECK_FALSE(is_overdue(action(ActionStatus::done, day("2026-11-23")), kToday));
  CHECK_FALSE(is_overdue(action(ActionStatus::dropped, day("2026-11-23")), kToday));

  Account account = unknown_account();
  account.actions = {action(ActionStatus::open, day("2026-11-23")), action(ActionStatus::open, {}),
                     action(ActionStatus::open, day("2027-11-23")),
                     action(ActionStatus::done, day("2026-01-01")), action(ActionStatus::dropped, {})};
  const auto scores = score_account(account, settings(), kToday);
  CHECK(scores.open_actions == 3);
  CHECK(scores.overdue_actions == 1);
  CHECK(score_account(account, settings(), day("2027-11-24")).overdue_actions == 2);
}
