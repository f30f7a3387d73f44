#include "kam/report/bands.hpp"

#include <doctest/doctest.h>

using namespace kam;

TEST_CASE("a score's band follows the portfolio's thresholds") {
  Thresholds thresholds;
  thresholds.bands = {40, 70};
  CHECK(band_of(std::nullopt, thresholds) == Band::none);
  CHECK(band_of(0, thresholds) == Band::red);
  CHECK(band_of(39.999, thresholds) == Band::red);
  CHECK(band_of(40, thresholds) == Band::amber);
  CHECK(band_of(69.999, thresholds) == Band::amber);
  CHECK(band_of(70 - 1e-12, thresholds) == Band::green);
  CHECK(band_of(100, thresholds) == Band::green);
}

TEST_CASE("a stale fulfilment is never green") {
  const Thresholds thresholds;
  CHECK(fulfilment_band(90, Freshness::fresh, thresholds) == Band::green);
  CHECK(fulfilment_band(90, Freshness::stale, thresholds) == Band::amber);
  CHECK(fulfilment_band(50, Freshness::stale, thresholds) == Band::amber);
  CHECK(fulfilment_band(10, Freshness::stale, thresholds) == Band::red);
  CHECK(fulfilment_band(std::nullopt, Freshness::stale, thresholds) == Band::none);
}
