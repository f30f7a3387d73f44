#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "kam/score/compare.hpp"

namespace kam {

// One thing that a file lists, with what is known of it.
struct FactItem {
  std::string section;
  std::string item;
  std::vector<std::pair<std::string, FactValue>> facts;

  // What is not known is left out.
  FactItem& put(std::string field, const std::optional<double>& value);
  FactItem& put(std::string field, const std::string& text);
  FactItem& put(std::string field, const std::optional<Date>& date);
  FactItem& put(std::string field, const std::vector<std::string>& list);
  template <class Enum>
  FactItem& put_id(std::string field, const std::optional<Enum>& value) {
    return put(std::move(field), value ? std::string(to_id(*value)) : std::string());
  }
};
using FactItems = std::vector<FactItem>;

FactItem& add_item(FactItems& items, std::string section, std::string item = {});

// Items of one name are told apart by their order. What came or changed, section by section in their order
// in `before` and `after`; then what went.
std::vector<ItemChange> compare_items(const FactItems& before, const FactItems& after);

}  // namespace kam
