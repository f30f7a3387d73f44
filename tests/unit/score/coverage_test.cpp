#include "kam/score/coverage.hpp"

#include <vector>

#include "sample.hpp"

using namespace kam;
using namespace kam::sample;

TEST_CASE("coverage: who of ours knows whom, and who is known by nobody") {
  auto account = unknown_account();
  account.contacts = {
      {"A", {}, ContactRole::user, 5.0, {}, ""},
      {"B", {}, {}, {}, {}, "Eva "},
      {"C", {}, ContactRole::decision_maker, 2.0, {}, " "},
      {"D", {}, {}, {}, {}, "Jan"},
      {"E", {}, {}, {}, {}, "Jan"},
      {"F", {}, {}, {}, {}, "Eva"},
      {"G", {}, {}, {}, {}, "Ute"},
      {"H", {}, {}, {}, {}, ""},
  };
  const auto coverage = cover_stakeholders(account);
  REQUIRE(coverage.keepers.size() == 3);
  CHECK(coverage.keepers[0].name == "Eva");
  CHECK(coverage.keepers[0].contacts == std::vector<std::size_t>{1, 5});
  CHECK(coverage.keepers[1].name == "Jan");
  CHECK(coverage.keepers[1].contacts == std::vector<std::size_t>{3, 4});
  CHECK(coverage.keepers[2].name == "Ute");
  CHECK(coverage.unkept == std::vector<std::size_t>{2, 0, 7});
}

TEST_CASE("coverage: without contacts there is nothing to cover") {
  const auto coverage = cover_stakeholders(unknown_account());
  CHECK(coverage.keepers.empty());
  CHECK(coverage.unkept.empty());
}

TEST_CASE("coverage: influential from four fifths of the scale, never where influence is not known") {
  const auto influential = [](std::optional<double> influence, double scale) {
    return is_influential({"A", {}, {}, influence, {}, ""}, scale);
  };
  CHECK(influential(4.0, 5));
  CHECK_FALSE(influential(3.9, 5));
  CHECK(influential(8.0, 10));
  CHECK_FALSE(influential(4.0, 10));
  CHECK_FALSE(influential({}, 5));
}
