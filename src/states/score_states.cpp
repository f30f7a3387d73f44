#include "kam/states/score_states.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

namespace kam {

namespace {

// With a fault in one file shares and ranks would be wrong, but not what each account has by itself.
void add_accounts(PastState& state, const Portfolio& portfolio) {
  if (state.errors > 0) {
    for (const auto& account : portfolio.accounts)
      state.accounts.push_back(keep_account(account, score_account(account, portfolio.settings, state.day)));
    return;
  }
  const auto scores = score_portfolio(portfolio.accounts, portfolio.settings, state.day);
  for (std::size_t i = 0; i < portfolio.accounts.size(); ++i)
    state.accounts.push_back(keep_account(portfolio.accounts[i], scores.accounts[i]));
  state.summary = scores.summary;
  state.means = score_means(state.accounts);
}

// The accounts of the files that were not scored, each in its place.
void add_unreadable(PastState& state, const StateScorer::Keys& keys) {
  std::set<std::string_view> known;
  for (const auto& account : state.accounts) known.insert(account.id);
  std::vector<PastAccount> others;
  for (const auto& [id, key] : keys)
    if (!known.contains(id)) others.push_back({id, false});
  std::ranges::move(others, std::back_inserter(state.accounts));
  std::ranges::sort(state.accounts, {}, &PastAccount::id);
}

}  // namespace

void StateScorer::score(PastState& state, Keys keys, const Portfolio& portfolio) {
  state.errors = portfolio.errors.size();
  if (portfolio.has_settings()) {
    if (settings_) state.model_changes = list_changed_model_parts(*settings_, portfolio.settings);
    settings_ = portfolio.settings;
  }
  add_accounts(state, portfolio);
  add_unreadable(state, keys);
  find_renamed(state, keys);
  keys_ = std::move(keys);
  for (const auto& account : state.accounts)
    if (account.readable) names_[account.id] = account.name;
}

// An account that is new while another one with its content or name is gone; of several the last.
void StateScorer::find_renamed(PastState& state, const Keys& keys) const {
  std::map<std::string_view, std::string_view> gone_by_key;
  std::map<std::string_view, std::string_view> gone_by_name;
  for (const auto& [id, key] : keys_) {
    if (keys.contains(id)) continue;
    gone_by_key[key] = id;
    if (const auto name = names_.find(id); name != names_.end()) gone_by_name[name->second] = id;
  }
  for (auto& account : state.accounts) {
    if (keys_.contains(account.id)) continue;
    const auto same = gone_by_key.find(keys.at(account.id));
    const auto named = account.readable ? gone_by_name.find(account.name) : gone_by_name.end();
    const auto from = std::max(same == gone_by_key.end() ? std::string_view() : same->second,
                               named == gone_by_name.end() ? std::string_view() : named->second);
    if (!from.empty()) account.renamed_from = std::string(from);
  }
}

}  // namespace kam
