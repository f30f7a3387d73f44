#include "kam/store/edit.hpp"

#include <fmt/format.h>

#include <utility>

#include "kam/model/number.hpp"
#include "store/plan.hpp"

namespace kam {

namespace {

// The text after one edit, and its tree.
struct Step {
  std::string text;
  Node root;
};

std::optional<Step> carry_out(const std::string& text, const EditPlan& plan) {
  auto changed = apply_splices(text, plan.splices);
  auto tree = parse_tree(changed, {});
  if (!tree.root || !same_content(*tree.root, plan.intended)) return std::nullopt;
  return Step{std::move(changed), std::move(*tree.root)};
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
    for (const auto manner : {Manner::in_style, Manner::plainest}) {
      const auto planned = plan_edit(step.text, step.root, edit, order, manner);
      if (const auto* const refusal = std::get_if<Refusal>(&planned))
        return {std::string(text), refusal->reason, place_of(*tree.root, edit.path)};
      const auto& plan = std::get<EditPlan>(planned);
      done = plan.splices.empty();
      if (done) break;
      if (auto next = carry_out(step.text, plan)) {
        step = std::move(*next);
        done = true;
        break;
      }
    }
    if (!done)
      return {std::string(text),
              fmt::format("{} stands in a form that kam cannot change without changing something else",
                          format_path(edit.path)),
              place_of(*tree.root, edit.path)};
  }
  return {std::move(step.text), {}, {}};
}

}  // namespace kam
