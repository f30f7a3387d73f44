#include "score/items.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "kam/model/number.hpp"
#include "score/actions.hpp"
#include "score/potentials.hpp"

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

bool holds(Keys keys, std::string_view key) {
  return std::ranges::find(keys, key) != keys.end();
}

FactValue fact_of(const Field& field, const Value& value) {
  if (const auto* place = std::get_if<std::size_t>(&value)) return std::string(field.shape.choices[*place]);
  if (const auto* numbers = std::get_if<std::vector<double>>(&value)) {
    std::vector<std::string> texts;
    for (const double number : *numbers) texts.push_back(format_plain_number(number));
    return texts;
  }
  if (const auto* number = std::get_if<double>(&value)) return *number;
  if (const auto* date = std::get_if<Date>(&value)) return *date;
  if (const auto* list = std::get_if<std::vector<std::string>>(&value)) return *list;
  return std::get<std::string>(value);
}

std::string title_text(const Field& field, const void* owner) {
  const auto value = field.get(owner);
  if (!value) return {};
  const auto fact = fact_of(field, *value);
  if (const auto* date = std::get_if<Date>(&fact)) return format_iso_date(*date);
  return std::get<std::string>(fact);
}

// What people know an element by.
std::string title_of(const NamedRecord& element, const Record& record) {
  std::string title = element.name;
  for (const auto key : record.named_by.first(std::min(record.title, record.named_by.size())))
    title += (title.empty() ? "" : " ") + title_text(*find_field(record, key), element.record);
  return title;
}

void put_fact(FactItem& item, const Field& field, const void* owner, const std::string& name) {
  if (field.get == nullptr) return;
  if (const auto value = field.get(owner)) item.facts.emplace_back(name, fact_of(field, *value));
}

void put_facts(FactItem& item, const Record& record, const void* owner, const std::string& before,
               Keys silent);

void put_field(FactItem& item, const Field& field, const void* owner, const std::string& before,
               Keys silent) {
  if (holds(silent, field.key)) return;
  const auto* record = field.shape.record;
  const auto name = before + std::string(field.key);
  if (record == nullptr) return put_fact(item, field, owner, name);
  for (const auto& element : field.list(owner)) {
    if (record->short_form != nullptr) put_fact(item, *record->short_form, element.record, name);
    put_facts(item, *record, element.record, (element.name.empty() ? name : before + element.name) + ".",
              silent);
  }
}

// The state of a thing, which has a name, is told first.
void put_facts(FactItem& item, const Record& record, const void* owner, const std::string& before,
               Keys silent) {
  constexpr std::string_view kState = "status";
  const auto titles = record.named_by.first(std::min(record.title, record.named_by.size()));
  if (const auto* state = find_field(record, kState); state != nullptr && !titles.empty())
    put_field(item, *state, owner, before, silent);
  for (const auto& field : record.fields)
    if (!holds(titles, field.key) && (titles.empty() || field.key != kState))
      put_field(item, field, owner, before, silent);
}

bool is_open(const Action& action) {
  return action.status == ActionStatus::open;
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

FactItem& add_item(FactItems& items, std::string section, std::string item) {
  return items.emplace_back(FactItem{std::move(section), std::move(item), {}});
}

void list_values(FactItems& items, const Record& record, const void* owner, Keys silent) {
  auto& item = add_item(items, "");
  for (const auto& field : record.fields)
    if (field.shape.record == nullptr) put_field(item, field, owner, "", silent);
}

void list_section(FactItems& items, const Field& field, const void* owner, Keys silent) {
  const auto* record = field.shape.record;
  if (record == nullptr || holds(silent, field.key)) return;
  for (const auto& element : field.list(owner)) {
    auto& item = add_item(items, std::string(field.key), title_of(element, *record));
    put_facts(item, *record, element.record, "", silent);
    const bool may_be_short = record->short_form != nullptr;  // a rating that is not known
    if (may_be_short && item.facts.empty()) items.pop_back();
  }
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

bool is_overdue(std::optional<Date> due, Date as_of) {
  return due && *due < as_of;
}

bool is_overdue(const Action& action, Date as_of) {
  return is_open(action) && is_overdue(action.due, as_of);
}

int count_open_actions(const Account& account) {
  return static_cast<int>(std::ranges::count_if(account.actions, is_open));
}

int count_overdue_actions(const Account& account, Date as_of) {
  return static_cast<int>(std::ranges::count_if(
      account.actions, [&](const Action& action) { return is_overdue(action, as_of); }));
}

bool is_worked_on(const Account& account, std::string_view requirement) {
  return std::ranges::any_of(account.actions, [&](const Action& action) {
    return is_open(action) && action.requirement == requirement;
  });
}

std::optional<double> score_expected_value(const Potential& potential) {
  if (potential.status != PotentialStatus::open || !potential.value || !potential.probability)
    return std::nullopt;
  return *potential.value * *potential.probability / 100;
}

std::optional<double> score_white_space(const OfferingPosition& offering) {
  if (!offering.current || !offering.potential) return std::nullopt;
  return std::max(0.0, *offering.potential - *offering.current);
}

void add_known(std::optional<double>& sum, std::optional<double> value) {
  if (value) sum = sum.value_or(0) + *value;
}

std::optional<double> sum_expected_values(const Account& account) {
  std::optional<double> sum;
  for (const Potential& potential : account.potentials) add_known(sum, score_expected_value(potential));
  return sum;
}

std::optional<double> sum_white_space(const Account& account) {
  std::optional<double> sum;
  for (const auto& [id, offering] : account.offerings) add_known(sum, score_white_space(offering));
  return sum;
}

}  // namespace kam
