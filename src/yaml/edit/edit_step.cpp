#include "yaml/edit/edit_step.hpp"

#include <utility>

namespace kam {

std::variant<Step, Problem> carry_out(const std::string& text, const EditPlan& plan) {
  auto changed = apply_splices(text, plan.splices);
  auto tree = parse_tree(changed, {});
  if (!tree.root) return std::move(tree.problems.front());
  if (!same_content(*tree.root, plan.intended)) return Problem{};
  return Step{std::move(changed), std::move(*tree.root)};
}

StepResult change_text(const Step& step, const Edit& edit, const KeyOrder& order, const FileStyle& style) {
  Problem problem;
  for (const auto manner : {Manner::in_style, Manner::plainest}) {
    const auto planned = plan_edit(step.text, step.root, edit, order, manner, style);
    if (const auto* const refusal = std::get_if<Refusal>(&planned)) return *refusal;
    const auto& plan = std::get<EditPlan>(planned);
    if (plan.splices.empty()) return step;
    auto next = carry_out(step.text, plan);
    if (auto* const done = std::get_if<Step>(&next)) return std::move(*done);
    problem = std::get<Problem>(std::move(next));
  }
  return problem;
}

}  // namespace kam
