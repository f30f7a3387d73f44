#pragma once

#include "kam/document/data.hpp"
#include "kam/document/document.hpp"
#include "kam/report/inventory.hpp"

namespace kam {

// What each account buys of the portfolio's offerings today and could buy, and who has the rest: `kam
// inventory
// --white-space`. The query selects and orders the accounts; its columns and groups do not matter here.

// A grid accounts × offerings for people, with the totals of each offering.
Document build_white_space(const View& view, const InventoryQuery& query);
// One row for each account and offering, untranslated: id, name, offering, current, potential, white_space,
// competitor. An offering of which nothing is known has its row too.
Table build_white_space_table(const View& view, const InventoryQuery& query);
// {"kam", "as_of", "company", "currency", "offerings": [totals], "accounts": [{"id", "name", "offerings"}]}
Data build_white_space_data(const View& view, const InventoryQuery& query);

}  // namespace kam
