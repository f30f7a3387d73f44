#include "kam/model/number.hpp"
#include "score/items.hpp"

namespace kam {

namespace {

std::vector<std::string> number_texts(std::span<const double> numbers) {
  std::vector<std::string> texts;
  for (const double number : numbers) texts.push_back(format_plain_number(number));
  return texts;
}

void list_criteria(FactItems& items, const std::string& section, const CriterionList& criteria) {
  for (const auto& criterion : criteria)
    add_item(items, section, criterion.id)
        .put("weight", std::optional(criterion.weight))
        .put_id("measure", criterion.measure)
        .put("steps", number_texts(criterion.steps));
}

void list_entries(FactItems& items, const std::string& section, const EntryList& entries) {
  for (const auto& entry : entries) add_item(items, section, entry.id);
}

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

void list_thresholds(FactItems& items, const Thresholds& thresholds) {
  const std::optional<double> stale_after_days = thresholds.stale_after_days;
  add_item(items, "thresholds")
      .put("abc", number_texts(thresholds.abc))
      .put("bands", number_texts(thresholds.bands))
      .put("key_account.attractiveness", std::optional(thresholds.key_account_attractiveness))
      .put("key_account.partnership", std::optional(thresholds.key_account_partnership))
      .put("matrix.attractiveness", std::optional(thresholds.matrix_attractiveness))
      .put("matrix.strength", std::optional(thresholds.matrix_strength))
      .put("crosshair", crosshair_texts(thresholds.crosshair))
      .put("stale_after_days", stale_after_days);
}

FactItems list_model(const Settings& settings) {
  FactItems items;
  add_item(items, "").put("scale", std::optional(settings.scale)).put("currency", settings.currency);
  list_criteria(items, "attractiveness", settings.attractiveness);
  list_criteria(items, "partnership", settings.partnership);
  list_criteria(items, "collaboration", settings.collaboration);
  list_entries(items, "requirements", settings.requirements);
  list_entries(items, "offerings", settings.offerings);
  list_thresholds(items, settings.thresholds);
  return items;
}

}  // namespace

std::vector<ItemChange> compare_models(const Settings& before, const Settings& after) {
  return compare_items(list_model(before), list_model(after));
}

}  // namespace kam
