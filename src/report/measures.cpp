#include "report/measures.hpp"

#include <cmath>

#include "kam/model/number.hpp"
#include "kam/text/format.hpp"

namespace kam {

Unit unit_of(Measure measure) {
  switch (measure) {
    case Measure::revenue:
    case Measure::contribution_margin:
    case Measure::profit:
      return Unit::money;
    case Measure::contribution_margin_ratio:
    case Measure::revenue_growth:
    case Measure::share_of_wallet:
      break;
  }
  return Unit::percent;
}

std::string percent_text(double percent, Language language) {
  const bool whole = reaches(std::abs(percent), 10) || nearly_equal(percent, std::round(percent));
  return format_percent(percent, whole ? 0 : 1, language);
}

std::string measure_text(Measure measure, double value, const View& view) {
  if (unit_of(measure) == Unit::money) return format_money(value, view.settings.currency, view.language);
  return percent_text(value, view.language);
}

}  // namespace kam
