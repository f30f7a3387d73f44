#include <fmt/format.h>

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "check/doubts.hpp"
#include "kam/unicode/unicode.hpp"

namespace kam {

namespace {

class Ids {
 public:
  explicit Ids(std::vector<std::string> ids) : known_(ids.begin(), ids.end()), suggestions_(std::move(ids)) {}

  bool are_none() const { return known_.empty(); }
  bool has(const std::string& id) const { return id.empty() || known_.contains(id); }
  std::string mend(const std::string& id, std::string_view section) {
    const auto add = fmt::format("add {} to {} in kam.yaml", id, section);
    const auto near = suggestions_.find(id);
    return near ? fmt::format("Did you mean {}? Else {}.", *near, add)
                : fmt::format("Correct it, or {}.", add);
  }

 private:
  std::set<std::string> known_;
  Suggestions suggestions_;
};

void add_ids(std::vector<std::string>& ids, const EntryList& catalogue) {
  for (const auto& entry : catalogue) ids.push_back(entry.id);
}

Ids ids_of(const EntryList& catalogue) {
  std::vector<std::string> ids;
  add_ids(ids, catalogue);
  return Ids(std::move(ids));
}

}  // namespace

Doubts find_unknown_action_requirements(const AccountSubject& subject) {
  std::vector<std::string> ids;
  add_ids(ids, subject.settings.requirements);
  add_ids(ids, subject.account.requirements);
  Ids known(std::move(ids));
  Doubts doubts;
  const auto& actions = subject.account.actions;
  for (std::size_t i = 0; i < actions.size(); ++i)
    if (!known.has(actions[i].requirement))
      doubts.push_back(
          {Trail{"actions", i, "requirement"},
           fmt::format("the action closes the requirement {}, which there is not", actions[i].requirement),
           known.mend(actions[i].requirement, "requirements")});
  return doubts;
}

Doubts find_unknown_potential_kinds(const AccountSubject& subject) {
  auto known = ids_of(subject.settings.potentials);
  Doubts doubts;
  const auto& potentials = subject.account.potentials;
  for (std::size_t i = 0; i < potentials.size(); ++i)
    if (!known.has(potentials[i].kind))
      doubts.push_back({Trail{"potentials", i, "kind"},
                        fmt::format("the kind of potential {} is not in kam.yaml", potentials[i].kind),
                        known.mend(potentials[i].kind, "potentials")});
  return doubts;
}

// A portfolio that lists no offerings leaves their names to the accounts.
Doubts find_unknown_offerings(const AccountSubject& subject) {
  auto known = ids_of(subject.settings.offerings);
  Doubts doubts;
  if (known.are_none()) return doubts;
  for (const auto& [id, position] : subject.account.offerings)
    if (!known.has(id))
      doubts.push_back({Trail{"offerings", id}, fmt::format("the offering {} is not in kam.yaml", id),
                        known.mend(id, "offerings")});
  return doubts;
}

}  // namespace kam
