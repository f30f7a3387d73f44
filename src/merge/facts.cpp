#include "merge/facts.hpp"

#include <algorithm>
#include <utility>

#include "kam/model/number.hpp"
#include "kam/yaml/edit.hpp"
#include "kam/yaml/match.hpp"
#include "merge/sequence.hpp"

namespace kam {

namespace {

constexpr std::string_view kNothing = "~";

std::string sized(std::string_view text) {
  return std::to_string(text.size()).append(":").append(text);
}

// Where a text needs no quotes, they say nothing.
std::string canonical_text(std::string_view value, NodeStyle style) {
  const bool plain = style == NodeStyle::plain || format_scalar(value, ScalarContext::block) == value;
  return (plain ? "=" : "\"") + std::string(value);
}

std::string canonical_child(const Node* key, const std::string& value) {
  return key == nullptr ? value : sized(key->value) + value;
}

std::string compose(NodeKind kind, std::vector<std::string> children) {
  if (children.empty()) return std::string(kNothing);
  std::ranges::sort(children);
  std::string text = kind == NodeKind::map ? "{" : "[";
  for (const auto& child : children) text += sized(child);
  return text;
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (true) {
    const auto end = text.find('\n');
    lines.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return lines;
    text.remove_prefix(end + 1);
  }
}

class Intent {
 public:
  explicit Intent(Preference preference) : preference_(preference) {}

  std::string merge(const Node* base, const Node& ours, const Node& theirs, std::string_view key) const {
    if (base != nullptr && same_facts(ours, *base)) return canonical_facts(theirs);
    if (same_facts(ours, theirs) || (base != nullptr && same_facts(theirs, *base)))
      return canonical_facts(ours);
    if (are_collections_alike(ours, theirs)) return merge_children(base, ours, theirs, key);
    if (are_literals(base, ours, theirs)) return merge_texts(*base, ours, theirs);
    return canonical_facts(preference_ == Preference::ours ? ours : theirs);
  }

 private:
  std::string merge_children(const Node* base, const Node& ours, const Node& theirs,
                             std::string_view key) const {
    std::vector<std::string> children;
    for (const auto& child : identify_children(base, ours, theirs, key).children)
      if (const auto facts = merge_child(child)) children.push_back(canonical_child(child.key, *facts));
    return compose(is_vacant(ours) ? theirs.kind : ours.kind, std::move(children));
  }

  std::optional<std::string> merge_child(const Child3& child) const {
    const auto facts_of = [](const Node* node) {
      return node == nullptr ? std::nullopt : std::optional(canonical_facts(*node));
    };
    switch (decide_fate(child)) {
      case Fate::gone:
        break;
      case Fate::ours:
        return facts_of(child.ours);
      case Fate::theirs:
        return facts_of(child.theirs);
      case Fate::both:
        return merge(child.base, *child.ours, *child.theirs, key_of(child));
      case Fate::contested:
        return facts_of(preference_ == Preference::ours ? child.ours : child.theirs);
    }
    return std::nullopt;
  }

  std::string merge_texts(const Node& base, const Node& ours, const Node& theirs) const {
    std::string text;
    for (const auto& run : merge_lines(lines_of(base.value), lines_of(ours.value), lines_of(theirs.value)))
      for (const auto line : preference_ == Preference::ours ? run.ours : run.theirs)
        text.append(line).append("\n");
    if (!text.empty()) text.pop_back();
    return canonical_text(text, NodeStyle::literal);
  }

  Preference preference_;
};

}  // namespace

std::string canonical_facts(const Node& node) {
  if (is_vacant(node)) return std::string(kNothing);
  if (node.kind == NodeKind::scalar) return canonical_text(node.value, node.style);
  std::vector<std::string> children;
  for (const auto& item : node.items) children.push_back(canonical_facts(item));
  for (const auto& entry : node.entries)
    children.push_back(canonical_child(&entry.key, canonical_facts(entry.value)));
  if (is_list_of_numbers(node)) {  // whose order counts
    std::string text = "(";
    for (const auto& child : children) text += sized(child);
    return text;
  }
  return compose(node.kind, std::move(children));
}

bool same_facts(const Node& a, const Node& b) {
  return canonical_facts(a) == canonical_facts(b);
}

bool is_list_of_numbers(const Node& node) {
  return node.kind == NodeKind::list && !node.items.empty() &&
         std::ranges::all_of(node.items, [](const Node& item) {
           return item.kind == NodeKind::scalar && item.style == NodeStyle::plain &&
                  parse_plain_number(item.value).has_value();
         });
}

bool are_collections_alike(const Node& ours, const Node& theirs) {
  if (is_vacant(ours) && is_vacant(theirs)) return false;
  if (is_list_of_numbers(ours) || is_list_of_numbers(theirs)) return false;
  const auto is_collection_or_vacant = [](const Node& node) {
    return is_vacant(node) || is_collection(node);
  };
  if (!is_collection_or_vacant(ours) || !is_collection_or_vacant(theirs)) return false;
  return is_vacant(ours) || is_vacant(theirs) || ours.kind == theirs.kind;
}

std::string_view key_of(const Child3& child) {
  return child.key == nullptr ? std::string_view() : std::string_view(child.key->value);
}

Fate decide_fate(const Child3& child) {
  if (child.ours != nullptr && child.theirs != nullptr) return Fate::both;
  const auto* const left = child.ours != nullptr ? child.ours : child.theirs;
  if (left == nullptr) return Fate::gone;
  if (child.base == nullptr) return left == child.ours ? Fate::ours : Fate::theirs;
  return same_facts(*child.base, *left) ? Fate::gone : Fate::contested;
}

bool are_literals(const Node* base, const Node& ours, const Node& theirs) {
  return base != nullptr && base->style == NodeStyle::literal && ours.style == NodeStyle::literal &&
         theirs.style == NodeStyle::literal;
}

std::string intended_facts(const Node& base, const Node& ours, const Node& theirs, Preference preference) {
  return Intent(preference).merge(&base, ours, theirs, {});
}

}  // namespace kam
