#pragma once

#include <doctest/doctest.h>

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "kam/yaml/edit.hpp"

// Tables of a text, an edit, and the text after it.
namespace kam::edit_rows {

using Layout = NewValue::Layout;

inline std::vector<std::string> alphabetical(const Path& /*path*/) {
  return {"a", "b", "c", "d", "e", "f"};
}

inline EditResult edited(std::string_view text, const Edit& edit) {
  return apply_edits(text, std::span(&edit, 1), alphabetical);
}

inline Edit setting(Path path, NewValue value) {
  return {Edit::Op::set, std::move(path), std::move(value)};
}
inline Edit appending(Path path, NewValue value) {
  return {Edit::Op::append, std::move(path), std::move(value)};
}
inline Edit removing(Path path) {
  return {Edit::Op::remove, std::move(path), {}};
}

inline NewValue text(std::string value) {
  return NewValue::of_text(std::move(value));
}
inline NewValue number(double value) {
  return NewValue::of_number(value);
}
inline NewValue in_flow(NewValue value) {
  value.layout = Layout::flow;
  return value;
}
inline NewValue rating(Layout layout) {
  return NewValue::of_map({{"importance", number(5)}, {"note", text("a, b")}}, layout);
}

struct Row {
  std::string before;
  Edit edit;
  std::string after;
};

inline void check(std::initializer_list<Row> table) {
  for (const auto& row : table) {
    CAPTURE(row.before);
    CAPTURE(format_path(row.edit.path));
    const auto result = edited(row.before, row.edit);
    CHECK(result.refusal.empty());
    CHECK(result.text == row.after);
  }
}

}  // namespace kam::edit_rows
