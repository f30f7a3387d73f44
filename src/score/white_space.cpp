#include "kam/score/white_space.hpp"

#include "kam/score/score.hpp"
#include "score/potentials.hpp"

namespace kam {

namespace {

OfferingTotal total(const std::string& id, std::span<const Account> all,
                    std::span<const std::size_t> accounts) {
  OfferingTotal total;
  total.id = id;
  double most = 0;
  for (const auto account : accounts) {
    const auto* const position = find_by_id(all[account].offerings, id);
    const auto white_space = position == nullptr ? std::nullopt : score_white_space(*position);
    if (!white_space) continue;
    ++total.known;
    add_known(total.current, position->current);
    add_known(total.potential, position->potential);
    add_known(total.white_space, white_space);
    if (*white_space <= most) continue;
    most = *white_space;
    total.largest = account;
  }
  return total;
}

}  // namespace

std::vector<OfferingTotal> total_offerings(std::span<const Account> all,
                                           std::span<const std::size_t> accounts, const Settings& settings) {
  std::vector<OfferingTotal> totals;
  for (const auto& offering : settings.offerings) totals.push_back(total(offering.id, all, accounts));
  return totals;
}

}  // namespace kam
