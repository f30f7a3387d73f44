#include "yaml/edit/plan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "kam/yaml/lines.hpp"
#include "kam/yaml/match.hpp"
#include "yaml/edit/children.hpp"

namespace kam {

namespace {

Path prefix(const Path& path, std::size_t steps) {
  return {path.begin(), path.begin() + static_cast<std::ptrdiff_t>(steps)};
}

class Planner {
 public:
  Planner(std::string_view text, const Node& root, const Edit& edit, const KeyOrder& order, Manner manner,
          const FileStyle& style)
      : text_(text), root_(root), edit_(edit), order_(order), manner_(manner), style_(style) {
    chain_.push_back(&root);
    for (const auto& step : edit.path) {
      const auto index = find_child(*chain_.back(), step);
      if (!index) break;
      indices_.push_back(*index);
      chain_.push_back(&child_value(*chain_.back(), *index));
    }
  }

  PlannedEdit plan();

 private:
  PlannedEdit plan_set();
  PlannedEdit plan_append();
  PlannedEdit plan_remove();
  PlannedEdit add_entry(const NewValue& value);
  PlannedEdit add_item();
  PlannedEdit put(std::size_t depth, const NewValue& value);

  bool is_whole() const { return indices_.size() == edit_.path.size(); }
  // Whether a value at `depth` stands inside brackets.
  bool in_flow(std::size_t depth) const {
    return std::any_of(chain_.begin(), chain_.begin() + static_cast<std::ptrdiff_t>(depth),
                       [](const Node* node) { return node->style == NodeStyle::flow; });
  }
  Node& copy_at(Node& root, std::size_t depth) const {
    auto* node = &root;
    for (std::size_t i = 0; i < depth; ++i) node = &child_value(*node, indices_[i]);
    return *node;
  }
  EditPlan nothing() const { return {{}, root_}; }

  std::string_view text_;
  const Node& root_;
  const Edit& edit_;
  const KeyOrder& order_;
  Manner manner_;
  const FileStyle& style_;
  std::vector<const Node*> chain_;    // the nodes of the path that are there, the root first
  std::vector<std::size_t> indices_;  // of each in the one before it
};

PlannedEdit Planner::plan() {
  if (edit_.path.empty()) return Refusal{"the whole file cannot be replaced"};
  switch (edit_.op) {
    case Edit::Op::set:
      return plan_set();
    case Edit::Op::append:
      return plan_append();
    case Edit::Op::remove:
      return plan_remove();
  }
  return nothing();
}

PlannedEdit Planner::put(std::size_t depth, const NewValue& value) {
  const Slot slot{*chain_[depth - 1], indices_[depth - 1], in_flow(depth)};
  auto [splices, node] = put_value(text_, slot, value, manner_, style_);
  EditPlan plan{std::move(splices), root_};
  copy_at(plan.intended, depth) = std::move(node);
  return plan;
}

PlannedEdit Planner::plan_set() {
  const auto depth = indices_.size();
  if (is_whole()) {
    if (says_same(*chain_[depth], edit_.value)) return nothing();
    return put(depth, edit_.value);
  }
  for (auto i = depth; i < edit_.path.size(); ++i)
    if (std::holds_alternative<std::size_t>(edit_.path[i]))
      return Refusal{fmt::format("there is no {}", format_path(prefix(edit_.path, i + 1)))};
  const auto& node = *chain_[depth];
  if (!is_vacant(node) && node.kind != NodeKind::map)
    return Refusal{
        fmt::format("{} is {}, not a map", format_path(prefix(edit_.path, depth)), kind_name(node))};
  if (is_vacant(node) && depth > 0) return put(depth, wrap_value(edit_, depth, edit_.value));
  return add_entry(wrap_value(edit_, depth + 1, edit_.value));
}

PlannedEdit Planner::add_entry(const NewValue& value) {
  const auto depth = indices_.size();
  const auto& map = *chain_[depth];
  const auto& key = std::get<std::string>(edit_.path[depth]);
  EditPlan plan{{}, root_};
  WrittenEntry written;
  if (in_flow(depth + 1)) {
    auto [key_text, key_node] = write_key(key, ScalarContext::flow);
    auto [value_text, value_node] = write_inline(value, ScalarContext::flow);
    written = {key_text + ": " + value_text, {std::move(key_node), std::move(value_node)}};
  } else {
    auto plainest = value;
    if (manner_ == Manner::plainest) plainest.layout = NewValue::Layout::flow;
    written = write_entry(key, plainest, map.entries.empty() ? 0 : column_of(map), style_);
  }
  auto& entries = copy_at(plan.intended, depth).entries;
  if (map.entries.empty()) {  // the root of an empty file
    if (map.style == NodeStyle::flow)
      plan.splices = {{map.place.offset + 1, map.end - 1, written.text}};
    else
      plan.splices = {insert_lines(text_, map.place.offset, written.text, style_.line_end)};
    entries.push_back(std::move(written.entry));
    return plan;
  }
  const auto line =
      depth == 0 && manner_ == Manner::in_style ? find_template_line(text_, map, key) : std::nullopt;
  if (line) {
    plan.splices = {insert_lines(text_, line->start, written.text, style_.line_end)};
    entries.insert(entries.begin() + static_cast<std::ptrdiff_t>(line->entries), std::move(written.entry));
    return plan;
  }
  const auto [index, side] =
      find_neighbour(map, key, order_ ? order_(prefix(edit_.path, depth)) : std::vector<std::string>());
  plan.splices = insert_child(text_, map, index, side, written.text, style_);
  const auto pos = static_cast<std::ptrdiff_t>(side == Side::before ? index : index + 1);
  entries.insert(entries.begin() + pos, std::move(written.entry));
  return plan;
}

PlannedEdit Planner::plan_append() {
  const auto depth = indices_.size();
  const auto& node = *chain_[depth];
  const auto list = NewValue::of_list({edit_.value}, NewValue::Layout::block);
  if (!is_whole()) {
    Edit made{Edit::Op::set, edit_.path, list};
    return Planner(text_, root_, made, order_, manner_, style_).plan();
  }
  if (is_vacant(node)) return put(depth, list);
  if (node.kind != NodeKind::list)
    return Refusal{fmt::format("{} is {}, not a list", format_path(edit_.path), kind_name(node))};
  return add_item();
}

PlannedEdit Planner::add_item() {
  const auto depth = indices_.size();
  const auto& list = *chain_[depth];
  auto value = edit_.value;
  if (manner_ == Manner::plainest) value.layout = NewValue::Layout::flow;
  value = in_layout_of(list.items.back(), std::move(value));
  auto written = in_flow(depth + 1)
                     ? write_inline(value, ScalarContext::flow)
                     : write_item(value, column_of(list), gap_behind_dash(text_, list), style_);
  EditPlan plan{insert_child(text_, list, list.items.size() - 1, Side::behind, written.text, style_), root_};
  copy_at(plan.intended, depth).items.push_back(std::move(written.node));
  return plan;
}

PlannedEdit Planner::plan_remove() {
  const auto depth = indices_.size();
  if (!is_whole()) return nothing();
  const auto& parent = *chain_[depth - 1];
  const auto index = indices_[depth - 1];
  const bool only = parent.items.size() + parent.entries.size() == 1;
  if (only && depth > 1) {
    const bool list = parent.kind == NodeKind::list;
    return put(depth - 1, list ? NewValue::of_list({}, NewValue::Layout::flow)
                               : NewValue::of_map({}, NewValue::Layout::flow));
  }
  EditPlan plan{{}, root_};
  if (only) {
    const auto child = child_at(text_, parent, 0);
    if (parent.style == NodeStyle::flow)
      plan.splices = {{parent.place.offset + 1, parent.end - 1, {}}};
    else
      plan.splices.push_back(remove_lines(text_, start_of_line(text_, child.begin),
                                          end_of_lines(text_, *chain_[depth], column_of(parent))));
  } else {
    plan.splices = remove_child(text_, parent, index);
  }
  auto& copy = copy_at(plan.intended, depth - 1);
  const auto pos = static_cast<std::ptrdiff_t>(index);
  if (parent.kind == NodeKind::list)
    copy.items.erase(copy.items.begin() + pos);
  else
    copy.entries.erase(copy.entries.begin() + pos);
  return plan;
}

}  // namespace

NewValue wrap_value(const Edit& edit, std::size_t from, NewValue value) {
  const bool scalar = value.kind == NewValue::Kind::text || value.kind == NewValue::Kind::literal;
  auto layout = scalar ? value.layout : NewValue::Layout::block;
  for (auto i = edit.path.size(); i-- > from;) {
    value = NewValue::of_map({{std::get<std::string>(edit.path[i]), std::move(value)}}, layout);
    layout = NewValue::Layout::block;
  }
  return value;
}

Neighbour find_neighbour(const Node& map, std::string_view key, const std::vector<std::string>& order) {
  const Neighbour end{map.entries.size() - 1, Side::behind};
  const auto self = std::ranges::find(order, key);
  if (self == order.end()) return end;
  for (auto before = self; before != order.begin();)
    if (const auto index = find_child(map, *--before)) return {*index, Side::behind};
  for (auto after = self + 1; after != order.end(); ++after)
    if (const auto index = find_child(map, *after)) return {*index, Side::before};
  return end;
}

NewValue in_layout_of(const Node& last_item, NewValue value) {
  if (is_collection(last_item))
    value.layout = last_item.style == NodeStyle::flow ? NewValue::Layout::flow : NewValue::Layout::block;
  return value;
}

PlannedEdit plan_edit(std::string_view text, const Node& root, const Edit& edit, const KeyOrder& order,
                      Manner manner, const FileStyle& style) {
  return Planner(text, root, edit, order, manner, style).plan();
}

}  // namespace kam
