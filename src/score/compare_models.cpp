#include <array>
#include <iterator>

#include "kam/model/number.hpp"
#include "score/items.hpp"

namespace kam {

namespace {

// What moves no score. The currency is told last of what stands alone, and the crosshair as one.
constexpr std::array<std::string_view, 6> kSilent{"company",    "language",  "label",
                                                  "potentials", "crosshair", "currency"};

std::vector<std::string> crosshair_texts(const Crosshair& crosshair) {
  switch (crosshair.kind) {
    case Crosshair::Kind::mean:
      return {"mean"};
    case Crosshair::Kind::median:
      return {"median"};
    case Crosshair::Kind::midpoint:
      return {"midpoint"};
    case Crosshair::Kind::fixed:
      break;
  }
  return {format_plain_number(crosshair.importance), format_plain_number(crosshair.fulfilment)};
}

FactItems list_model(const Settings& settings) {
  FactItems items;
  list_values(items, settings_format(), &settings, kSilent);
  items.back().put("currency", settings.currency);
  for (const auto& field : settings_format().fields) list_section(items, field, &settings, kSilent);
  auto& thresholds = items.back().facts;  // of which the last is no threshold of a score
  thresholds.emplace(std::prev(thresholds.end()), "crosshair",
                     crosshair_texts(settings.thresholds.crosshair));
  return items;
}

}  // namespace

std::vector<ItemChange> compare_models(const Settings& before, const Settings& after) {
  return compare_items(list_model(before), list_model(after));
}

}  // namespace kam
