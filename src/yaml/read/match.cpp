#include "kam/yaml/match.hpp"

#include <algorithm>

#include "kam/model/number.hpp"

namespace kam {

namespace {

bool same_number(std::string_view a, std::string_view b) {
  const auto number = parse_plain_number(a);
  return number && number == parse_plain_number(b);
}

}  // namespace

bool says_same(const Node& node, const NewValue& value) {
  switch (value.kind) {
    case NewValue::Kind::text:
      return node.kind == NodeKind::scalar && node.value == value.text;
    case NewValue::Kind::literal:
      return node.kind == NodeKind::scalar && node.style == NodeStyle::plain &&
             (node.value == value.text || same_number(node.value, value.text));
    case NewValue::Kind::list:
      return node.kind == NodeKind::list && std::ranges::equal(node.items, value.items, says_same);
    case NewValue::Kind::map:
      return node.kind == NodeKind::map && node.entries.size() == value.entries.size() &&
             std::ranges::all_of(value.entries, [&](const auto& entry) {
               const auto* const found = node.find(entry.key);
               return found != nullptr && says_same(*found, entry.value);
             });
  }
  return false;
}

bool is_collection(const Node& node) {
  return node.kind == NodeKind::list || node.kind == NodeKind::map;
}
bool is_vacant(const Node& node) {
  return node.is_null() || (is_collection(node) && node.items.empty() && node.entries.empty());
}

const char* kind_name(const Node& node) {
  switch (node.kind) {
    case NodeKind::null:
      return "empty";
    case NodeKind::scalar:
      return "a single value";
    case NodeKind::list:
      return "a list";
    case NodeKind::map:
      return "a map";
  }
  return "";
}

}  // namespace kam
