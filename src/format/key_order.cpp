#include <algorithm>

#include "kam/format/decode.hpp"
#include "kam/format/format.hpp"

namespace kam {

namespace {

// The years among which a new one finds its place.
constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2199;

std::vector<std::string> years() {
  std::vector<std::string> years;
  for (int year = kFirstYear; year <= kLastYear; ++year) years.push_back(std::to_string(year));
  return years;
}

// What stands at a path: a map with the keys of a record, or a map or list of such.
struct Spot {
  const Record* record = nullptr;
  const Shape* container = nullptr;
};

Spot next_spot(const Spot& spot, const PathStep& step) {
  if (spot.container != nullptr) return {spot.container->record, nullptr};
  const auto* key = std::get_if<std::string>(&step);
  const Field* field = key == nullptr || spot.record == nullptr ? nullptr : find_field(*spot.record, *key);
  if (field == nullptr) return {};
  if (field->shape.kind == ShapeKind::record) return {field->shape.record, nullptr};
  return {nullptr, field->shape.record == nullptr ? nullptr : &field->shape};
}

std::vector<std::string> owned(const std::vector<std::string_view>& keys) {
  return {keys.begin(), keys.end()};
}

}  // namespace

KeyOrder account_key_order(const Settings& settings) {
  return [settings](const Path& path) -> std::vector<std::string> {
    Spot spot{&account_format(), nullptr};
    for (const auto& next : path) spot = next_spot(spot, next);
    if (spot.record != nullptr) return owned(keys_of(*spot.record));
    if (spot.container == nullptr) return {};
    if (spot.container->kind == ShapeKind::by_year) return years();
    return owned(catalogue_ids(settings, spot.container->catalogue));
  };
}

}  // namespace kam
