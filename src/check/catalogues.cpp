#include <fmt/format.h>

#include <algorithm>

#include "check/doubts.hpp"
#include "kam/unicode/unicode.hpp"

namespace kam {

namespace {

using Ids = std::vector<std::string>;

void add_ids(Ids& ids, const std::vector<CatalogueEntry>& catalogue) {
  for (const auto& entry : catalogue) ids.push_back(entry.id);
}

bool is_known(const Ids& known, const std::string& id) {
  return id.empty() || std::ranges::find(known, id) != known.end();
}

std::string mend(const Ids& known, const std::string& id, std::string_view section) {
  const auto add = fmt::format("add {} to {} in kam.yaml", id, section);
  const auto near = nearest(id, std::span<const std::string>(known));
  return near ? fmt::format("Did you mean {}? Else {}.", *near, add) : fmt::format("Correct it, or {}.", add);
}

}  // namespace

Doubts find_unknown_action_requirements(const AccountSubject& subject) {
  Ids known;
  add_ids(known, subject.settings.requirements);
  add_ids(known, subject.account.requirements);
  Doubts doubts;
  const auto& actions = subject.account.actions;
  for (std::size_t i = 0; i < actions.size(); ++i)
    if (!is_known(known, actions[i].requirement))
      doubts.push_back(
          {Trail{"actions", i, "requirement"},
           fmt::format("the action closes the requirement {}, which there is not", actions[i].requirement),
           mend(known, actions[i].requirement, "requirements")});
  return doubts;
}

Doubts find_unknown_potential_kinds(const AccountSubject& subject) {
  Ids known;
  add_ids(known, subject.settings.potentials);
  Doubts doubts;
  const auto& potentials = subject.account.potentials;
  for (std::size_t i = 0; i < potentials.size(); ++i)
    if (!is_known(known, potentials[i].kind))
      doubts.push_back({Trail{"potentials", i, "kind"},
                        fmt::format("the kind of potential {} is not in kam.yaml", potentials[i].kind),
                        mend(known, potentials[i].kind, "potentials")});
  return doubts;
}

// A portfolio that lists no offerings leaves their names to the accounts.
Doubts find_unknown_offerings(const AccountSubject& subject) {
  Ids known;
  add_ids(known, subject.settings.offerings);
  Doubts doubts;
  if (known.empty()) return doubts;
  for (const auto& [id, position] : subject.account.offerings)
    if (!is_known(known, id))
      doubts.push_back({Trail{"offerings", id}, fmt::format("the offering {} is not in kam.yaml", id),
                        mend(known, id, "offerings")});
  return doubts;
}

}  // namespace kam
