#pragma once

#include "kam/report/inventory.hpp"
#include "stage.hpp"

namespace kam {

// Only `reference` and `partner_acceptance` count, so that attractiveness and partnership are 20 × the
// rating.
Settings simple_settings();

// By rank:          1 omega    2 alpha      3 beta      4 delta   5 gamma
//   attractiveness  100        100          80          20        unknown
//   revenue         900,000    600,000      300,000     unknown   100,000
//   fulfilment      0          80*          20*         unknown   0†
//   status          former     key_account  candidate   unknown   unknown
std::vector<Account> five_customers();

// The ids of the accounts that a query asks for, in its order, parted by blanks.
std::string selected(const View& view, const InventoryQuery& query);

}  // namespace kam
