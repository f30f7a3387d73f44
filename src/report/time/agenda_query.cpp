#include <algorithm>

#include <fmt/format.h>

#include "kam/model/error.hpp"
#include "kam/report/agenda.hpp"
#include "kam/unicode/unicode.hpp"

namespace kam {

namespace {

constexpr int kDaysAhead = 90;
constexpr Date kLastDay{std::chrono::year{9999}, std::chrono::December, std::chrono::day{31}};

// Everybody of ours whom the accounts name, open or done: having nothing to do is no mistyped name.
std::vector<std::string> our_people(const View& view) {
  std::vector<std::string> people;
  const auto add = [&](const std::string& name) {
    if (!name.empty()) people.push_back(name);
  };
  for (const Account& account : view.accounts) {
    add(account.manager);
    for (const TeamMember& member : account.team) add(member.name);
    for (const Contact& contact : account.contacts) add(contact.owner);
    for (const Potential& potential : account.potentials) add(potential.owner);
    for (const Action& action : account.actions) add(action.owner);
  }
  return people;
}

std::string find_owner(const View& view, const std::string& word) {
  const std::vector<std::string> people = our_people(view);
  const auto found = std::ranges::find(people, fold_name(word), fold_name);
  if (found != people.end()) return *found;
  const auto near = nearest(word, people);
  throw UsageError(fmt::format("no account names `{}` as responsible", word),
                   near ? fmt::format("Did you mean `{}`?", *near)
                        : "Give a name as `owner`, `manager` or `team` have it; `kam agenda` shows who has "
                          "something to do.");
}

}  // namespace

Date default_agenda_end(Date as_of) {
  return std::chrono::sys_days{as_of} +
         std::chrono::days{std::min(kDaysAhead, days_between(as_of, kLastDay))};
}

Agenda select_agenda(const View& view, const AgendaQuery& query) {
  Agenda agenda;
  agenda.accounts = query.accounts.size();
  agenda.until = query.until;
  if (query.owner) agenda.owner = find_owner(view, *query.owner);
  const std::string owner = fold_name(agenda.owner);
  for (AgendaItem& item :
       find_agenda(view.accounts, view.scores.accounts, view.settings.thresholds, view.as_of)) {
    if (std::ranges::find(query.accounts, item.account) == query.accounts.end()) continue;
    const bool later = item.due && *item.due > query.until;
    if (!owner.empty() && fold_name(item.owner) != owner) {
      if (item.owner.empty() && !later) ++agenda.without_owner;
    } else if (later) {
      ++agenda.later;
      agenda.latest = item.due;
    } else {
      agenda.items.push_back(std::move(item));
    }
  }
  return agenda;
}

}  // namespace kam
