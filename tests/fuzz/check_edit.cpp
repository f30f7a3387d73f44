#include <algorithm>

#include "edits.hpp"
#include "kam/disk/portfolio.hpp"
#include "kam/model/settings.hpp"

// What an edit must do, said in another way than the program does it.

namespace kam::fuzz {

namespace {

Node* step_into(Node& node, const PathStep& step) {
  if (const auto* const index = std::get_if<std::size_t>(&step))
    return *index < node.items.size() ? &node.items[*index] : nullptr;
  for (auto& entry : node.entries)
    if (entry.key.value == std::get<std::string>(step)) return &entry.value;
  return nullptr;
}

Node* find_path(Node& root, const Path& path) {
  auto* node = &root;
  for (const auto& step : path)
    if (node != nullptr) node = step_into(*node, step);
  return node;
}

Path parent_of(const Path& path) {
  return {path.begin(), path.end() - 1};
}

void erase_step(Node& node, const PathStep& step) {
  if (const auto* const index = std::get_if<std::size_t>(&step))
    node.items.erase(node.items.begin() + static_cast<std::ptrdiff_t>(*index));
  else
    std::erase_if(node.entries,
                  [&](const Node::Entry& entry) { return entry.key.value == std::get<std::string>(step); });
}

bool has_children(const Node& node) {
  return !node.items.empty() || !node.entries.empty();
}

bool holds_value(const Node& node, const NewValue& value) {
  switch (value.kind) {
    case NewValue::Kind::text:
    case NewValue::Kind::literal:
      return node.kind == NodeKind::scalar && node.value == value.text;
    case NewValue::Kind::list:
      return node.kind == NodeKind::list && std::ranges::equal(node.items, value.items, holds_value);
    case NewValue::Kind::map:
      break;
  }
  return node.kind == NodeKind::map &&
         std::ranges::equal(node.entries, value.entries,
                            [](const Node::Entry& is, const NewValue::Entry& ought) {
                              return is.key.value == ought.key && holds_value(is.value, ought.value);
                            });
}

// A change of one document, with what is left to compare: both trees without what the edit is about.
struct Change {
  std::string_view before;
  std::string_view after;
  Node old_root;
  Node new_root;

  void keep(bool kept, std::string_view promise) const { require(kept, promise, before, after); }
};

bool only_inserts(std::string_view before, std::string_view after) {
  const auto head = std::ranges::mismatch(before, after).in1 - before.begin();
  auto tail = std::size_t{0};
  while (tail < before.size() && tail < after.size() &&
         before[before.size() - 1 - tail] == after[after.size() - 1 - tail])
    ++tail;
  return after.size() >= before.size() && static_cast<std::size_t>(head) + tail >= before.size();
}

// Every byte before `begin` and from `end` is as it was.
bool only_changes(const Change& change, std::size_t begin, std::size_t end) {
  const auto tail = change.before.substr(end);
  return change.after.size() >= begin + tail.size() &&
         change.after.starts_with(change.before.substr(0, begin)) && change.after.ends_with(tail);
}

std::size_t column_at(std::string_view text, std::size_t offset) {
  const auto line = text.substr(0, offset).rfind('\n');
  return line == std::string_view::npos ? offset : offset - line - 1;
}

bool is_one_of(char byte, std::string_view bytes) {
  return bytes.find(byte) != std::string_view::npos;
}

// Behind the blanks, line ends and commas from `pos`, and behind comments that stand deeper than `column` or
// on the line of `pos`.
std::size_t skip_with_comments(std::string_view text, std::size_t pos, std::size_t column, bool in_flow) {
  bool same_line = true;
  while (pos < text.size()) {
    if (text[pos] == '\n') same_line = false;
    if (text[pos] == '#' && (same_line || in_flow || column_at(text, pos) > column)) {
      pos = std::min(text.find('\n', pos), text.size());
    } else if (!is_one_of(text[pos], " \t\r\n,")) {
      break;
    } else {
      ++pos;
    }
  }
  return pos;
}

// Where the value at `path` may begin to change: behind what stands before it.
std::size_t begin_of(Node& root, const Path& path) {
  if (path.empty()) return 0;
  const auto parent_path = parent_of(path);
  auto& parent = *find_path(root, parent_path);
  if (const auto* const key = std::get_if<std::string>(&path.back())) return parent.find_entry(*key)->key.end;
  const auto index = std::get<std::size_t>(path.back());
  if (index > 0) return parent.items[index - 1].end;
  return parent.style == NodeStyle::flow ? parent.place.offset : begin_of(root, parent_path);
}

// Behind what stands before the entry or item at `path` in its collection.
std::size_t behind_previous(Node& root, const Path& path) {
  const auto& parent = *find_path(root, parent_of(path));
  const auto* const key = std::get_if<std::string>(&path.back());
  if (key == nullptr) return begin_of(root, path);
  if (parent.entries.front().key.value == *key)
    return parent.style == NodeStyle::flow ? parent.place.offset : begin_of(root, parent_of(path));
  return std::ranges::find(parent.entries, *key, [](const Node::Entry& entry) { return entry.key.value; })[-1]
      .value.end;
}

void check_set(Change& change, const Edit& edit) {
  auto* const old_node = find_path(change.old_root, edit.path);
  auto* const new_node = find_path(change.new_root, edit.path);
  change.keep(new_node != nullptr && holds_value(*new_node, edit.value), "a set value is there");
  const auto parent_path = parent_of(edit.path);
  auto* const old_parent = find_path(change.old_root, parent_path);
  auto* const new_parent = find_path(change.new_root, parent_path);
  if (old_node != nullptr) {
    const auto begin = begin_of(change.old_root, edit.path);
    // A list or map of lines goes behind the comments that are indented as what it is of.
    const auto* const key = std::get_if<std::string>(&edit.path.back());
    const auto column = key != nullptr && edit.value.layout == NewValue::Layout::block
                            ? column_at(change.before, old_parent->find_entry(*key)->key.place.offset)
                            : std::string_view::npos;
    const auto end = skip_with_comments(change.before, old_node->end, column, false);
    change.keep(only_changes(change, begin, end), "setting a value leaves what is around it");
    const auto comment = change.before.substr(0, end).find('#', old_node->end);
    if (comment < end && old_node->style != NodeStyle::block) {
      const auto line = change.before.substr(comment, change.before.find_first_of("\r\n", comment) - comment);
      change.keep(change.after.find(line) != std::string_view::npos, "a comment behind a value stays");
    }
    *old_node = *new_node = Node{};
    return;
  }
  if (has_children(*old_parent)) {
    change.keep(only_inserts(change.before, change.after), "a new key only adds bytes");
    erase_step(*new_parent, edit.path.back());
  } else {
    *old_parent = *new_parent = Node{};
  }
}

void check_append(Change& change, const Edit& edit) {
  auto& old_list = *find_path(change.old_root, edit.path);
  auto* const new_list = find_path(change.new_root, edit.path);
  change.keep(new_list != nullptr && new_list->items.size() == old_list.items.size() + 1 &&
                  holds_value(new_list->items.back(), edit.value),
              "an appended value is the last");
  if (has_children(old_list)) {
    change.keep(only_inserts(change.before, change.after), "appending only adds bytes");
    new_list->items.pop_back();
  } else {
    old_list = *new_list = Node{};
  }
}

void check_remove(Change& change, const Edit& edit) {
  const auto parent_path = parent_of(edit.path);
  auto& parent = *find_path(change.old_root, parent_path);
  const auto& node = *find_path(change.old_root, edit.path);
  const bool in_flow = parent.style == NodeStyle::flow;
  const bool last_one = parent.items.size() + parent.entries.size() == 1;
  const auto* const key = std::get_if<std::string>(&edit.path.back());
  const auto place = key != nullptr ? parent.find_entry(*key)->key.place.offset : node.place.offset;
  const auto column = column_at(change.before, place);
  auto begin = key != nullptr && !in_flow ? place : behind_previous(change.old_root, edit.path);
  // With the blanks before it, of which a comment line above is none.
  while (key != nullptr && !in_flow && begin > 0 && is_one_of(change.before[begin - 1], " \t\r\n")) --begin;
  if (in_flow) {  // of what stands between it and the one before, the comma may go
    auto between = change.before.substr(begin, place - begin);
    const auto comment = std::min(between.find('#'), between.size());
    between = between.substr(comment, between.find('\n', comment) - comment);
    change.keep(change.after.find(between) != std::string_view::npos,
                "a comment before what is removed stays");
  }
  if (last_one) begin = std::min(begin, begin_of(change.old_root, parent_path));
  const auto end = skip_with_comments(change.before, last_one ? parent.end : node.end, column, in_flow);
  change.keep(only_changes(change, begin, end), "removing a value leaves what is around it");
  erase_step(parent, edit.path.back());
}

// The file's habits outlive every edit.
void check_habits(const Change& change) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  change.keep(change.before.starts_with(kByteOrderMark) == change.after.starts_with(kByteOrderMark),
              "a byte-order mark stays");
  if (change.before.find('\r') == std::string_view::npos)
    change.keep(change.after.find('\r') == std::string_view::npos, "LF stays LF");
}

}  // namespace

std::optional<std::string> check_edit(std::string_view before, const Node& root, const Edit& edit) {
  static const auto order = account_key_order(default_settings());
  const auto result = apply_edits(before, std::span(&edit, 1), order);
  if (!result.refusal.empty()) {
    require(result.text == before, "a refused edit changes nothing", before, result.text);
    return std::nullopt;
  }
  Change change{before, result.text, root, parse_good(result.text, "an edited file reads")};
  switch (edit.op) {
    case Edit::Op::set:
      check_set(change, edit);
      break;
    case Edit::Op::append:
      check_append(change, edit);
      break;
    case Edit::Op::remove:
      check_remove(change, edit);
      break;
  }
  change.keep(same_content(change.old_root, change.new_root), "everything else is as it was");
  check_habits(change);
  return result.text;
}

std::string edit_by(std::string_view text, Choices& choices, std::size_t most) {
  std::string edited(text);
  for (std::size_t i = 0; i < most && !choices.at_end(); ++i) {
    const auto root = parse_good(edited, "an edited file reads");
    if (auto next = check_edit(edited, root, choose_edit(root, choices))) edited = std::move(*next);
  }
  return edited;
}

}  // namespace kam::fuzz
