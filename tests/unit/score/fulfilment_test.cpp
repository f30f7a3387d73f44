#include "sample.hpp"

using namespace kam;
using namespace kam::sample;

namespace {

constexpr auto kCustomer = Perspective::customer;
constexpr auto kOwn = Perspective::own;

Settings requiring(std::initializer_list<const char*> ids) {
  Settings settings = bare_settings();
  for (const char* id : ids) settings.requirements.push_back({id, {}});
  return settings;
}

Account assessed(std::vector<Assessment> assessments) {
  Account account = unknown_account();
  account.assessments = std::move(assessments);
  return account;
}

FulfilmentScore fulfilment(const Account& account, const Settings& settings, Date as_of = kToday) {
  return score_account(account, settings, as_of).fulfilment;
}

}  // namespace

TEST_CASE("fulfilment: weighted by importance") {
  const auto account =
      assessed({assessment("2026-01-10", kCustomer, {{"a", 5, 2}, {"b", 1, 5}, {"c", 4, {}}})});
  const auto score = fulfilment(account, requiring({"a", "b", "c", "d"})).customer;
  CHECK(known(score.score) == about(50));  // 100 · (10 + 5) / (5 · 6)
  CHECK(known(score.coverage) == about(50));
  CHECK(score.rated == 2);
  CHECK(score.total == 4);
  CHECK(known(find(score, "a").lost_points) == about(50));  // 100 · 5·3 / 30
  CHECK(find(score, "a").gap == 3.0);
  CHECK(find(score, "b").lost_points == 0.0);
  CHECK(find(score, "b").gap == -4.0);
  const auto& half = find(score, "c");
  CHECK(half.importance == 4.0);
  CHECK_FALSE(half.fulfilment);
  CHECK_FALSE(half.lost_points);
  CHECK_FALSE(half.gap);
  CHECK_FALSE(half.quadrant);
  CHECK(half.rated_on == day("2026-01-10"));
  CHECK_FALSE(find(score, "d").rated_on);
}

TEST_CASE("fulfilment: a value without its importance does not count either") {
  const auto score = fulfilment(assessed({assessment("2026-01-10", kCustomer, {{"a", {}, 5}, {"b", 2, 1}})}),
                                requiring({"a", "b"}));
  CHECK(known(score.score) == about(20));
  CHECK(score.customer.rated == 1);
  CHECK(find(score.customer, "a").rated_on == day("2026-01-10"));
}

TEST_CASE("fulfilment: the portfolio's scale is the highest rating") {
  auto settings = requiring({"a"});
  settings.scale = 10;
  const auto score = fulfilment(assessed({assessment("2026-01-10", kCustomer, {{"a", 8, 4}})}), settings);
  CHECK(known(score.score) == about(40));
  CHECK(known(find(score.customer, "a").lost_points) == about(60));
}

TEST_CASE("fulfilment: importance and fulfilment are each the latest given") {
  const auto account = assessed({assessment("2026-01-10", kCustomer, {{"a", 5, 1}}),
                                 assessment("2026-02-10", kCustomer, {{"a", {}, 2}}),
                                 assessment("2026-03-10", kCustomer, {{"a", 3, {}}})});
  const auto a = fulfilment(account, requiring({"a"})).customer.requirements[0];
  CHECK(a.importance == 3.0);
  CHECK(a.fulfilment == 2.0);
  CHECK(a.rated_on == day("2026-03-10"));

  const auto before = fulfilment(account, requiring({"a"}), day("2026-03-09")).customer.requirements[0];
  CHECK(before.importance == 5.0);
  CHECK(before.fulfilment == 2.0);
  CHECK(before.rated_on == day("2026-02-10"));
}

TEST_CASE("fulfilment: dates decide, not the order of the file; of one date the later in the file") {
  const auto account = assessed({assessment("2026-03-10", kCustomer, {{"a", 1, 1}}),
                                 assessment("2026-01-10", kCustomer, {{"a", 5, 5}}),
                                 assessment("2026-03-10", kCustomer, {{"a", {}, 4}})});
  const auto a = fulfilment(account, requiring({"a"})).customer.requirements[0];
  CHECK(a.importance == 1.0);
  CHECK(a.fulfilment == 4.0);
  CHECK(a.rated_on == day("2026-03-10"));
}

TEST_CASE("fulfilment: competitor and note are the latest given, and date no rating") {
  auto account = assessed({assessment("2026-01-10", kCustomer, {{"a", 5, 1}}),
                           assessment("2026-02-10", kCustomer, {{"a", {}, {}}}),
                           assessment("2026-03-10", kCustomer, {{"a", {}, {}}})});
  account.assessments[0].ratings[0].second.best_competitor = 2;
  account.assessments[0].ratings[0].second.note = "first";
  account.assessments[1].ratings[0].second.best_competitor = 4;
  account.assessments[2].ratings[0].second.note = "last";
  const auto a = fulfilment(account, requiring({"a"})).customer.requirements[0];
  CHECK(a.best_competitor == 4.0);
  CHECK(a.note == "last");
  CHECK(a.rated_on == day("2026-01-10"));
}

TEST_CASE("fulfilment: counts from the day of the assessment on") {
  const auto account = assessed({assessment("2026-03-10", kCustomer, {{"a", 5, 4}})});
  CHECK_FALSE(fulfilment(account, requiring({"a"}), day("2026-03-09")).score);
  CHECK(known(fulfilment(account, requiring({"a"}), day("2026-03-10")).score) == about(80));
}

TEST_CASE("fulfilment: nothing where the importances add up to nothing") {
  const auto score =
      fulfilment(assessed({assessment("2026-01-10", kCustomer, {{"a", 0, 5}})}), requiring({"a"}));
  CHECK_FALSE(score.score);
  CHECK_FALSE(score.perspective);
  CHECK(score.coverage == 100.0);
  CHECK(score.customer.rated == 1);
  CHECK_FALSE(find(score.customer, "a").lost_points);
  CHECK(find(score.customer, "a").gap == -5.0);
}

TEST_CASE("fulfilment: no importance at all beside one that counts") {
  const auto score = fulfilment(assessed({assessment("2026-01-10", kCustomer, {{"a", 0, 0}, {"b", 0.5, 5}})}),
                                requiring({"a", "b"}));
  CHECK(known(score.score) == about(100));
  CHECK(find(score.customer, "a").lost_points == 0.0);
}

TEST_CASE("fulfilment: the account's own requirements count, repeated ids once, unknown ids not") {
  auto account =
      assessed({assessment("2026-01-10", kCustomer, {{"a", 5, 5}, {"own", 5, 1}, {"gone", 5, 0}})});
  account.requirements = {{"own", {}}, {"a", {}}, {"other", {}}};
  const auto score = fulfilment(account, requiring({"a", "b"})).customer;
  CHECK(score.total == 4);
  CHECK(score.rated == 2);
  CHECK(known(score.score) == about(60));
  CHECK(known(score.coverage) == about(50));
  std::vector<std::string> ids;
  for (const auto& requirement : score.requirements) ids.push_back(requirement.id);
  CHECK(ids == std::vector<std::string>{"a", "b", "own", "other"});
}

TEST_CASE("fulfilment: without any requirement there is no coverage") {
  const auto score =
      fulfilment(assessed({assessment("2026-01-10", kCustomer, {{"a", 5, 5}})}), bare_settings());
  CHECK_FALSE(score.score);
  CHECK_FALSE(score.coverage);
  CHECK(score.customer.total == 0);
}

TEST_CASE("fulfilment: the customer's view is the headline where there is one, else ours") {
  const auto settings = requiring({"a", "b"});
  const auto customer = assessment("2026-01-10", kCustomer, {{"a", 5, 2}});
  const auto own = assessment("2026-02-10", kOwn, {{"a", 5, 4}, {"b", 5, 4}});
  SUBCASE("both") {
    const auto score = fulfilment(assessed({customer, own}), settings);
    CHECK(score.perspective == kCustomer);
    CHECK(known(score.score) == about(40));
    CHECK(score.coverage == 50.0);
    CHECK(known(score.own.score) == about(80));
    CHECK(known(score.perception_gap) == about(40));
    CHECK(score.headline().rated == 1);
  }
  SUBCASE("ours alone") {
    const auto score = fulfilment(assessed({own}), settings);
    CHECK(score.perspective == kOwn);
    CHECK(known(score.score) == about(80));
    CHECK(score.coverage == 100.0);
    CHECK_FALSE(score.customer.score);
    CHECK_FALSE(score.perception_gap);
    CHECK(score.headline().rated == 2);
  }
  SUBCASE("the customer's alone") {
    const auto score = fulfilment(assessed({customer}), settings);
    CHECK(score.perspective == kCustomer);
    CHECK_FALSE(score.own.score);
    CHECK_FALSE(score.perception_gap);
  }
  SUBCASE("the customer's is not enough for a score: ours") {
    const auto score =
        fulfilment(assessed({assessment("2026-01-10", kCustomer, {{"a", 5, {}}}), own}), settings);
    CHECK(score.perspective == kOwn);
    CHECK(find(score.customer, "a").importance == 5.0);
    CHECK(known(score.score) == about(80));
  }
  SUBCASE("neither") {
    const auto score = fulfilment(unknown_account(), settings);
    CHECK_FALSE(score.perspective);
    CHECK_FALSE(score.score);
    CHECK(score.coverage == 0.0);
    CHECK(&score.headline() == &score.customer);
  }
}

TEST_CASE("last assessed: the latest of either perspective up to the day") {
  const auto account = assessed({assessment("2026-02-10", kOwn, {}), assessment("2026-01-10", kCustomer, {}),
                                 assessment("2026-04-10", kCustomer, {})});
  const auto last = [&](std::string_view as_of) {
    return score_account(account, requiring({"a"}), day(as_of)).last_assessed;
  };
  CHECK_FALSE(last("2026-01-09"));
  CHECK(last("2026-01-10") == day("2026-01-10"));
  CHECK(last("2026-02-10") == day("2026-02-10"));
  CHECK(last("2026-04-09") == day("2026-02-10"));
  CHECK(last("2026-04-10") == day("2026-04-10"));
}

TEST_CASE("stale: more than stale_after_days after the last assessment") {
  const auto account =
      assessed({assessment("2025-03-10", kOwn, {}), assessment("2025-01-10", kCustomer, {})});
  auto settings = requiring({"a"});
  CHECK_FALSE(score_account(account, settings, day("2026-03-10")).stale);  // 365 days
  CHECK(score_account(account, settings, day("2026-03-11")).stale);
  settings.thresholds.stale_after_days = 30;
  CHECK_FALSE(score_account(account, settings, day("2025-04-09")).stale);
  CHECK(score_account(account, settings, day("2025-04-10")).stale);
  CHECK_FALSE(score_account(unknown_account(), settings, kToday).stale);
}

TEST_CASE("top gap: most lost points, of equals the first of the catalogue") {
  const auto settings = requiring({"a", "b", "c"});
  const auto top_gap = [&](std::initializer_list<Given> ratings) {
    auto account = assessed({assessment("2026-01-10", kCustomer, ratings)});
    account.requirements = {{"own", {}}};
    return score_account(account, settings, kToday).top_gap;
  };
  CHECK(top_gap({{"a", 5, 4}, {"b", 5, 3}, {"c", 5, 4}}) == "b");
  CHECK(top_gap({{"c", 5, 3}, {"b", 5, 3}, {"a", 5, 4}}) == "b");
  CHECK(top_gap({{"own", 5, 3}, {"c", 5, 3}}) == "c");
  CHECK(top_gap({{"own", 5, 2}, {"c", 5, 3}}) == "own");
  CHECK(top_gap({{"a", 3, 4.9}, {"b", 0.3, 4}}) == "a");  // 3 · 0.1 and 0.3 · 1 differ by rounding only
  CHECK(top_gap({{"a", 0.3, 4}, {"b", 3, 4.9}}) == "a");
  CHECK(top_gap({{"a", {}, 1}, {"b", 5, 4}}) == "b");
  CHECK_FALSE(top_gap({{"a", 5, 5}, {"b", 0, 0}}));
  CHECK_FALSE(top_gap({}));
}

TEST_CASE("top gap: is the headline's") {
  const auto account = assessed({assessment("2026-01-10", kOwn, {{"a", 5, 0}, {"b", 5, 4}}),
                                 assessment("2026-02-10", kCustomer, {{"a", 5, 4}, {"b", 5, 0}})});
  CHECK(score_account(account, requiring({"a", "b"}), day("2026-01-31")).top_gap == "a");
  CHECK(score_account(account, requiring({"a", "b"}), day("2026-02-28")).top_gap == "b");
}

TEST_CASE("history: the fulfilment of each perspective on each of its days") {
  const auto account = assessed({assessment("2026-03-10", kOwn, {{"a", 5, 5}}),
                                 assessment("2026-03-10", kCustomer, {{"a", {}, 3}}),
                                 assessment("2026-01-10", kCustomer, {{"a", 5, 1}}),
                                 assessment("2026-03-10", kCustomer, {{"a", {}, 4}}),
                                 assessment("2026-02-10", kOwn, {{"a", 5, {}}}),  // not yet a score
                                 assessment("2026-12-24", kCustomer, {{"a", {}, 5}})});
  const auto history = score_account(account, requiring({"a"}), kToday).history;
  REQUIRE(history.size() == 3);
  CHECK(history[0].date == day("2026-01-10"));
  CHECK(history[0].perspective == kCustomer);
  CHECK(known(history[0].score) == about(20));
  CHECK(history[1].date == day("2026-03-10"));
  CHECK(history[1].perspective == kCustomer);
  CHECK(known(history[1].score) == about(80));
  CHECK(history[2].date == day("2026-03-10"));
  CHECK(history[2].perspective == kOwn);
  CHECK(known(history[2].score) == about(100));
}

TEST_CASE("history: ours first where it is the earlier") {
  const auto account = assessed(
      {assessment("2026-03-10", kCustomer, {{"a", 5, 3}}), assessment("2026-01-10", kOwn, {{"a", 5, 1}})});
  const auto history = score_account(account, requiring({"a"}), kToday).history;
  REQUIRE(history.size() == 2);
  CHECK(history[0].perspective == kOwn);
  CHECK(history[1].perspective == kCustomer);
}
