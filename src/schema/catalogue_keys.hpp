#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kam/format/format.hpp"
#include "kam/model/settings.hpp"
#include "kam/text/labels.hpp"

namespace kam {

// One entry of a catalogue, as an editor offers it.
struct CatalogueKey {
  std::string id;
  std::string label;
  std::string question;  // what it asks, in one sentence; may be empty
};
std::vector<CatalogueKey> catalogue_keys(const Settings& settings, Catalogue catalogue, Language language);

// The catalogue that kam.yaml defines at `key`; `none` where it is none.
Catalogue find_catalogue(std::string_view key);

// The vocabulary that says what the choices at a path mean, if any does.
std::optional<Vocabulary> choices_vocabulary(std::string_view path);

}  // namespace kam
