#include "kam/score/white_space.hpp"

#include <vector>

#include "sample.hpp"

using namespace kam;
using namespace kam::sample;

namespace {

Account buying(std::vector<std::pair<std::string, OfferingPosition>> offerings) {
  Account account = unknown_account();
  account.offerings = std::move(offerings);
  return account;
}

}  // namespace

TEST_CASE("white space by offering: sums of those of whom both amounts are known") {
  auto settings = bare_settings();
  settings.offerings = {{"gears", {}}, {"drives", {}}, {"service", {}}};
  const std::vector<Account> accounts{
      buying({{"gears", {100.0, 300.0, {}}}, {"drives", {50.0, {}, "X"}}}),
      buying({{"gears", {80.0, 60.0, {}}}, {"service", {0.0, 20.0, {}}}}),
      buying({{"gears", {{}, 500.0, {}}}, {"service", {0.0, 20.0, {}}}}),
      buying({{"gears", {10.0, 910.0, {}}}}),
  };
  const std::vector<std::size_t> first_three{0, 1, 2};
  const auto totals = total_offerings(accounts, first_three, settings);
  REQUIRE(totals.size() == 3);
  CHECK(totals[0].id == "gears");
  CHECK(totals[0].known == 2);
  CHECK(known(totals[0].current) == about(180));
  CHECK(known(totals[0].potential) == about(360));
  CHECK(known(totals[0].white_space) == about(200));  // 200 and, bought beyond its potential, 0
  CHECK(totals[0].largest == 0);
  CHECK(totals[1].known == 0);
  CHECK_FALSE(totals[1].current);
  CHECK_FALSE(totals[1].white_space);
  CHECK_FALSE(totals[1].largest);
  CHECK(known(totals[2].current) == about(0));
  CHECK(totals[2].largest == 1);  // the first of equals
}

TEST_CASE("white space by offering: nothing to fill is nobody's largest") {
  auto settings = bare_settings();
  settings.offerings = {{"gears", {}}};
  const std::vector<Account> accounts{buying({{"gears", {100.0, 100.0, {}}}})};
  const std::vector<std::size_t> all{0};
  const auto totals = total_offerings(accounts, all, settings);
  CHECK(known(totals[0].white_space) == about(0));
  CHECK_FALSE(totals[0].largest);
}
