#include <algorithm>

#include "check/doubts.hpp"

namespace kam {

namespace {

// An item as the model counts them: empty ones are left out.
const Node* find_item(const Node& list, std::size_t index) {
  for (const auto& item : list.items)
    if (!item.is_null() && index-- == 0) return &item;
  return nullptr;
}

bool is_collection(const Node& node) {
  return node.kind == NodeKind::list || node.kind == NodeKind::map;
}

}  // namespace

Place find_place(const Node& root, const Trail& trail) {
  const Node* node = &root;
  Place place = root.entries.empty() ? root.place : root.entries.front().key.place;
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
