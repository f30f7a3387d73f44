#include "yaml/read/keys.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kam {

void find_key_faults(const Node& map, ByteProblems& findings) {
  std::vector<const Node*> keys;
  for (const auto& entry : map.entries) {
    keys.push_back(&entry.key);
    if (entry.key.value == "<<" && entry.key.style == NodeStyle::plain)
      findings.push_back({entry.key.place.offset, "merge-key", "merge keys (<<) are not allowed",
                          "Write the keys of the other map here."});
  }
  std::ranges::stable_sort(keys, {}, [](const Node* key) -> std::string_view { return key->value; });
  for (auto first = keys.begin(); first != keys.end();) {
    auto next = first + 1;
    for (; next != keys.end() && (*next)->value == (*first)->value; ++next)
      findings.push_back({(*next)->place.offset, "duplicate-key",
                          fmt::format("the key {} stands twice in one map, first on line {}", (*next)->value,
                                      (*first)->place.line),
                          "Keep one of the two."});
    first = next;
  }
}

}  // namespace kam
