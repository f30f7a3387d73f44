#pragma once

#include <span>
#include <string_view>

namespace kam::key_text_table {

struct Row {
  std::string_view path;
  std::string_view title_en;  // empty: the label of the path's last key
  std::string_view title_de;
  std::string_view en;
  std::string_view de;
  std::string_view example;
};

std::span<const Row> portfolio();
std::span<const Row> account();

}  // namespace kam::key_text_table
