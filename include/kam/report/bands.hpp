#pragma once

#include <optional>

#include "kam/document/document.hpp"
#include "kam/model/settings.hpp"

namespace kam {

// Below bands[0] red, below bands[1] amber, from there on green; what is unknown has no colour.
Band band_of(std::optional<double> score, const Thresholds& thresholds);

// Whether the assessment behind a fulfilment is older than `stale_after_days`.
enum class Freshness { fresh, stale };

// As above, but a stale fulfilment is never green: it is amber at best.
Band fulfilment_band(std::optional<double> score, Freshness freshness, const Thresholds& thresholds);

}  // namespace kam
