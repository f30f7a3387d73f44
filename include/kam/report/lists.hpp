#pragma once

#include <cstddef>
#include <span>

#include "kam/document/document.hpp"
#include "kam/report/report.hpp"

namespace kam {

// The lists that leave kam as CSV and come back: what stands in them is what `lists` reads.

// `kam export`: one row an account. `id`, `name`, `external_id`, `status`, `industry`, `manager`,
// `customer_since`, `tags`; for each year any figure that one of the accounts has, `revenue.2025`; the
// accounts' own ratings of every criterion and area of kam.yaml, `attractiveness.reference`.
Table build_account_list(const View& view, std::span<const std::size_t> accounts);

// `kam export --requirements`: one row a requirement of an account, in the customer's view, and one more
// where our own view is known, with what holds on the day and the assessment it was last given in.
Table build_requirement_list(const View& view, std::span<const std::size_t> accounts);

// `kam assess --sheet`: the requirements to be filled in, with the values that hold on the day in that
// perspective. The first row explains the columns. With one account there is no account column.
enum class SheetAccounts { one, many };
Table build_requirement_sheet(const View& view, std::span<const std::size_t> accounts,
                              SheetAccounts sheet_accounts, Perspective perspective);

}  // namespace kam
