#include "kam/format/format.hpp"

#include <algorithm>

#include "kam/format/decode.hpp"

namespace kam {

namespace {

template <class Entry>
std::vector<std::string_view> ids_in(const std::vector<Entry>& catalogue) {
  std::vector<std::string_view> ids;
  ids.reserve(catalogue.size());
  for (const auto& entry : catalogue) ids.emplace_back(entry.id);
  return ids;
}

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

const Field* find_field(const Record& record, std::string_view key) {
  const auto found = std::ranges::find(record.fields, key, &Field::key);
  return found == record.fields.end() ? nullptr : &*found;
}

std::vector<std::string_view> keys_of(const Record& record) {
  std::vector<std::string_view> keys;
  keys.reserve(record.fields.size());
  for (const auto& field : record.fields) keys.push_back(field.key);
  return keys;
}

std::vector<std::string_view> catalogue_ids(const Settings& settings, Catalogue catalogue) {
  switch (catalogue) {
    case Catalogue::attractiveness:
      return ids_in(settings.attractiveness);
    case Catalogue::partnership:
      return ids_in(settings.partnership);
    case Catalogue::collaboration:
      return ids_in(settings.collaboration);
    case Catalogue::requirements:
      return ids_in(settings.requirements);
    case Catalogue::potentials:
      return ids_in(settings.potentials);
    case Catalogue::offerings:
      return ids_in(settings.offerings);
    case Catalogue::none:
    case Catalogue::defined_here:
      break;
  }
  return {};
}

bool is_own_key(std::string_view key) {
  return key.starts_with("x_");
}

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
