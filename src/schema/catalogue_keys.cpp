#include "schema/catalogue_keys.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace kam {

namespace {

template <class Entry>
std::vector<CatalogueKey> keys_in(const std::vector<Entry>& entries, Vocabulary vocabulary,
                                  Language language) {
  std::vector<CatalogueKey> keys;
  for (const auto& entry : entries)
    keys.push_back({entry.id, entry_label(vocabulary, entry.id, entry.label, language),
                    std::string(entry_question(vocabulary, entry.id, language))});
  return keys;
}

}  // namespace

std::vector<CatalogueKey> catalogue_keys(const Settings& settings, Catalogue catalogue, Language language) {
  switch (catalogue) {
    case Catalogue::attractiveness:
      return keys_in(settings.attractiveness, Vocabulary::attractiveness, language);
    case Catalogue::partnership:
      return keys_in(settings.partnership, Vocabulary::partnership, language);
    case Catalogue::collaboration:
      return keys_in(settings.collaboration, Vocabulary::collaboration, language);
    case Catalogue::requirements:
      return keys_in(settings.requirements, Vocabulary::requirement, language);
    case Catalogue::potentials:
      return keys_in(settings.potentials, Vocabulary::potential, language);
    case Catalogue::offerings:
      return keys_in(settings.offerings, Vocabulary::offering, language);
    case Catalogue::none:
    case Catalogue::defined_here:
      break;
  }
  return {};
}

Catalogue find_catalogue(std::string_view key) {
  using Entry = std::pair<std::string_view, Catalogue>;
  constexpr std::array kCatalogues{
      Entry{"attractiveness", Catalogue::attractiveness}, Entry{"partnership", Catalogue::partnership},
      Entry{"collaboration", Catalogue::collaboration},   Entry{"requirements", Catalogue::requirements},
      Entry{"potentials", Catalogue::potentials},         Entry{"offerings", Catalogue::offerings}};
  const auto found = std::ranges::find(kCatalogues, key, &Entry::first);
  return found == kCatalogues.end() ? Catalogue::none : found->second;
}

std::optional<Vocabulary> choices_vocabulary(std::string_view path) {
  using Entry = std::pair<std::string_view, Vocabulary>;
  constexpr std::array kChoices{Entry{"status", Vocabulary::status},
                                Entry{"contacts.role", Vocabulary::contact_role},
                                Entry{"contacts.attitude", Vocabulary::attitude},
                                Entry{"assessments.perspective", Vocabulary::perspective},
                                Entry{"potentials.status", Vocabulary::potential_status},
                                Entry{"actions.status", Vocabulary::action_status},
                                Entry{"objectives.measure", Vocabulary::measure},
                                Entry{"attractiveness.measure", Vocabulary::measure},
                                Entry{"partnership.measure", Vocabulary::measure}};
  const auto found = std::ranges::find(kChoices, path, &Entry::first);
  return found == kChoices.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace kam
