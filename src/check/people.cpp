#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "check/doubts.hpp"
#include "kam/unicode/invisible.hpp"
#include "kam/unicode/scripts.hpp"
#include "kam/unicode/unicode.hpp"

namespace kam {

namespace {

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

using namespace std::string_view_literals;

// The keys whose texts name somebody or something, wherever they stand; a label has a text for each language.
constexpr std::array kNameKeys{"name"sv,       "external_id"sv, "manager"sv, "industry"sv, "tags"sv,
                               "title"sv,      "owner"sv,       "people"sv,  "source"sv,   "by"sv,
                               "competitor"sv, "company"sv,     "label"sv};

struct Name {
  std::string_view key;  // the nearest around it
  const std::string& text;
  const Trail& at;
};
using Visitor = std::function<void(const Name& name)>;

void visit_names(const Node& node, std::string_view name_key, Trail& trail, const Visitor& visit) {
  if (node.kind == NodeKind::scalar && !name_key.empty()) visit({name_key, node.value, trail});
  for (const auto& [key, value] : node.entries) {
    if (key.value.starts_with("x_")) continue;
    const bool is_name = std::ranges::find(kNameKeys, key.value) != kNameKeys.end();
    trail.emplace_back(key.value);
    visit_names(value, is_name ? std::string_view(key.value) : name_key, trail, visit);
    trail.pop_back();
  }
  std::size_t index = 0;
  for (const auto& item : node.items) {
    if (item.is_null()) continue;
    trail.emplace_back(index++);
    visit_names(item, item.kind == NodeKind::scalar ? name_key : std::string_view{}, trail, visit);
    trail.pop_back();
  }
}

// What `find_doubt` says of each name in the files.
template <class FindDoubt>
Doubts find_in_names(const CheckedPortfolio& portfolio, FindDoubt find_doubt) {
  Doubts doubts;
  for (const auto& file : portfolio.files) {
    if (file.root == nullptr) continue;
    Trail trail;
    visit_names(*file.root, {}, trail, [&](const Name& name) {
      auto [message, hint] = find_doubt(name);
      if (!message.empty()) doubts.push_back({name.at, std::move(message), std::move(hint), file.file});
    });
  }
  return doubts;
}

struct Said {
  std::string message;
  std::string hint;
};

std::string number_of(char32_t code_point) {
  return fmt::format("U+{:04X}", static_cast<std::uint32_t>(code_point));
}

std::string letter_text(const MixedWord::Letter& letter) {
  std::string text;
  append_utf8(text, letter.letter);
  return fmt::format("{} ({}, {})", letter.script, text, number_of(letter.letter));
}

// The files of accounts that say the same at a key, by what they say; of one that is alone, nothing.
struct SharedKey {
  const char* key;
  std::string Account::*text;
  const char* noun;
  const char* hint;
};

// `a, b`, and of many the first few and their number.
std::string others_text(const std::vector<const CheckedFile*>& files, const CheckedFile* file) {
  constexpr std::size_t kFew = 3;
  std::vector<std::string_view> others;
  for (const auto* other : files)
    if (other != file && others.size() < kFew) others.emplace_back(other->file);
  const auto more = files.size() - 1 - others.size();
  return fmt::format("{}{}", fmt::join(others, ", "), more == 0 ? "" : fmt::format(" and {} more", more));
}

Doubts find_shared(const CheckedPortfolio& portfolio, const SharedKey& shared) {
  std::map<std::string, std::vector<const CheckedFile*>> groups;
  for (const auto& file : portfolio.files) {
    if (!file.account) continue;
    const auto folded = fold_name(portfolio.accounts[*file.account].*shared.text);
    if (!folded.empty()) groups[folded].push_back(&file);
  }
  Doubts doubts;
  for (const auto& [folded, files] : groups) {
    if (files.size() < 2) continue;
    for (const auto* file : files)
      doubts.push_back(
          {Trail{shared.key},
           fmt::format("the {} {} is also that of {}", shared.noun,
                       portfolio.accounts[*file->account].*shared.text, others_text(files, file)),
           shared.hint, file->file});
  }
  return doubts;
}

}  // namespace

std::vector<const Finding*> findings_of(const AccountSubject& subject, FindingKind kind) {
  std::vector<const Finding*> findings;
  if (!is_customer(subject.account)) return findings;
  for (const auto& finding : subject.scores.findings)
    if (finding.kind == kind) findings.push_back(&finding);
  return findings;
}

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
  if (findings_of(subject, FindingKind::no_fixed_contact).empty()) return {};
  return {{Trail{"manager"}, "the customer has no fixed contact on our side",
           "Write who it is, as in manager: Anna Schmidt."}};
}

Doubts find_critical_decision_makers(const AccountSubject& subject) {
  Doubts doubts;
  const auto& contacts = subject.account.contacts;
  std::size_t next = 0;  // findings are in the file's order
  for (const auto* const found : findings_of(subject, FindingKind::decision_maker_critical)) {
    const auto& finding = *found;
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
  if (findings_of(subject, FindingKind::no_influential_contact).empty()) return {};
  return {{Trail{"contacts"}, "nobody is known there whose influence is at least 80 % of the scale",
           "Find out who decides, and write the influence of those you know."}};
}

Doubts find_invisible_characters(const CheckedPortfolio& portfolio) {
  return find_in_names(portfolio, [](const Name& name) -> Said {
    const auto found = find_invisible(name.text);
    if (!found) return {};
    return {fmt::format("{} holds {}, which nobody sees: {}", name.key, number_of(*found),
                        cut_to_width(name.text, 40)),
            "Type it anew; names are compared without such characters."};
  });
}

Doubts find_mixed_scripts(const CheckedPortfolio& portfolio) {
  return find_in_names(portfolio, [](const Name& name) -> Said {
    const auto found = find_mixed_word(name.text);
    if (!found) return {};
    std::vector<std::string> scripts;
    for (const auto& letter : found->scripts) scripts.push_back(letter_text(letter));
    return {fmt::format("{} is written in {}: {}", name.key, fmt::join(scripts, " and "),
                        cut_to_width(found->word, 40)),
            "Type the word anew in one script: letters that look alike make another name."};
  });
}

Doubts find_duplicate_names(const CheckedPortfolio& portfolio) {
  return find_shared(portfolio, {"name", &Account::name, "name",
                                 "Put the two together, or tell them apart, as by their place."});
}

Doubts find_duplicate_external_ids(const CheckedPortfolio& portfolio) {
  return find_shared(portfolio, {"external_id", &Account::external_id, "external id",
                                 "Correct one of them, or put the two accounts together."});
}

}  // namespace kam
