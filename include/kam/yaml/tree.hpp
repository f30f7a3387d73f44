#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "kam/model/problem.hpp"

namespace kam {

// The located tree of one YAML file in kam's profile (kam-portfolio(5), YAML): what stands in it, and exactly
// where.

struct Place {
  int line = 1;            // 1-based
  int column = 1;          // 1-based, in code points
  std::size_t offset = 0;  // 0-based byte offset in the file's text, a byte-order mark counted
};

enum class NodeKind { null, scalar, list, map };
enum class NodeStyle { plain, single_quoted, double_quoted, literal, folded, block, flow };

struct Node {
  NodeKind kind = NodeKind::null;
  // Of a null: plain (`~`, `null`, or nothing at all). Of list and map: block or flow.
  NodeStyle style = NodeStyle::plain;
  std::string value;  // of a scalar: decoded, line ends as LF
  Place place;  // first byte of the value; of an empty null: where a value would stand, behind `key:` or `-`
  std::size_t end = 0;  // byte offset behind the value's last byte, comments and the line end not counted;
                        // block scalar: behind its last line's content
  struct Entry;
  // The entries of a map, found by their keys: of many by an index, which is made when one is first asked
  // for. No key changes once it is here.
  class Entries : public std::vector<Entry> {
   public:
    using Base = std::vector<Entry>;
    Entries() = default;
    ~Entries() = default;
    Entries(const Entries& other);
    Entries(Entries&& other) noexcept = default;
    Entries& operator=(const Entries& other);
    Entries& operator=(Entries&& other) noexcept = default;

    // The place of the first entry with that key.
    std::optional<std::size_t> find(std::string_view key) const;
    iterator insert(const_iterator pos, Entry entry);
    iterator erase(const_iterator pos);

   private:
    struct Index;
    struct DropIndex {
      void operator()(Index* index) const;
    };
    mutable std::unique_ptr<Index, DropIndex> index_;
  };
  std::vector<Node> items;  // of a list
  Entries entries;          // of a map, in the file's order

  bool is_null() const { return kind == NodeKind::null; }
  // The value of `key` in a map, or null where this is no map or has no such key.
  const Node* find(std::string_view key) const;
  const Entry* find_entry(std::string_view key) const;
};

struct Node::Entry {
  Node key;  // a scalar on one line
  Node value;
};

struct ParsedTree {
  std::optional<Node> root;  // a map; absent where there is any problem
  Problems problems;         // with `file` filled in
};

// Parses one file's bytes. Whatever lies outside the profile is an error at its place, with the next step:
// broken UTF-8, UTF-16, control bytes, tabs as indentation, duplicate keys, anchors, aliases, tags, merge
// keys, `? ` keys, several documents, text after the end, directives, unterminated quotes, conflict markers,
// over 4 MiB, 64 levels, or 100,000 nodes. Reports as many problems as can be told apart, in the file's
// order. Never throws on any bytes. A missing last line end makes no difference. An empty file, or one of
// comments alone, is a map without entries.
ParsedTree parse_tree(std::string_view text, const std::string& file);

// Whether two trees say the same: kind, value, plain or quoted, children in order; places and layout do not
// count.
bool same_content(const Node& a, const Node& b);

}  // namespace kam
