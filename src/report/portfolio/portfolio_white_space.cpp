#include <algorithm>

#include "kam/score/white_space.hpp"
#include "kam/text/messages.hpp"
#include "report/portfolio/portfolio.hpp"
#include "report/portfolio/white_space.hpp"

namespace kam {

// Without offerings in kam.yaml there is nothing to ask for.
void add_portfolio_white_space(Document& document, const View& view) {
  const auto accounts = current_accounts(view);
  if (view.settings.offerings.empty() || accounts.empty()) return;
  const auto totals = total_offerings(view.accounts, accounts, view.settings);
  Blocks blocks;
  if (std::ranges::all_of(totals, [](const OfferingTotal& total) { return total.known == 0; })) {
    blocks.emplace_back(plain_paragraph(say(Msg::white_space_nothing_known, view.language)));
  } else {
    blocks.emplace_back(offering_table(view, accounts));
    blocks.emplace_back(plain_paragraph(say(Msg::white_space_basis, view.language), Tone::muted));
  }
  add_section(document, say(Msg::white_space_by_offering, view.language), std::move(blocks));
}

}  // namespace kam
