#include "kam/score/gains.hpp"

#include "sample.hpp"

using namespace kam;
using namespace kam::sample;

namespace {

PerspectiveScore scored(IdList<RequirementScore> requirements, std::optional<double> score) {
  PerspectiveScore scores;
  scores.requirements = std::move(requirements);
  scores.score = score;
  return scores;
}

RequirementScore losing(const char* id, std::optional<double> points) {
  RequirementScore requirement;
  requirement.id = id;
  requirement.lost_points = points;
  return requirement;
}

}  // namespace

TEST_CASE("gains: most points first, and the score with all of those before") {
  const auto gains = rank_gains(scored(
      {losing("a", 5.0), losing("b", 12.5), losing("c", 0.0), losing("d", {}), losing("e", 5.0)}, 77.5));
  REQUIRE(gains.size() == 3);
  CHECK(gains[0].requirement == "b");
  CHECK(gains[0].points == about(12.5));
  CHECK(gains[0].fulfilment == about(90));
  CHECK(gains[1].requirement == "a");  // before e, which wins as much
  CHECK(gains[1].fulfilment == about(95));
  CHECK(gains[2].requirement == "e");
  CHECK(gains[2].fulfilment == about(100));
}

TEST_CASE("gains: none without a score, and none where nothing is lost") {
  CHECK(rank_gains(scored({losing("a", 5.0)}, std::nullopt)).empty());
  CHECK(rank_gains(scored({losing("a", 0.0)}, 100.0)).empty());
  CHECK(rank_gains({}).empty());
}

TEST_CASE("gains: closing all of them gives 100") {
  auto settings = bare_settings();
  for (const char* id : {"a", "b", "c"}) settings.requirements.push_back({id, {}});
  auto account = unknown_account();
  account.assessments = {
      assessment("2026-01-10", Perspective::customer, {{"a", 5, 2}, {"b", 3, 4}, {"c", 4, 1.5}})};
  const auto gains = rank_gains(score_account(account, settings, kToday).fulfilment.headline());
  REQUIRE(gains.size() == 3);
  CHECK(gains.back().fulfilment == about(100));
}
