#include "kam/report/bands.hpp"

#include "kam/model/number.hpp"

namespace kam {

Band band_of(std::optional<double> score, const Thresholds& thresholds) {
  if (!score) return Band::none;
  if (!reaches(*score, thresholds.bands[0])) return Band::red;
  return reaches(*score, thresholds.bands[1]) ? Band::green : Band::amber;
}

Band fulfilment_band(std::optional<double> score, Freshness freshness, const Thresholds& thresholds) {
  const Band band = band_of(score, thresholds);
  return band == Band::green && freshness == Freshness::stale ? Band::amber : band;
}

}  // namespace kam
