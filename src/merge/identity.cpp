#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <span>
#include <utility>

#include "kam/format/format.hpp"
#include "kam/yaml/match.hpp"
#include "merge/facts.hpp"

namespace kam {

namespace {

struct Item {
  const Node* key = nullptr;
  const Node* value = nullptr;
  std::string name;  // what it is known by
  std::string facts;
};

std::string text_at(const Node& map, std::string_view key) {
  const auto* const value = map.find(key);
  return value == nullptr || value->kind != NodeKind::scalar ? std::string() : value->value;
}

// The keys that together name an item of the list under `key`: as the format says, else by what lists mostly
// have.
std::span<const std::string_view> naming_keys(const Node& item, std::string_view key) {
  static constexpr std::array<std::string_view, 4> kNames{"name", "title", "id", "date"};
  const auto* list = find_field(account_format(), key);
  if (list != nullptr && list->shape.kind == ShapeKind::records)
    if (const auto names = list->shape.record->named_by;
        names.size() > 1 || !text_at(item, names.front()).empty())
      return names;
  for (const auto& name : kNames)
    if (!text_at(item, name).empty()) return {&name, 1};
  return {};
}

std::string name_of(const Node& item, std::string_view key, const std::string& facts) {
  if (item.kind == NodeKind::scalar) return "=" + item.value;
  std::string name;
  for (const auto naming : naming_keys(item, key))
    name.append(naming).append(":").append(text_at(item, naming)).append("\n");
  return name.empty() ? facts : name;
}

std::vector<Item> items_of(const Node* collection, std::string_view key) {
  std::vector<Item> items;
  if (collection == nullptr) return items;
  for (const auto& entry : collection->entries)
    items.push_back({&entry.key, &entry.value, entry.key.value, {}});
  for (const auto& item : collection->items) {
    auto facts = canonical_facts(item);
    items.push_back({nullptr, &item, name_of(item, key, facts), std::move(facts)});
  }
  return items;
}

using Partners = std::vector<std::optional<std::size_t>>;

enum class Alike { name_and_facts, name };

// Pairs what is not yet paired and alike, the first with the first.
void pair_up(std::span<const Item> from, std::span<const Item> to, Partners& partner,
             std::vector<bool>& taken, Alike alike) {
  using Sign = std::pair<std::string_view, std::string_view>;
  const auto sign_of = [alike](const Item& item) {
    return Sign(item.name, alike == Alike::name ? std::string_view() : item.facts);
  };
  std::map<Sign, std::vector<std::size_t>> left;  // the last first
  for (auto k = from.size(); k-- > 0;)
    if (!taken[k]) left[sign_of(from[k])].push_back(k);
  for (std::size_t i = 0; i < to.size(); ++i) {
    const auto found = partner[i] ? left.end() : left.find(sign_of(to[i]));
    if (found == left.end() || found->second.empty()) continue;
    partner[i] = found->second.back();
    taken[*partner[i]] = true;
    found->second.pop_back();
  }
}

// Whether one text may have been made of the other: at least half of the longer is left, at its ends.
bool looks_like(std::string_view a, std::string_view b) {
  const auto most = std::min(a.size(), b.size());
  std::size_t front = 0;
  while (front < most && a[front] == b[front]) ++front;
  std::size_t back = 0;
  while (back < most - front && a[a.size() - 1 - back] == b[b.size() - 1 - back]) ++back;
  return 2 * (front + back) >= std::max(a.size(), b.size()) && front + back >= 4;
}

// Whether two maps have at least half of what is in the larger in common, of the keys that `counts`.
template <class Counts>
bool share_half(const Node& a, const Node& b, const Counts& counts) {
  const auto number = [&](const Node& map) {
    return std::ranges::count_if(map.entries,
                                 [&](const Node::Entry& entry) { return counts(entry.key.value); });
  };
  const auto shared = std::ranges::count_if(a.entries, [&](const Node::Entry& entry) {
    const auto* const other = b.find(entry.key.value);
    return counts(entry.key.value) && other != nullptr && same_facts(*other, entry.value);
  });
  return 2 * shared >= std::max(number(a), number(b));
}

// How sure it must be that an item was given another name, such as a title that was corrected.
enum class Renaming {
  looks_alike,   // by the old name and the new one
  may_have_been  // by what else it says; where both sides did it, which is a conflict about the name at least
};

bool is_renamed(const Item& from, const Item& to, std::string_view key, Renaming renaming) {
  if (from.key != nullptr || from.value->kind != to.value->kind) return false;
  if (from.value->kind == NodeKind::scalar) return looks_like(from.value->value, to.value->value);
  if (from.value->kind != NodeKind::map) return false;
  const auto same = [&](std::string_view name) {
    return text_at(*from.value, name) == text_at(*to.value, name);
  };
  const auto names = naming_keys(*from.value, key);
  if (names.size() > 1)  // all but the last stay
    return std::ranges::all_of(names.first(names.size() - 1), same);
  const auto counts = [&](std::string_view name) { return names.empty() || name != names[0]; };
  if (names.empty() || renaming == Renaming::may_have_been) return share_half(*from.value, *to.value, counts);
  return looks_like(text_at(*from.value, names[0]), text_at(*to.value, names[0]));
}

// Where a single item stands in the place of a single other, between the same neighbours.
void pair_renamed(std::span<const Item> from, std::span<const Item> to, std::string_view key,
                  Partners& partner, const std::vector<bool>& taken) {
  for (std::size_t i = 0; i < to.size(); ++i) {
    if (partner[i] || (i > 0 && !partner[i - 1]) || (i + 1 < to.size() && !partner[i + 1])) continue;
    const auto k = i == 0 ? 0 : *partner[i - 1] + 1;
    if (k >= from.size() || taken[k]) continue;
    const bool ends_alike = i + 1 == to.size() ? k + 1 == from.size() : *partner[i + 1] == k + 1;
    if (!ends_alike || !is_renamed(from[k], to[i], key, Renaming::looks_alike)) continue;
    partner[i] = k;
  }
}

Partners match_items(std::span<const Item> from, std::span<const Item> to, std::string_view key) {
  Partners partner(to.size());
  std::vector<bool> taken(from.size());
  pair_up(from, to, partner, taken, Alike::name_and_facts);
  pair_up(from, to, partner, taken, Alike::name);
  pair_renamed(from, to, key, partner, taken);
  return partner;
}

// For each item of the base that both sides lack, the item of a side that it may have become: behind the same
// neighbour, of several the next. A few are looked at each time, so that many items take no longer each.
Partners find_heirs(std::span<const Item> base, const std::vector<bool>& kept, std::span<const Item> side,
                    const Partners& partner, std::string_view key) {
  constexpr std::size_t kMost = 8;
  std::vector<std::size_t> behind(base.size(), side.size());  // the place behind the partner of each
  for (std::size_t i = 0; i < side.size(); ++i)
    if (partner[i]) behind[*partner[i]] = i + 1;
  Partners heirs(base.size());
  std::size_t next = 0;
  for (std::size_t k = 0; k < base.size(); ++k) {
    if (behind[k] < side.size()) next = behind[k];
    if (kept[k]) continue;
    for (auto i = next; i < std::min(side.size(), next + kMost) && !partner[i]; ++i) {
      if (!is_renamed(base[k], side[i], key, Renaming::may_have_been)) continue;
      heirs[k] = i;
      next = i + 1;
      break;
    }
  }
  return heirs;
}

// What both sides lack of the base and have another in the place of: both gave it a new name. Taken for one
// thing it is a conflict; taken for two it would be there twice.
void pair_renamed_twice(std::span<const Item> base, std::span<const Item> ours, Partners& our_partner,
                        std::span<const Item> theirs, Partners& their_partner, std::string_view key) {
  std::vector<bool> kept(base.size());
  for (std::size_t k = 0; k < base.size(); ++k)
    kept[k] = base[k].key != nullptr || base[k].value->kind != NodeKind::map;
  for (const auto* partner : {&our_partner, &their_partner})
    for (const auto& k : *partner)
      if (k) kept[*k] = true;
  const auto our_heirs = find_heirs(base, kept, ours, our_partner, key);
  const auto their_heirs = find_heirs(base, kept, theirs, their_partner, key);
  for (std::size_t k = 0; k < base.size(); ++k) {
    if (!our_heirs[k] || !their_heirs[k] || ours[*our_heirs[k]].name == theirs[*their_heirs[k]].name)
      continue;
    our_partner[*our_heirs[k]] = k;
    their_partner[*their_heirs[k]] = k;
  }
}

// The numbers of a side's items: the base's where they are in it, else new ones.
std::vector<std::size_t> number_items(const Partners& partner, std::size_t& next) {
  std::vector<std::size_t> numbers;
  for (const auto& base : partner) numbers.push_back(base ? *base : next++);
  return numbers;
}

// What a side added to the base, and which of its items that is.
std::pair<std::vector<Item>, std::vector<std::size_t>> added_by(std::span<const Item> items,
                                                                std::span<const std::size_t> numbers,
                                                                std::size_t from_base) {
  std::pair<std::vector<Item>, std::vector<std::size_t>> added;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (numbers[i] < from_base) continue;
    added.first.push_back(items[i]);
    added.second.push_back(i);
  }
  return added;
}

// What both sides added is one thing where it has one name.
void join_added(std::span<const Item> ours, std::span<const std::size_t> our_numbers,
                std::span<const Item> theirs, std::vector<std::size_t>& numbers, std::size_t from_base) {
  const auto [our_items, our_places] = added_by(ours, our_numbers, from_base);
  const auto [their_items, their_places] = added_by(theirs, numbers, from_base);
  Partners partner(their_items.size());
  std::vector<bool> taken(our_items.size());
  for (const auto alike : {Alike::name_and_facts, Alike::name})
    pair_up(our_items, their_items, partner, taken, alike);
  for (std::size_t i = 0; i < partner.size(); ++i)
    if (partner[i]) numbers[their_places[i]] = our_numbers[our_places[*partner[i]]];
}

}  // namespace

Identities identify_children(const Node* base, const Node& ours, const Node& theirs, std::string_view key) {
  const auto kind = is_vacant(ours) ? theirs.kind : ours.kind;
  const auto base_items = items_of(base != nullptr && base->kind == kind ? base : nullptr, key);
  const auto our_items = items_of(&ours, key);
  const auto their_items = items_of(&theirs, key);
  Identities identities;
  for (std::size_t i = 0; i < base_items.size(); ++i) identities.base.push_back(i);
  auto next = base_items.size();
  auto our_partner = match_items(base_items, our_items, key);
  auto their_partner = match_items(base_items, their_items, key);
  pair_renamed_twice(base_items, our_items, our_partner, their_items, their_partner, key);
  identities.ours = number_items(our_partner, next);
  identities.theirs = number_items(their_partner, next);
  join_added(our_items, identities.ours, their_items, identities.theirs, base_items.size());

  identities.children.resize(next);
  const auto fill = [&](const std::vector<Item>& items, const std::vector<std::size_t>& numbers,
                        const Node* Child3::*version) {
    for (std::size_t i = 0; i < items.size(); ++i) {
      auto& child = identities.children[numbers[i]];
      child.key = items[i].key;
      child.*version = items[i].value;
    }
  };
  fill(base_items, identities.base, &Child3::base);
  fill(our_items, identities.ours, &Child3::ours);
  fill(their_items, identities.theirs, &Child3::theirs);
  return identities;
}

}  // namespace kam
