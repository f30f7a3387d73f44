#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "kam/yaml/edit.hpp"

namespace kam {

// How one file is written.
struct FileStyle {
  std::string line_end = "\n";
  std::size_t map_step = 2;   // columns from a block map's keys to those of a map in it
  std::size_t list_step = 2;  // columns from a key to the dashes of its list
};
// As most of the file does it.
FileStyle find_file_style(std::string_view text, const Node& root);

// A new value as text, and what the text must be read as.
struct Written {
  std::string text;
  Node node;  // without places
};

Written write_key(std::string_view key, ScalarContext context);
// On one line: a scalar, or a list or map in brackets.
Written write_inline(const NewValue& value, ScalarContext context);
// As a block collection whose keys or dashes stand in `column`. The first line is without its indentation,
// the last without its line end. `value` is a list or map with content.
Written write_block(const NewValue& value, std::size_t column, const FileStyle& style);
// `- value`, with `gap` blanks behind the dash.
Written write_item(const NewValue& value, std::size_t column, std::size_t gap, const FileStyle& style);
// `key: value` in a block map.
struct WrittenEntry {
  std::string text;
  Node::Entry entry;
};
WrittenEntry write_entry(std::string_view key, const NewValue& value, std::size_t column,
                         const FileStyle& style);

// Whether `value` takes lines of its own in a block collection.
bool is_block(const NewValue& value);

}  // namespace kam
