#include "format/catalogue.hpp"
#include "format/fields.hpp"

namespace kam {

namespace {

// kam.yaml: one table a record, the keys in the order in which they stand in the file.

constexpr double kAnyWeight = 1e6;
constexpr double kDaysOfACentury = 36500;

const auto kCriterionFields = table(number<&Criterion::weight>("weight", 0, kAnyWeight),
                                    with("steps", choice<&Criterion::measure>("measure", ids_of<Measure>())),
                                    with("measure", numbers<&Criterion::steps>("steps")),
                                    internal(record<&Criterion::label>("label", kLabel)));
const RecordOf<Criterion> kCriterion{{kCriterionFields}};

const auto kAreaWeightFields = table(number<&Criterion::weight>("weight", 0, kAnyWeight),
                                     internal(record<&Criterion::label>("label", kLabel)));
const RecordOf<Criterion> kAreaWeight{{kAreaWeightFields}};

const auto kKeyAccountFields = table(percent<&Thresholds::key_account_attractiveness>("attractiveness"),
                                     percent<&Thresholds::key_account_partnership>("partnership"));
const RecordOf<Thresholds> kKeyAccount{{kKeyAccountFields}};

const auto kMatrixFields = table(percent<&Thresholds::matrix_attractiveness>("attractiveness"),
                                 percent<&Thresholds::matrix_strength>("strength"));
const RecordOf<Thresholds> kMatrix{{kMatrixFields}};

const auto kCrosshairFields =
    table(rating<&Crosshair::importance>("importance"), rating<&Crosshair::fulfilment>("fulfilment"));
// The enumerators behind `fixed`, which is written as the two numbers.
constexpr std::array<std::string_view, 3> kCrosshairWords{"mean", "median", "midpoint"};
const Field kCrosshairShort{.key = "crosshair",
                            .shape = {.kind = ShapeKind::choice, .choices = kCrosshairWords},
                            .put =
                                [](void* owner, Value&& value) {
                                  static_cast<Crosshair*>(owner)->kind =
                                      static_cast<Crosshair::Kind>(1 + std::get<std::size_t>(value));
                                },
                            .get = [](const void* owner) -> std::optional<Value> {
                              const auto kind = static_cast<const Crosshair*>(owner)->kind;
                              if (kind == Crosshair::Kind::fixed) return std::nullopt;
                              return Value(static_cast<std::size_t>(kind) - 1);
                            }};
const RecordOf<Crosshair> kCrosshair{{kCrosshairFields, &kCrosshairShort}};

const auto kThresholdFields =
    table(percent_pair<&Thresholds::abc>("abc"), percent_pair<&Thresholds::bands>("bands"),
          group("key_account", kKeyAccount), group("matrix", kMatrix),
          record<&Thresholds::crosshair>("crosshair", kCrosshair),
          whole<&Thresholds::stale_after_days>("stale_after_days", 0, kDaysOfACentury));
const RecordOf<Thresholds> kThresholds{{kThresholdFields}};

const auto kSettingsFields =
    table(required(format_number<Settings>("kam"), "kam: 1"), shared(text<&Settings::company>("company")),
          choice<&Settings::language>("language", ids_of<Language>()),
          currency<&Settings::currency>("currency"), shared(number<&Settings::scale>("scale", 3, 10)),
          by_id<&Settings::attractiveness>("attractiveness", Catalogue::defined_here, kCriterion),
          by_id<&Settings::partnership>("partnership", Catalogue::defined_here, kCriterion),
          by_id<&Settings::collaboration>("collaboration", Catalogue::defined_here, kAreaWeight),
          by_id<&Settings::requirements>("requirements", Catalogue::defined_here, kEntry),
          by_id<&Settings::potentials>("potentials", Catalogue::defined_here, kEntry),
          internal(by_id<&Settings::offerings>("offerings", Catalogue::defined_here, kEntry)),
          record<&Settings::thresholds>("thresholds", kThresholds));
const RecordOf<Settings> kSettings{{kSettingsFields}};

}  // namespace

const Record& settings_format() {
  return kSettings;
}

}  // namespace kam
