#include "kam/yaml/tree.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>

#include "yaml/read/events.hpp"
#include "yaml/read/locate.hpp"
#include "yaml/read/profile.hpp"

namespace kam {

const Node* Node::find(std::string_view key) const {
  const auto* entry = find_entry(key);
  return entry == nullptr ? nullptr : &entry->value;
}

const Node::Entry* Node::find_entry(std::string_view key) const {
  const auto found = entries.find(key);
  return found ? &entries[*found] : nullptr;
}

// Of the first `size()` entries' keys. One that is only looked through is not worth an index.
struct Node::Entries::Index {
  static constexpr std::size_t kFew = 16;
  std::unordered_map<std::string, std::size_t> places;
  std::size_t entries = 0;
};

void Node::Entries::DropIndex::operator()(Index* index) const {
  delete index;  // NOLINT(cppcoreguidelines-owning-memory): of a unique_ptr to what the header does not know
}

Node::Entries::Entries(const Entries& other) : Base(other) {}

Node::Entries& Node::Entries::operator=(const Entries& other) {
  if (this == &other) return *this;
  Base::operator=(other);
  index_.reset();
  return *this;
}

std::optional<std::size_t> Node::Entries::find(std::string_view key) const {
  if (size() <= Index::kFew) {
    const auto found =
        std::ranges::find_if(*this, [key](const Entry& entry) { return entry.key.value == key; });
    return found == end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - begin()));
  }
  if (!index_ || index_->entries > size()) index_.reset(new Index);
  for (auto& known = index_->entries; known < size(); ++known)
    index_->places.try_emplace((*this)[known].key.value, known);
  const auto found = index_->places.find(std::string(key));
  return found == index_->places.end() ? std::nullopt : std::optional(found->second);
}

Node::Entries::iterator Node::Entries::insert(const_iterator pos, Entry entry) {
  if (pos != cend()) index_.reset();
  return Base::insert(pos, std::move(entry));
}

Node::Entries::iterator Node::Entries::erase(const_iterator pos) {
  index_.reset();
  return Base::erase(pos);
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
