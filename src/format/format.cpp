#include "kam/format/format.hpp"

#include <algorithm>

namespace kam {

namespace {

template <class Entry>
std::vector<std::string_view> ids_in(const std::vector<Entry>& catalogue) {
  std::vector<std::string_view> ids;
  ids.reserve(catalogue.size());
  for (const auto& entry : catalogue) ids.emplace_back(entry.id);
  return ids;
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

}  // namespace kam
