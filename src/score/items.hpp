#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "kam/format/format.hpp"
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
};
using FactItems = std::vector<FactItem>;

FactItem& add_item(FactItems& items, std::string section, std::string item = {});

// What the record at `owner` says by the format's table, without the keys in `silent`: its scalars and lists
// of scalars are one item without a name, …
using Keys = std::span<const std::string_view>;
void list_values(FactItems& items, const Record& record, const void* owner, Keys silent = {});
// … and what stands at a key that holds records is an item for each of them. Facts below another key have
// both in their names (`label.de`), and those of a map by ids the id (`flexibility.importance`).
void list_section(FactItems& items, const Field& field, const void* owner, Keys silent = {});

// Items of one name are told apart by their order. What came or changed, section by section in their order
// in `before` and `after`; then what went.
std::vector<ItemChange> compare_items(const FactItems& before, const FactItems& after);

}  // namespace kam
