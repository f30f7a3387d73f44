#pragma once

#include <doctest/doctest.h>

#include <initializer_list>
#include <string>

#include "check/stage.hpp"

namespace kam {

// The text of the account `a`, which stands below `kam: 1` and `name: a`, and what is said of it.
struct Row {
  std::string text;
  std::string lines;
};

inline void check_rows(const std::string& code, std::initializer_list<Row> rows) {
  for (const auto& row : rows) {
    CAPTURE(row.text);
    CHECK(account(row.text).lines_of(code) == row.lines);
  }
}

}  // namespace kam
