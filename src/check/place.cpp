#include <algorithm>

#include "check/doubts.hpp"

namespace kam {

namespace {

bool is_collection(const Node& node) {
  return node.kind == NodeKind::list || node.kind == NodeKind::map;
}

}  // namespace

// An item as the model counts them: empty ones are left out.
const Node* Places::find_item(const Node& list, std::size_t index) {
  auto& items = items_[&list];
  if (items.empty())
    for (const auto& item : list.items)
      if (!item.is_null()) items.push_back(&item);
  return index < items.size() ? items[index] : nullptr;
}

Place Places::find(const Trail& trail) {
  const Node* node = &root_;
  Place place = root_.entries.empty() ? root_.place : root_.entries.front().key.place;
  for (const auto& step : trail) {
    if (const auto* key = std::get_if<std::string>(&step)) {
      const auto* entry = node->find_entry(*key);
      if (entry == nullptr) return place;
      node = &entry->value;
      place = is_collection(*node) || node->is_null() ? entry->key.place : node->place;
    } else {
      node = find_item(*node, std::get<std::size_t>(step));
      if (node == nullptr) return place;
      place = node->place;
    }
  }
  return place;
}

}  // namespace kam
