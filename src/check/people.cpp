#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "check/doubts.hpp"
#include "kam/unicode/unicode.hpp"

namespace kam {

namespace {

bool has_finding(const AccountSubject& subject, std::string_view code) {
  return is_customer(subject.account) &&
         std::ranges::find(subject.scores.findings, code, &Finding::code) != subject.scores.findings.end();
}

struct Owned {
  std::string owner;
  Trail at;
};

// Who owns what is still open. What is closed was done by whoever was there then.
std::vector<Owned> open_ownerships(const Account& account) {
  std::vector<Owned> owned;
  for (std::size_t i = 0; i < account.contacts.size(); ++i)
    owned.push_back({account.contacts[i].owner, {"contacts", i, "owner"}});
  for (std::size_t i = 0; i < account.potentials.size(); ++i)
    if (account.potentials[i].status == PotentialStatus::open)
      owned.push_back({account.potentials[i].owner, {"potentials", i, "owner"}});
  for (std::size_t i = 0; i < account.actions.size(); ++i)
    if (account.actions[i].status == ActionStatus::open)
      owned.push_back({account.actions[i].owner, {"actions", i, "owner"}});
  std::erase_if(owned, [](const Owned& entry) { return entry.owner.empty(); });
  return owned;
}

}  // namespace

bool is_customer(const Account& account) {
  return account.status != Status::former;
}

// Told once of each person.
Doubts find_owners_not_in_team(const AccountSubject& subject) {
  const auto& account = subject.account;
  if (account.team.empty() || !is_customer(account)) return {};
  std::vector<std::string> team;
  for (const auto& member : account.team) team.push_back(member.name);
  if (!account.manager.empty()) team.push_back(account.manager);
  std::set<std::string> known;
  for (const auto& name : team) known.insert(fold_name(name));
  Suggestions suggestions(std::move(team));
  Doubts doubts;
  for (const auto& [owner, at] : open_ownerships(account)) {
    if (!known.insert(fold_name(owner)).second) continue;
    const auto near = suggestions.find(owner);
    doubts.push_back({at, fmt::format("the owner {} is not in the team", owner),
                      near ? fmt::format("Did you mean {}? Else add {} to team.", *near, owner)
                           : fmt::format("Add {} to team, or name another owner.", owner)});
  }
  return doubts;
}

Doubts find_missing_contact(const AccountSubject& subject) {
  if (!has_finding(subject, "no-fixed-contact")) return {};
  return {{Trail{"manager"}, "the customer has no fixed contact on our side",
           "Write who it is, as in manager: Anna Schmidt."}};
}

Doubts find_critical_decision_makers(const AccountSubject& subject) {
  Doubts doubts;
  if (!is_customer(subject.account)) return doubts;
  const auto& contacts = subject.account.contacts;
  std::size_t next = 0;  // findings are in the file's order
  for (const auto& finding : subject.scores.findings) {
    if (finding.code != "decision-maker-critical") continue;
    const auto is_meant = [&](const Contact& contact) {
      return contact.role == ContactRole::decision_maker && contact.name == finding.subjects.at(0) &&
             contact.attitude && to_id(*contact.attitude) == finding.subjects.at(1);
    };
    while (next < contacts.size() && !is_meant(contacts[next])) ++next;
    doubts.push_back({Trail{"contacts", next, "attitude"},
                      fmt::format("{} decides and is {} {}",
                                  finding.subjects.at(0).empty() ? "somebody" : finding.subjects.at(0),
                                  finding.subjects.at(1) == to_id(Attitude::opponent) ? "an" : "a",
                                  finding.subjects.at(1)),
                      "Find out why, and win others there who have influence."});
    ++next;
  }
  return doubts;
}

Doubts find_missing_influence(const AccountSubject& subject) {
  if (!has_finding(subject, "no-influential-contact")) return {};
  return {{Trail{"contacts"}, "nobody is known there whose influence is at least 80 % of the scale",
           "Find out who decides, and write the influence of those you know."}};
}

}  // namespace kam
