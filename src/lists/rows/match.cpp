#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "kam/lists/import.hpp"
#include "kam/unicode/invisible.hpp"
#include "kam/unicode/unicode.hpp"

namespace kam {

namespace {

constexpr std::size_t kMaxIdLength = 64;

// A problem's message and hint.
struct Refusal {
  std::string code;
  std::string message;
  std::string hint;
};

class RowMatcher {
 public:
  RowMatcher(const std::vector<Account>& accounts, const std::vector<ImportRow>& rows) : accounts_(accounts) {
    for (const ImportRow& row : rows) given_ids_.insert(row.id);
    for (std::size_t i = 0; i < accounts.size(); ++i) {
      ids_.insert(accounts[i].id);
      ids_of_accounts_.emplace(accounts[i].id, i);
      if (const auto id = without_ignorable(accounts[i].external_id); !id.empty())
        by_external_id_[id].push_back(i);
      by_name_[fold_name(accounts[i].name)].push_back(i);
    }
  }

  // Nothing where the row can be matched; else why not.
  std::optional<Refusal> match(const ImportRow& row, Match& match) {
    if (!row.id.empty() && !ids_of_accounts_.contains(row.id)) return add_named_account(row, match);
    const std::vector<std::size_t> fitting = find_accounts(row);
    if (fitting.size() > 1)
      return Refusal{"list-two-accounts",
                     fmt::format("\"{}\" fits both {} and {}", row.name, accounts_[fitting[0]].id,
                                 accounts_[fitting[1]].id),
                     "Tell the two apart by the external_id in their files and in the list."};
    if (fitting.empty()) return add_account(row, match);
    if (const auto other = find_rival(row, fitting[0]))
      return Refusal{"list-two-accounts",
                     fmt::format("the row has the id of {}, but the external id of {}",
                                 accounts_[fitting[0]].id, accounts_[*other].id),
                     "Give the row the id and the external id of one account."};
    const auto [earlier, is_first] = lines_.try_emplace(fitting[0], row.line);
    if (!is_first)
      return Refusal{
          "list-same-account",
          fmt::format("the row fits {}, as line {} does", accounts_[fitting[0]].id, earlier->second),
          "Keep one row for each customer, or write its external_id into the account's file."};
    match.account = fitting[0];
    return std::nullopt;
  }

 private:
  // By id, else by external id, else by name; two different external ids are two customers, whatever their
  // names.
  std::vector<std::size_t> find_accounts(const ImportRow& row) const {
    if (const auto found = ids_of_accounts_.find(row.id); found != ids_of_accounts_.end())
      return {found->second};
    if (const auto found = by_external_id_.find(without_ignorable(row.external_id));
        found != by_external_id_.end())
      return found->second;
    const auto found = by_name_.find(fold_name(row.name));
    if (found == by_name_.end()) return {};
    std::vector<std::size_t> fitting;
    std::ranges::copy_if(found->second, std::back_inserter(fitting), [&](std::size_t index) {
      return row.external_id.empty() || accounts_[index].external_id.empty();
    });
    return fitting;
  }

  // The account whose external id a row with another's id would take over.
  std::optional<std::size_t> find_rival(const ImportRow& row, std::size_t account) const {
    if (row.id.empty() ||
        without_ignorable(accounts_[account].external_id) == without_ignorable(row.external_id))
      return std::nullopt;
    const auto other = by_external_id_.find(without_ignorable(row.external_id));
    if (other == by_external_id_.end()) return std::nullopt;
    return other->second.front();
  }

  // A new account under the id that the list gives it.
  std::optional<Refusal> add_named_account(const ImportRow& row, Match& match) {
    if (!is_account_id(row.id))
      return Refusal{"list-id", fmt::format("\"{}\" can be no account's id", row.id),
                     "Ids are small letters, digits and hyphens, at most 64, and no name that Windows "
                     "reserves; leave the cell empty to have one made."};
    if (!ids_.insert(row.id).second)
      return Refusal{"list-id", fmt::format("the id \"{}\" is that of an earlier row's new account", row.id),
                     "Give the row another id, or leave the cell empty to have one made."};
    if (const auto other = by_external_id_.find(without_ignorable(row.external_id));
        other != by_external_id_.end())
      return Refusal{"list-two-accounts",
                     fmt::format("there is no account {}, but {} has the external id \"{}\"", row.id,
                                 accounts_[other->second.front()].id, row.external_id),
                     "Give the row the account's id, or another external id."};
    match.id = row.id;
    return std::nullopt;
  }

  std::optional<Refusal> add_account(const ImportRow& row, Match& match) {
    std::string base = slug(row.name);
    if (base.empty()) base = slug(row.external_id);
    if (base.empty())
      return Refusal{"list-no-id", fmt::format("no id can be made from the name \"{}\"", row.name),
                     fmt::format("Add the customer with `kam add-account \"{}\" --id ID` first.", row.name)};
    match.id = make_unique(base);
    ids_.insert(match.id);
    return std::nullopt;
  }

  bool is_free(const std::string& id) const {
    return is_account_id(id) && !ids_.contains(id) && !given_ids_.contains(id);
  }

  // `base`, or with the first number from 2 on that makes an id that is free and not reserved.
  std::string make_unique(const std::string& base) const {
    std::string id = base;
    for (int number = 2; !is_free(id); ++number) {
      const std::string suffix = fmt::format("-{}", number);
      std::string stem = base.substr(0, kMaxIdLength - suffix.size());
      while (stem.ends_with('-')) stem.pop_back();
      id = stem + suffix;
    }
    return id;
  }

  const std::vector<Account>& accounts_;
  std::map<std::string, std::size_t> ids_of_accounts_;
  std::set<std::string> ids_;        // of accounts that are there or new
  std::set<std::string> given_ids_;  // by the rows
  std::map<std::string, std::vector<std::size_t>> by_external_id_;
  std::map<std::string, std::vector<std::size_t>> by_name_;
  std::map<std::size_t, int> lines_;  // of the row that is an account
};

}  // namespace

MatchedRows match_rows(const std::vector<ImportRow>& rows, const std::vector<Account>& accounts,
                       const std::string& file) {
  MatchedRows matched;
  RowMatcher matcher(accounts, rows);
  for (const ImportRow& row : rows) {
    Match match;
    const auto refusal = matcher.match(row, match);
    if (refusal)
      matched.problems.push_back(
          {file, row.line, 0, Severity::error, refusal->code, refusal->message, refusal->hint});
    matched.matches.push_back(std::move(match));
  }
  return matched;
}

}  // namespace kam
