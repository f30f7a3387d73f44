#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "exchange/person_name.hpp"
#include "kam/exchange/contacts.hpp"
#include "kam/unicode/invisible.hpp"
#include "kam/unicode/unicode.hpp"

namespace kam {

namespace {

class ContactMatcher {
 public:
  ContactMatcher(const std::vector<Account>& accounts, const std::string& file, MatchedContacts& matched)
      : accounts_(accounts), file_(file), matched_(matched) {}

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
    match.contact = find_contact(accounts_[*account].contacts, row.contact.name);
  }

 private:
  template <class Fits>
  std::vector<std::size_t> all_with(Fits fits) const {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < accounts_.size(); ++i)
      if (fits(accounts_[i])) found.push_back(i);
    return found;
  }

  // By external id; else by what the list calls it, unless that account has another external id.
  std::vector<std::size_t> accounts_of(const ContactRow& row) const {
    const auto has_number = [](const std::string& number) {
      return [number = without_ignorable(number)](const Account& account) {
        return !number.empty() && without_ignorable(account.external_id) == number;
      };
    };
    auto found = all_with(has_number(row.external_id));
    if (found.empty())
      found =
          all_with([&](const Account& account) { return !row.account.empty() && account.id == row.account; });
    if (found.empty()) found = all_with(has_number(row.account));
    if (!found.empty() || row.account.empty()) return found;
    const std::string name = fold_name(row.account);
    return all_with([&](const Account& account) {
      return fold_name(account.name) == name && (row.external_id.empty() || account.external_id.empty());
    });
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
    std::vector<std::string> known;
    for (const Account& account : accounts_) {
      known.push_back(account.name);
      known.push_back(account.id);
    }
    const auto near = nearest(called, known);
    add_problem(row, "list-account",
                row.account.empty() || row.external_id.empty()
                    ? fmt::format("there is no account \"{}\"", called)
                    : fmt::format(R"(there is no account "{}" with the external id "{}")", row.account,
                                  row.external_id),
                near ? fmt::format("Did you mean \"{}\"?", *near)
                     : "Import the customer first, or add it with `kam add-account`.");
  }

  // By name; else without academic titles, where that is one.
  static std::optional<std::size_t> find_contact(const std::vector<Contact>& contacts,
                                                 const std::string& name) {
    const auto index_of = [&](auto contact) { return static_cast<std::size_t>(contact - contacts.begin()); };
    const auto same = std::ranges::find(contacts, fold_name(name),
                                        [](const Contact& contact) { return fold_name(contact.name); });
    if (same != contacts.end()) return index_of(same);
    const auto is_like = [key = person_key(name)](const Contact& contact) {
      return person_key(contact.name) == key;
    };
    const auto like = std::ranges::find_if(contacts, is_like);
    if (like == contacts.end() || std::find_if(like + 1, contacts.end(), is_like) != contacts.end())
      return std::nullopt;
    return index_of(like);
  }

  void add_problem(const ContactRow& row, const char* code, std::string message, std::string hint) {
    matched_.problems.push_back(
        {file_, row.line, 0, Severity::error, code, std::move(message), std::move(hint)});
  }

  const std::vector<Account>& accounts_;
  const std::string& file_;
  MatchedContacts& matched_;
  std::map<std::pair<std::size_t, std::string>, int> lines_;  // of the rows so far
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
