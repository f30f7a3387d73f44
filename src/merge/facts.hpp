#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kam/yaml/tree.hpp"

namespace kam {

// What a document says, whatever its layout.

// Equal for two nodes that say the same: the order of keys and items, quotes that change nothing, and the way
// that "nothing" is written do not count.
std::string canonical_facts(const Node& node);
bool same_facts(const Node& a, const Node& b);

// A list such as `steps: [10, 20]` is one fact, not several.
bool is_list_of_numbers(const Node& node);

// What is left to merge child by child: two maps, or two lists, of which one may be empty.
bool are_collections_alike(const Node& ours, const Node& theirs);

// One child in the versions that have it.
struct Child3 {
  const Node* key = nullptr;  // of a map's entry
  const Node* base = nullptr;
  const Node* ours = nullptr;
  const Node* theirs = nullptr;
};

// Which children of three versions of a collection are the same thing: they have the same number.
struct Identities {
  std::vector<std::size_t> base;
  std::vector<std::size_t> ours;
  std::vector<std::size_t> theirs;
  std::vector<Child3> children;  // by number
};
// `key` is the one under which a list stands. A base of another kind has nothing in common with the two.
Identities identify_children(const Node* base, const Node& ours, const Node& theirs, std::string_view key);

// Under which key the values in a child stand.
std::string_view key_of(const Child3& child);

// What becomes of a child.
enum class Fate {
  gone,
  ours,      // only ours has it
  theirs,    // only theirs has it
  both,      // to be merged
  contested  // one took it out, the other changed it
};
Fate decide_fate(const Child3& child);

// A literal text (`|`) in three versions that can be merged line by line.
bool are_literals(const Node* base, const Node& ours, const Node& theirs);

enum class Preference { ours, theirs };
// The facts that a merge has to come to where each conflict is resolved for the preferred side.
std::string intended_facts(const Node& base, const Node& ours, const Node& theirs, Preference preference);

}  // namespace kam
