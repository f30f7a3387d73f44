#include "yaml/edit/plan.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "kam/yaml/byte_problem.hpp"
#include "kam/yaml/lines.hpp"
#include "kam/yaml/match.hpp"
#include "kam/yaml/scan.hpp"
#include "yaml/edit/children.hpp"
#include "yaml/edit/put.hpp"
#include "yaml/read/scalar.hpp"

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

// The lines of a block scalar below its header.
Splice without_lines(std::string_view text, const Node& node, std::size_t header_end) {
  const auto begin = end_of_line(text, header_end);
  return {begin, std::max(begin, node.end), {}};
}

std::size_t header_end_of(std::string_view text, const Slot& slot, const Node& node) {
  return scan_block_scalar(text, node.place.offset, column_of(slot.parent)).header_end;
}

Put put_block_text(std::string_view text, const Slot& slot, const BlockText& block, const NewValue& value,
                   const FileStyle& style) {
  const auto& node = child_value(slot.parent, slot.index);
  const auto old = scan_block_scalar(text, node.place.offset, column_of(slot.parent));
  auto lines = without_lines(text, node, old.header_end);
  const std::string indent(old.indent > 0 ? old.indent : column_of(slot.parent) + style.map_step, ' ');
  for (const auto line : block.lines) {
    lines.text += style.line_end;
    if (!line.empty()) lines.text.append(indent).append(line);
  }
  Put put{{{node.place.offset, old.header_end, block.header}, std::move(lines)}, node};
  put.node.value = value.text;
  return put;
}

// The value's lines below its key go, and `text` stands behind the colon instead.
Splices replace_lines(std::string_view text, const Slot& slot, const std::string& inserted) {
  const auto& node = child_value(slot.parent, slot.index);
  const auto behind = behind_indicator(text, slot.parent, slot.index);
  const auto end = end_of_lines(text, node, column_of(slot.parent));
  return {{behind, behind, " " + inserted}, remove_lines(text, start_of_line(text, node.place.offset), end)};
}

Put put_inline(std::string_view text, const Slot& slot, const NewValue& value, const FileStyle& style,
               Manner manner) {
  const auto& node = child_value(slot.parent, slot.index);
  if (manner == Manner::in_style && value.kind == NewValue::Kind::text && is_block_scalar(node))
    if (const auto block = to_block_text(value.text, node.style))
      return put_block_text(text, slot, *block, value, style);

  auto written = write_in_quotes_of(node, value, slot.in_flow ? ScalarContext::flow : ScalarContext::block);
  Put put{{}, std::move(written.node)};
  const auto begin = node.place.offset;
  if (is_empty_null(node)) {
    put.splices = {{begin, begin, " " + written.text}};
  } else if (is_block_scalar(node)) {
    const auto header_end = header_end_of(text, slot, node);
    put.splices = {{begin, header_end, written.text}, without_lines(text, node, header_end)};
  } else if (is_block_collection(node) && is_first_on_line(text, begin)) {
    put.splices = replace_lines(text, slot, written.text);
  } else {
    put.splices = {{begin, node.end, written.text}};
  }
  return put;
}

// The value goes, with the blanks before it; a comment behind it stays.
Splices remove_inline(std::string_view text, const Slot& slot) {
  const auto& node = child_value(slot.parent, slot.index);
  const auto behind = behind_indicator(text, slot.parent, slot.index);
  const bool same_line = skip_blanks(text, behind) == node.place.offset;
  const auto begin = same_line ? behind : node.place.offset;
  if (is_block_scalar(node)) {
    const auto header_end = header_end_of(text, slot, node);
    return {{begin, header_end, {}}, without_lines(text, node, header_end)};
  }
  const bool alone = !same_line && is_break(byte_at(text, skip_blanks(text, node.end)));
  if (alone) return {remove_lines(text, start_of_line(text, begin), start_of_next_line(text, node.end))};
  return {{begin, node.end, {}}};
}

Put put_block(std::string_view text, const Slot& slot, const NewValue& value, const FileStyle& style) {
  const auto& node = child_value(slot.parent, slot.index);
  const auto parent_column = column_of(slot.parent);
  if (is_block_collection(node)) {
    auto written = write_block(value, column_of(node), style);
    return {{{node.place.offset, node.end, written.text}}, std::move(written.node)};
  }
  if (slot.parent.kind == NodeKind::list) {
    const bool empty = is_empty_null(node);
    auto written = write_block(value, empty ? parent_column + 2 : column_of(node), style);
    return {{{node.place.offset, node.end, (empty ? " " : "") + written.text}}, std::move(written.node)};
  }
  const auto column = parent_column + (value.kind == NewValue::Kind::list ? style.list_step : style.map_step);
  auto written = write_block(value, column, style);
  Put put{remove_inline(text, slot), std::move(written.node)};
  const auto pos = end_of_lines(text, node, parent_column);
  put.splices.push_back(insert_lines(text, pos, std::string(column, ' ') + written.text, style.line_end));
  return put;
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

bool is_block_scalar(const Node& node) {
  return node.style == NodeStyle::literal || node.style == NodeStyle::folded;
}

Written write_in_quotes_of(const Node& old, const NewValue& value, ScalarContext context) {
  auto written = write_inline(value, context);
  if (value.kind != NewValue::Kind::text || old.kind != NodeKind::scalar || old.style == NodeStyle::plain)
    return written;
  auto single = old.style == NodeStyle::single_quoted ? quote_single(value.text) : std::nullopt;
  written.node.style = single ? NodeStyle::single_quoted : NodeStyle::double_quoted;
  written.text = single ? *single : quote_double(value.text);
  return written;
}

Put put_value(std::string_view text, const Slot& slot, const NewValue& value, Manner manner,
              const FileStyle& style) {
  if (!slot.in_flow && is_block(value) && manner == Manner::in_style)
    return put_block(text, slot, value, style);
  return put_inline(text, slot, value, style, manner);
}

}  // namespace kam
