#include "kam/score/coverage.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <tuple>

#include "kam/model/number.hpp"

namespace kam {

namespace {

constexpr double kInfluentialFrom = 80;  // percent of the scale

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

}  // namespace

bool is_influential(const Contact& contact, double scale) {
  return contact.influence && reaches(100 * *contact.influence / scale, kInfluentialFrom);
}

StakeholderCoverage cover_stakeholders(const Account& account) {
  StakeholderCoverage coverage;
  std::map<std::string, std::size_t> places;  // of the keepers
  for (std::size_t i = 0; i < account.contacts.size(); ++i) {
    const std::string owner(trimmed(account.contacts[i].owner));
    if (owner.empty()) {
      coverage.unkept.push_back(i);
      continue;
    }
    const auto [place, is_new] = places.try_emplace(owner, coverage.keepers.size());
    if (is_new) coverage.keepers.push_back({owner, {}});
    coverage.keepers[place->second].contacts.push_back(i);
  }
  std::ranges::stable_sort(coverage.keepers, {}, [](const auto& keeper) {
    return -static_cast<std::ptrdiff_t>(keeper.contacts.size());
  });
  std::ranges::stable_sort(coverage.unkept, {}, [&](std::size_t i) {
    const auto& contact = account.contacts[i];
    return std::tuple(contact.role != ContactRole::decision_maker, -contact.influence.value_or(-1));
  });
  return coverage;
}

}  // namespace kam
