#include "kam/change/steps.hpp"

#include <set>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "kam/model/error.hpp"
#include "kam/unicode/invisible.hpp"

namespace kam {

namespace {

// Of an item its first fact, mostly the title or name.
std::string shown_value(const Node* node) {
  if (node == nullptr || node->is_null()) return "–";
  if (node->kind == NodeKind::scalar) return escape_for_terminal(node->value);
  if (node->kind == NodeKind::map)
    return node->entries.empty() ? "–" : shown_value(&node->entries.front().value);
  std::vector<std::string> items;
  for (const auto& item : node->items) items.push_back(shown_value(&item));
  return fmt::format("[{}]", fmt::join(items, ", "));
}

// Plans one step after the other, and notes the places that they change.
class StepPlanner {
 public:
  explicit StepPlanner(const Settings& settings) : settings_(settings) {}

  std::vector<Edit> plan(const PlanStep& step, const Node& tree) {
    auto planned = step(tree, settings_);
    if (const auto* const misfit = std::get_if<Misfit>(&planned))
      throw UsageError(misfit->message, misfit->hint);
    auto& edit = std::get<Edit>(planned);
    note(edit, tree);
    return {std::move(edit)};
  }

  // What stands at the places by now.
  std::vector<ChangedPlace> finish(const Node& after) && {
    for (auto& place : places_)
      if (place.after.empty()) place.after = shown_value(find_node(after, place.path));
    return std::move(places_);
  }

 private:
  void note(const Edit& edit, const Node& tree) {
    auto path = edit.path;
    const auto* const there = find_node(tree, path);
    if (edit.op == Edit::Op::append) {
      path.emplace_back(there == nullptr ? 0 : there->items.size());
      places_.push_back({path, "–", {}});
    } else if (!known_.contains(format_path(path))) {
      const bool goes = edit.op == Edit::Op::remove;  // another item may stand there then
      places_.push_back({path, shown_value(there), goes ? "–" : ""});
    }
    known_.insert(format_path(path));
  }

  const Settings& settings_;
  std::vector<ChangedPlace> places_;
  std::set<std::string> known_;  // their paths
};

}  // namespace

SteppedDraft carry_out_steps(const SourceFile& source, std::span<const PlanStep> steps,
                             const Settings& settings) {
  StepPlanner planner(settings);
  std::vector<PlanEdits> plans;
  plans.reserve(steps.size());
  for (const auto& step : steps)
    plans.emplace_back([&](const Node& tree) { return planner.plan(step, tree); });
  auto draft = edit_account(source, plans, settings);
  auto places = std::move(planner).finish(draft.root);
  return {std::move(draft), std::move(places)};
}

}  // namespace kam
