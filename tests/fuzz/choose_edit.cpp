#include "edits.hpp"

namespace kam::fuzz {

namespace {

struct Found {
  Path path;
  const Node* node;
};

void collect(const Node& node, const Path& path, std::vector<Found>& found) {
  found.push_back({path, &node});
  for (std::size_t i = 0; i < node.items.size(); ++i) {
    auto inner = path;
    inner.emplace_back(i);
    collect(node.items[i], inner, found);
  }
  for (const auto& entry : node.entries) {
    auto inner = path;
    inner.emplace_back(entry.key.value);
    collect(entry.value, inner, found);
  }
}

NewValue choose_value(Choices& choices, int depth) {
  const auto layout = choices.flag() ? NewValue::Layout::flow : NewValue::Layout::block;
  const auto kind = choices.below(depth > 0 ? 8 : 6);
  if (kind == 4) return NewValue::of_number(static_cast<double>(choices.below(256)) / 4 - 8);
  if (kind == 5) return NewValue::of_id("two_words");
  if (kind < 6) {
    auto value = NewValue::of_text(choices.text());
    value.layout = layout;
    return value;
  }
  std::vector<NewValue> items;
  std::vector<NewValue::Entry> entries;
  for (auto count = choices.below(3) + 1; count > 0; --count) {
    auto value = choose_value(choices, depth - 1);
    if (kind == 6)
      items.push_back(std::move(value));
    else
      entries.push_back({"k" + std::to_string(count), std::move(value)});
  }
  return kind == 6 ? NewValue::of_list(std::move(items), layout)
                   : NewValue::of_map(std::move(entries), layout);
}

// A key that the map does not have.
std::string new_key(const Node& node, Choices& choices) {
  static constexpr const char* kKeys[] = {"name", "status", "tags", "notes", "x_own", "2026", "zz"};
  std::string key = kKeys[choices.below(std::size(kKeys))];
  while (node.find(key) != nullptr) key += "_";
  return key;
}

}  // namespace

Edit choose_edit(const Node& root, Choices& choices) {
  std::vector<Found> found;
  collect(root, {}, found);
  const auto high = choices.below(256);
  auto [path, node] = found[(high * 256 + choices.below(256)) % found.size()];
  const auto op = choices.below(8);
  const bool can_append = node->kind == NodeKind::list || node->is_null();
  const bool can_add = node->kind == NodeKind::map || node->is_null();
  if (op < 2 && can_append && !path.empty()) return {Edit::Op::append, path, choose_value(choices, 2)};
  if (op < 4 && can_add) {
    path.emplace_back(new_key(*node, choices));
    return {Edit::Op::set, path, choose_value(choices, 2)};
  }
  if (path.empty()) return {Edit::Op::set, {PathStep(new_key(root, choices))}, choose_value(choices, 2)};
  if (op < 6) return {Edit::Op::set, path, choose_value(choices, 2)};
  return {Edit::Op::remove, path, {}};
}

}  // namespace kam::fuzz
