#pragma once

#include <optional>
#include <string>
#include <variant>

#include "yaml/edit/plan.hpp"

namespace kam {

// A text and its tree.
struct Step {
  std::string text;
  Node root;
};

// The text with the plan's splices; or the problem why it does not read, which is empty where it reads, but
// not as what was meant.
std::variant<Step, Problem> carry_out(const std::string& text, const EditPlan& plan);

// One edit by itself: in the style of what is there, else in the plainest.
using StepResult = std::variant<Step, Refusal, Problem>;
StepResult change_text(const Step& step, const Edit& edit, const KeyOrder& order, const FileStyle& style);

}  // namespace kam
