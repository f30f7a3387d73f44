#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "kam/report/inventory.hpp"

namespace kam {

// The accounts of a grouped inventory that share a column's value.
struct Group {
  Cell value;
  std::vector<std::size_t> accounts;
};

// `accounts` are ordered by group already.
std::vector<Group> split_groups(const View& view, const InventoryColumn& column,
                                std::span<const std::size_t> accounts);

std::string group_title(const Group& group, const View& view);

// Number of customers, revenue and its share, for people.
std::string group_line(const Group& group, const View& view);

// The positive latest revenues of those accounts that are not former; absent where none is known.
std::optional<double> revenue_of(const View& view, std::span<const std::size_t> accounts);
// Its percentage of the portfolio's revenue.
std::optional<double> share_of(const View& view, std::optional<double> revenue);

}  // namespace kam
