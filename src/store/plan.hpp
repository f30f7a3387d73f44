#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "store/put.hpp"

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
                      Manner manner);

}  // namespace kam
