#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kam/yaml/edit.hpp"
#include "kam/yaml/tree.hpp"

namespace kam {

// One replacement of bytes; `begin` == `end` inserts.
struct Splice {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string text;
};
using Splices = std::vector<Splice>;

// `splices` do not overlap; of two at one place the first comes first.
std::string apply_splices(std::string_view text, Splices splices);

// A list's items or a map's entries as they stand in the text, from the dash or the key to the value's end.
struct Child {
  std::size_t begin = 0;
  std::size_t end = 0;
};
std::size_t child_count(const Node& node);
Child child_at(std::string_view text, const Node& node, std::size_t index);
std::vector<Child> children_of(std::string_view text, const Node& node);
// The bytes behind the `:` or `-` that leads to child `index`.
std::size_t behind_indicator(std::string_view text, const Node& node, std::size_t index);
const Node& child_value(const Node& node, std::size_t index);
Node& child_value(Node& node, std::size_t index);
// The index of the child that `step` names, if `node` has it.
std::optional<std::size_t> find_child(const Node& node, const PathStep& step);

std::size_t column_of(const Node& node);  // 0-based
bool is_empty_null(const Node& node);     // nothing stands there at all
bool is_block_collection(const Node& node);
bool is_first_on_line(std::string_view text, std::size_t pos);

// Whether the empty lines below `value` belong to it: its last scalar is a block scalar with `+`.
bool keeps_empty_lines(std::string_view text, const Node& value);

// Behind the lines of `value` in a block collection: the rest of its last line, and the comments below it
// that are indented deeper than `column`, where its key or dash stands.
std::size_t end_of_lines(std::string_view text, const Node& value, std::size_t column);

// Inserts whole lines at `pos`, a line's start or the text's end. `lines` is without its last line end.
Splice insert_lines(std::string_view text, std::size_t pos, const std::string& lines,
                    const std::string& line_end);
// Removes whole lines; a text without last line end stays one.
Splice remove_lines(std::string_view text, std::size_t begin, std::size_t end);

}  // namespace kam
