#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "kam/lists/contacts.hpp"
#include "kam/unicode/invisible.hpp"
#include "kam/unicode/unicode.hpp"
#include "lists/rows/person_name.hpp"

namespace kam {

namespace {

class ContactMatcher {
 public:
  ContactMatcher(const std::vector<Account>& accounts, const std::string& file, MatchedContacts& matched)
      : accounts_(accounts), file_(file), matched_(matched) {
    for (std::size_t i = 0; i < accounts.size(); ++i) {
      if (const auto number = without_ignorable(accounts[i].external_id); !number.empty())
        by_external_id_[number].push_back(i);
      by_id_[accounts[i].id].push_back(i);
      by_name_[fold_name(accounts[i].name)].push_back(i);
    }
  }

  void match(const ContactRow& row) {
    ContactMatch& match = matched_.matches.emplace_back();
    const auto account = find_account(row);
    if (!account) return;
    const auto [earlier, is_first] = lines_.try_emplace({*account, person_key(row.contact.name)}, row.line);
    if (!is_first) {
      add_problem(
          row, "list-repeated",
          fmt::format("the row repeats the contact \"{}\" of line {}", row.contact.name, earlier->second),
          "Keep one row for each person.");
      return;
    }
    match.account = account;
    match.contact = find_contact(*account, row.contact.name);
  }

 private:
  using Indices = std::vector<std::size_t>;
  using IndicesByWord = std::map<std::string, Indices>;

  static Indices find_in(const IndicesByWord& all, const std::string& word) {
    const auto found = word.empty() ? all.end() : all.find(word);
    return found == all.end() ? Indices() : found->second;
  }

  // By external id; else by what the list calls it, unless that account has another external id.
  Indices accounts_of(const ContactRow& row) const {
    auto found = find_in(by_external_id_, without_ignorable(row.external_id));
    if (found.empty()) found = find_in(by_id_, row.account);
    if (found.empty()) found = find_in(by_external_id_, without_ignorable(row.account));
    if (!found.empty() || row.account.empty()) return found;
    const auto named = by_name_.find(fold_name(row.account));
    if (named == by_name_.end()) return {};
    std::ranges::copy_if(named->second, std::back_inserter(found), [&](std::size_t index) {
      return row.external_id.empty() || accounts_[index].external_id.empty();
    });
    return found;
  }

  std::optional<std::size_t> find_account(const ContactRow& row) {
    const auto fitting = accounts_of(row);
    if (fitting.size() == 1) return fitting.front();
    const std::string& called = row.account.empty() ? row.external_id : row.account;
    if (fitting.size() > 1)
      add_problem(row, "list-account",
                  fmt::format(R"("{}" fits both {} and {})", called, accounts_[fitting[0]].id,
                              accounts_[fitting[1]].id),
                  "Tell the two apart by the external_id in their files and in the list.");
    else
      add_unknown_account(row, called);
    return std::nullopt;
  }

  void add_unknown_account(const ContactRow& row, const std::string& called) {
    if (!suggestions_) {
      std::vector<std::string> known;
      for (const Account& account : accounts_) {
        known.push_back(account.name);
        known.push_back(account.id);
      }
      suggestions_.emplace(std::move(known));
    }
    const auto near = suggestions_->find(called);
    add_problem(row, "list-account",
                row.account.empty() || row.external_id.empty()
                    ? fmt::format("there is no account \"{}\"", called)
                    : fmt::format(R"(there is no account "{}" with the external id "{}")", row.account,
                                  row.external_id),
                near ? fmt::format("Did you mean \"{}\"?", *near)
                     : "Import the customer first, or add it with `kam add-account`.");
  }

  struct People {
    std::map<std::string, std::size_t> by_name;  // the first of each
    IndicesByWord by_key;                        // without academic titles
  };
  const People& people_of(std::size_t account) {
    const auto [entry, is_new] = people_.try_emplace(account);
    auto& people = entry->second;
    if (!is_new) return people;
    const auto& contacts = accounts_[account].contacts;
    for (std::size_t i = 0; i < contacts.size(); ++i) {
      people.by_name.try_emplace(fold_name(contacts[i].name), i);
      people.by_key[person_key(contacts[i].name)].push_back(i);
    }
    return people;
  }

  // By name; else without academic titles, where that is one.
  std::optional<std::size_t> find_contact(std::size_t account, const std::string& name) {
    const auto& people = people_of(account);
    if (const auto same = people.by_name.find(fold_name(name)); same != people.by_name.end())
      return same->second;
    const auto like = people.by_key.find(person_key(name));
    if (like == people.by_key.end() || like->second.size() > 1) return std::nullopt;
    return like->second.front();
  }

  void add_problem(const ContactRow& row, const char* code, std::string message, std::string hint) {
    matched_.problems.push_back(
        {file_, row.line, 0, Severity::error, code, std::move(message), std::move(hint)});
  }

  const std::vector<Account>& accounts_;
  const std::string& file_;
  MatchedContacts& matched_;
  std::map<std::pair<std::size_t, std::string>, int> lines_;  // of the rows so far
  IndicesByWord by_external_id_;                              // of the accounts, as are the next two
  IndicesByWord by_id_;
  IndicesByWord by_name_;
  std::map<std::size_t, People> people_;  // by account, of those that the list names
  std::optional<Suggestions> suggestions_;
};

}  // namespace

MatchedContacts match_contacts(const std::vector<ContactRow>& rows, const std::vector<Account>& accounts,
                               const std::string& file) {
  MatchedContacts matched;
  ContactMatcher matcher(accounts, file, matched);
  for (const ContactRow& row : rows) matcher.match(row);
  return matched;
}

}  // namespace kam
