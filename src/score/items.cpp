#include "score/items.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "kam/model/number.hpp"

namespace kam {

namespace {

bool is_same(const FactValue& a, const FactValue& b) {
  const auto* one = std::get_if<double>(&a);
  const auto* other = std::get_if<double>(&b);
  return one != nullptr && other != nullptr ? nearly_equal(*one, *other) : a == b;
}

FactValue find_fact(const FactItem& item, const std::string& field) {
  for (const auto& [key, value] : item.facts)
    if (key == field) return value;
  return {};
}

std::vector<FactChange> compare_item(const FactItem& before, const FactItem& after) {
  std::vector<FactChange> changes;
  for (const auto& [field, value] : after.facts)
    if (const auto old = find_fact(before, field); !is_same(old, value))
      changes.push_back({field, old, value});
  for (const auto& [field, value] : before.facts)
    if (std::holds_alternative<std::monostate>(find_fact(after, field)))
      changes.push_back({field, value, {}});
  return changes;
}

// Section, name, and which of that name.
using ItemKey = std::tuple<std::string, std::string, int>;
using Keyed = std::vector<std::pair<ItemKey, const FactItem*>>;

Keyed key_items(const FactItems& items) {
  std::map<std::pair<std::string, std::string>, int> seen;
  Keyed keyed;
  for (const auto& item : items)
    keyed.push_back({{item.section, item.item, seen[{item.section, item.item}]++}, &item});
  return keyed;
}

const FactItem* find_item(const std::map<ItemKey, const FactItem*>& items, const ItemKey& key) {
  const auto found = items.find(key);
  return found == items.end() ? nullptr : found->second;
}

std::vector<std::string> section_order(const FactItems& before, const FactItems& after) {
  std::vector<std::string> sections;
  for (const auto* items : {&after, &before})
    for (const auto& item : *items)
      if (std::ranges::find(sections, item.section) == sections.end()) sections.push_back(item.section);
  return sections;
}

}  // namespace

FactItem& FactItem::put(std::string field, const std::optional<double>& value) {
  if (value) facts.emplace_back(std::move(field), *value);
  return *this;
}

FactItem& FactItem::put(std::string field, const std::string& text) {
  if (!text.empty()) facts.emplace_back(std::move(field), text);
  return *this;
}

FactItem& FactItem::put(std::string field, const std::optional<Date>& date) {
  if (date) facts.emplace_back(std::move(field), *date);
  return *this;
}

FactItem& FactItem::put(std::string field, const std::vector<std::string>& list) {
  if (!list.empty()) facts.emplace_back(std::move(field), list);
  return *this;
}

FactItem& add_item(FactItems& items, std::string section, std::string item) {
  return items.emplace_back(FactItem{std::move(section), std::move(item), {}});
}

std::vector<ItemChange> compare_items(const FactItems& before, const FactItems& after) {
  using Kind = ItemChange::Kind;
  const auto old = key_items(before);
  const auto now = key_items(after);
  const std::map old_by_key(old.begin(), old.end());
  const std::map now_by_key(now.begin(), now.end());
  std::vector<ItemChange> changes;
  for (const auto& [key, item] : now) {
    const auto* previous = find_item(old_by_key, key);
    auto facts = compare_item(previous != nullptr ? *previous : FactItem{}, *item);
    if (previous == nullptr)
      changes.push_back({item->section, item->item, Kind::added, std::move(facts)});
    else if (!facts.empty())
      changes.push_back({item->section, item->item, Kind::changed, std::move(facts)});
  }
  for (const auto& [key, item] : old)
    if (find_item(now_by_key, key) == nullptr)
      changes.push_back({item->section, item->item, Kind::removed, compare_item(*item, {})});
  const auto sections = section_order(before, after);
  std::ranges::stable_sort(changes, {}, [&](const ItemChange& change) {
    return std::ranges::find(sections, change.section) - sections.begin();
  });
  return changes;
}

}  // namespace kam
