#include "kam/store/edit.hpp"

#include <fmt/format.h>

#include <utility>
#include <variant>

#include "kam/model/number.hpp"
#include "store/plan.hpp"

namespace kam {

namespace {

// The text after one edit, and its tree.
struct Step {
  std::string text;
  Node root;
};

// The step, or the problem why the text does not read, if it does not say what was meant.
std::variant<Step, Problem> carry_out(const std::string& text, const EditPlan& plan) {
  auto changed = apply_splices(text, plan.splices);
  auto tree = parse_tree(changed, {});
  if (!tree.root) return std::move(tree.problems.front());
  if (!same_content(*tree.root, plan.intended)) return Problem{};
  return Step{std::move(changed), std::move(*tree.root)};
}

// Whether it is only the file's size that forbids the change.
bool is_limit(const Problem& problem) {
  return problem.code == "file-too-large" || problem.code == "too-many-values" || problem.code == "too-deep";
}

EditResult refuse(std::string_view text, const Path& path, Place place, const Problem& problem) {
  EditResult result{std::string(text), {}, place};
  result.hint = is_limit(problem) ? problem.hint : std::string();
  result.refusal =
      is_limit(problem)
          ? fmt::format("with this change {}", problem.message)
          : fmt::format("{} stands in a form that kam cannot change without changing something else",
                        format_path(path));
  return result;
}

// Where the deepest part of `path` that is there stands.
Place place_of(const Node& root, const Path& path) {
  const auto* node = &root;
  for (const auto& step : path) {
    const Node* next = nullptr;
    if (const auto* const key = std::get_if<std::string>(&step))
      next = node->find(*key);
    else if (std::get<std::size_t>(step) < node->items.size())
      next = &node->items[std::get<std::size_t>(step)];
    if (next == nullptr) break;
    node = next;
  }
  return node->place;
}

}  // namespace

std::string format_path(const Path& path) {
  std::string text;
  for (const auto& step : path) {
    if (const auto* const index = std::get_if<std::size_t>(&step))
      text += fmt::format("[{}]", *index);
    else
      text += (text.empty() ? "" : ".") + std::get<std::string>(step);
  }
  return text;
}

NewValue NewValue::of_text(std::string text) {
  NewValue value;
  value.text = std::move(text);
  return value;
}

NewValue NewValue::of_number(double number) {
  return of_id(format_plain_number(number));
}

NewValue NewValue::of_date(Date date) {
  return of_id(format_iso_date(date));
}

NewValue NewValue::of_id(std::string_view id) {
  NewValue value;
  value.kind = Kind::literal;
  value.text = id;
  return value;
}

NewValue NewValue::of_list(std::vector<NewValue> items, Layout layout) {
  NewValue value;
  value.kind = Kind::list;
  value.items = std::move(items);
  value.layout = layout;
  return value;
}

NewValue NewValue::of_map(std::vector<Entry> entries, Layout layout) {
  NewValue value;
  value.kind = Kind::map;
  value.entries = std::move(entries);
  value.layout = layout;
  return value;
}

EditResult apply_edits(std::string_view text, std::span<const Edit> edits, const KeyOrder& order) {
  auto tree = parse_tree(text, {});
  if (!tree.root) {
    const auto& problem = tree.problems.front();
    return {std::string(text), problem.message, {problem.line, problem.column, 0}};
  }
  Step step{std::string(text), *tree.root};
  for (const auto& edit : edits) {
    bool done = false;
    Problem problem;
    for (const auto manner : {Manner::in_style, Manner::plainest}) {
      const auto planned = plan_edit(step.text, step.root, edit, order, manner);
      if (const auto* const refusal = std::get_if<Refusal>(&planned))
        return {std::string(text), refusal->reason, place_of(*tree.root, edit.path)};
      const auto& plan = std::get<EditPlan>(planned);
      done = plan.splices.empty();
      if (done) break;
      auto next = carry_out(step.text, plan);
      done = std::holds_alternative<Step>(next);
      if (done) {
        step = std::get<Step>(std::move(next));
        break;
      }
      problem = std::get<Problem>(std::move(next));
    }
    if (!done) return refuse(text, edit.path, place_of(*tree.root, edit.path), problem);
  }
  return {std::move(step.text), {}, {}};
}

}  // namespace kam
