#pragma once

#include <functional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "kam/change/draft.hpp"
#include "kam/format/assign.hpp"

namespace kam {

// One edit of an account's file, planned on the tree that the edits before it left.
using PlanStep = std::function<std::variant<Edit, Misfit>(const Node& tree, const Settings& settings)>;

// A place in a file that steps changed, and what stood and stands there, on one line; `–` where nothing does.
struct ChangedPlace {
  Path path;
  std::string before;
  std::string after;
};

struct SteppedDraft {
  Draft draft;
  std::vector<ChangedPlace> places;  // each once, in the order of the steps
};

// Throws UsageError where a step does not fit the format, else as `edit_account`.
SteppedDraft carry_out_steps(const SourceFile& source, std::span<const PlanStep> steps,
                             const Settings& settings);

}  // namespace kam
