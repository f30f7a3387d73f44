#include "kam/store/tree.hpp"

#include <algorithm>
#include <utility>

#include "store/events.hpp"
#include "store/locate.hpp"
#include "store/profile.hpp"

namespace kam {

const Node* Node::find(std::string_view key) const {
  const auto* entry = find_entry(key);
  return entry == nullptr ? nullptr : &entry->value;
}

const Node::Entry* Node::find_entry(std::string_view key) const {
  const auto found =
      std::ranges::find_if(entries, [key](const Entry& entry) { return entry.key.value == key; });
  return found == entries.end() ? nullptr : &*found;
}

ParsedTree parse_tree(std::string_view text, const std::string& file) {
  ParsedTree tree;
  auto findings = find_byte_faults(text);
  if (findings.empty()) {
    auto stream = parse_events(text);
    if (stream.limit) {
      findings.push_back(std::move(*stream.limit));
    } else {
      auto located = locate_tree(text, std::move(stream));
      tree.root = std::move(located.root);
      findings = std::move(located.findings);
    }
  }
  tree.problems = to_problems(text, file, std::move(findings));
  return tree;
}

namespace {

enum class Quoting { plain, quoted };

Quoting quoting_of(const Node& node) {
  return node.style == NodeStyle::plain ? Quoting::plain : Quoting::quoted;
}

}  // namespace

bool same_content(const Node& a, const Node& b) {
  if (a.kind != b.kind) return false;
  if (a.kind == NodeKind::scalar) return a.value == b.value && quoting_of(a) == quoting_of(b);
  return std::ranges::equal(a.items, b.items, same_content) &&
         std::ranges::equal(a.entries, b.entries, [](const Node::Entry& x, const Node::Entry& y) {
           return same_content(x.key, y.key) && same_content(x.value, y.value);
         });
}

}  // namespace kam
