#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kam/yaml/tree.hpp"

namespace kam {

// One version of a document taken apart into the lines of its facts.

struct MergeVersion {
  std::string text;  // with line feeds and a last one, without byte-order mark
  Node root;
};

// An entry of a map or an item of a list, with the lines that are its own.
struct MergePart {
  const MergeVersion* version = nullptr;
  const Node* key = nullptr;  // of an entry
  const Node* value = nullptr;
  std::size_t column = 0;  // where its key or dash stands
  std::string text;        // all of it, from the key or dash on
  std::string prefix;      // `key:` or `-`

  // Of a block collection with content.
  bool is_block = false;
  bool on_dash_line = false;  // begins behind the dash
  std::string heading;        // the rest of the line of the key or dash, or the blanks behind the dash
  std::size_t body_begin = 0;
  std::size_t body_end = 0;

  // Of any other value.
  std::string gap;    // between prefix and value
  std::string raw;    // the value as it is written
  std::string rest;   // behind it on its line
  std::string below;  // whole lines of comments below that belong to it
};

// What a collection consists of: its children, and lines that are empty or comments.
struct Element {
  std::string line;  // with its line end
  std::optional<MergePart> part;
};
using Elements = std::vector<Element>;

// The lines in [begin, end) that hold `collection`, which is in block layout.
Elements take_apart(const MergeVersion& version, const Node& collection, std::size_t begin, std::size_t end);
// What stands in a part whose value is a collection, or nothing; one in brackets as if it had lines.
Elements elements_of(const MergePart& part);

// `text` with all lines but its first moved by `shift` columns.
std::string shift_lines(std::string_view text, std::ptrdiff_t shift);
// A line of comment moved; an empty one stays as it is.
std::string shift_line(std::string_view line, std::ptrdiff_t shift);

bool is_comment_line(std::string_view line);
std::string_view trimmed(std::string_view text);  // without blanks and line ends around it

}  // namespace kam
