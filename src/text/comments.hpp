#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace kam::comments {

// A line of YAML and what is said about it behind it; `remark` may be empty.
struct Row {
  std::string yaml;
  std::string remark;
};

enum class Form {
  live,    // YAML that is read
  fill_in  // behind a `#`, to be filled in (templates.hpp)
};

// `text` as prose comment lines, wrapped between words; each `\n` in it starts a new line.
std::string prose(std::string_view text);

// The rows with their remarks below each other; a row too long for that carries its remark two blanks behind.
std::string rows(const std::vector<Row>& rows, Form form);

// `id:   value` behind `indent`, the value where the widest id of its catalogue lets all of them begin.
std::string entry(std::string_view indent, std::string_view id, std::size_t widest, std::string_view value);

template <class Entries>
std::size_t widest_id(const Entries& entries) {
  std::size_t widest = 0;
  for (const auto& entry : entries) widest = std::max(widest, entry.id.size());
  return widest;
}

// `text` on one line for every YAML reader: line breaks and control characters become blanks.
std::string one_line(std::string_view text);

}  // namespace kam::comments
