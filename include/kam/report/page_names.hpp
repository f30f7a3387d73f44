#pragma once

#include <string>
#include <string_view>

namespace kam {

// The name of an account's page, without its ending: the account's id; of an account whose id would make it
// the portfolio's own page, `index.html` or `README.md` (some file systems ignore case), one that no id is.
std::string page_of(std::string_view account_id);

}  // namespace kam
