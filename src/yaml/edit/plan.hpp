#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "yaml/edit/children.hpp"
#include "yaml/edit/put.hpp"

namespace kam {

// What an edit does to a text, and what the new text must be read as. Without splices it does nothing.
struct EditPlan {
  Splices splices;
  Node intended;
};

struct Refusal {
  std::string reason;  // a sentence without full stop
};

using PlannedEdit = std::variant<EditPlan, Refusal>;

PlannedEdit plan_edit(std::string_view text, const Node& root, const Edit& edit, const KeyOrder& order,
                      Manner manner, const FileStyle& style);

// `value` as it stands under the steps of the edit's path from `from` on.
NewValue wrap_value(const Edit& edit, std::size_t from, NewValue value);

// Where `key` goes among the keys of a map that has some (KeyOrder).
struct Neighbour {
  std::size_t index = 0;
  Side side = Side::behind;
};
Neighbour find_neighbour(const Node& map, std::string_view key, const std::vector<std::string>& order);

// A new item's value, in the layout that its list has; `value` with the text it is written as.
NewValue in_layout_of(const Node& last_item, NewValue value);

}  // namespace kam
