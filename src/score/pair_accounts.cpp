#include <functional>
#include <map>

#include "kam/score/compare.hpp"
#include "kam/unicode/invisible.hpp"
#include "kam/unicode/unicode.hpp"

namespace kam {

namespace {

using Key = std::function<std::string(const Account&)>;
using Partners = std::vector<std::optional<std::size_t>>;

struct Partnership {
  Partners of_before;
  Partners of_after;
};

std::map<std::string, std::vector<std::size_t>> group_by_key(const Key& key,
                                                             std::span<const Account> accounts,
                                                             const Partners& partners) {
  std::map<std::string, std::vector<std::size_t>> groups;
  for (std::size_t i = 0; i < accounts.size(); ++i)
    if (!partners[i]) groups[key(accounts[i])].push_back(i);
  groups.erase("");
  return groups;
}

// Pairs accounts without partner that alone on their sides have the same key; an empty key is none.
void pair_by(const Key& key, std::span<const Account> before, std::span<const Account> after,
             Partnership& partners) {
  const auto old = group_by_key(key, before, partners.of_before);
  for (const auto& [text, accounts] : group_by_key(key, after, partners.of_after)) {
    const auto found = old.find(text);
    if (found == old.end() || found->second.size() != 1 || accounts.size() != 1) continue;
    partners.of_after[accounts.front()] = found->second.front();
    partners.of_before[found->second.front()] = accounts.front();
  }
}

}  // namespace

std::vector<AccountPair> pair_accounts(std::span<const Account> before, std::span<const Account> after) {
  Partnership partners{Partners(before.size()), Partners(after.size())};
  pair_by([](const Account& account) { return account.id; }, before, after, partners);
  pair_by([](const Account& account) { return without_ignorable(account.external_id); }, before, after,
          partners);
  pair_by([](const Account& account) { return fold_name(account.name); }, before, after, partners);
  std::vector<AccountPair> pairs;
  for (std::size_t i = 0; i < after.size(); ++i) pairs.push_back({partners.of_after[i], i});
  for (std::size_t i = 0; i < before.size(); ++i)
    if (!partners.of_before[i]) pairs.push_back({i, {}});
  return pairs;
}

}  // namespace kam
