#pragma once

#include <array>
#include <map>
#include <optional>
#include <type_traits>
#include <utility>

#include "kam/format/format.hpp"

namespace kam {

// Builders of the format's tables: a field is made from a pointer to the member it fills, so that the
// compiler sees that shape, member and record fit together.

template <class Owner>
struct FieldOf {
  Field field;
};

template <class Owner>
struct RecordOf : Record {};

namespace detail {

template <class Member>
struct MemberPointer;
template <class Owner_, class Type_>
struct MemberPointer<Type_ Owner_::*> {
  using Owner = Owner_;
  using Type = Type_;
};
template <auto Member>
using OwnerOf = typename MemberPointer<decltype(Member)>::Owner;
template <auto Member>
using TypeOf = typename MemberPointer<decltype(Member)>::Type;

template <class T>
struct Plain {
  using Type = T;
};
template <class T>
struct Plain<std::optional<T>> {
  using Type = T;
};
// The type of a member, `std::optional` or not.
template <auto Member>
using PlainOf = typename Plain<TypeOf<Member>>::Type;

template <auto Member>
TypeOf<Member>& member_of(void* owner) {
  return static_cast<OwnerOf<Member>*>(owner)->*Member;
}

template <auto Member>
const TypeOf<Member>& member_of(const void* owner) {
  return static_cast<const OwnerOf<Member>*>(owner)->*Member;
}

template <auto Member>
void put(void* owner, Value&& value) {
  using Type = PlainOf<Member>;
  auto& target = member_of<Member>(owner);
  if constexpr (std::is_enum_v<Type>) {
    target = static_cast<Type>(std::get<std::size_t>(value));
  } else if constexpr (std::is_same_v<Type, int>) {
    target = static_cast<int>(std::get<double>(value));
  } else if constexpr (std::is_same_v<Type, std::array<double, 2>>) {
    const auto& numbers = std::get<std::vector<double>>(value);
    target = {numbers[0], numbers[1]};
  } else {
    target = std::get<Type>(std::move(value));
  }
}

template <class T>
std::optional<Value> value_of(const T& member) {
  if constexpr (std::is_enum_v<T>) {
    return Value(static_cast<std::size_t>(member));
  } else if constexpr (std::is_same_v<T, int>) {
    return Value(static_cast<double>(member));
  } else if constexpr (std::is_same_v<T, std::array<double, 2>>) {
    return Value(std::vector<double>(member.begin(), member.end()));
  } else if constexpr (requires { member.empty(); }) {
    return member.empty() ? std::nullopt : std::optional<Value>(member);
  } else {
    return Value(member);
  }
}
template <class T>
std::optional<Value> value_of(const std::optional<T>& member) {
  return member ? value_of(*member) : std::nullopt;
}

template <auto Member>
std::optional<Value> get(const void* owner) {
  return value_of(member_of<Member>(owner));
}

// The one record that is no element.
inline std::vector<NamedRecord> just(const void* record) {
  return {{{}, record}};
}

// The elements of a container of the model.
template <class T>
std::vector<NamedRecord> list_elements(const std::vector<T>& list) {
  std::vector<NamedRecord> elements;
  elements.reserve(list.size());
  for (const auto& element : list)
    if constexpr (requires { element.id; })
      elements.push_back({element.id, &element});
    else
      elements.push_back({{}, &element});
  return elements;
}
template <class T>
std::vector<NamedRecord> list_elements(const ById<T>& list) {
  std::vector<NamedRecord> elements;
  elements.reserve(list.size());
  for (const auto& [id, element] : list) elements.push_back({id, &element});
  return elements;
}
template <class T>
std::vector<NamedRecord> list_elements(const std::map<int, T>& years) {
  std::vector<NamedRecord> elements;
  for (const auto& [year, element] : years) elements.push_back({std::to_string(year), &element});
  return elements;
}

// Adds an element to a container of the model and says where its value lies.
template <class T>
T* add_element(std::vector<T>& list, std::string_view name) {
  list.emplace_back();
  if constexpr (requires { list.back().id; }) list.back().id = name;
  return &list.back();
}
template <class T>
T* add_element(ById<T>& list, std::string_view name) {
  list.emplace_back(std::string(name), T{});
  return &list.back().second;
}
template <class T>
T* add_element(std::map<int, T>& years, std::string_view name) {
  int year = 0;
  for (const char digit : name) year = 10 * year + (digit - '0');
  return &years[year];
}
template <auto Member>
using ElementOf = std::remove_pointer_t<decltype(add_element(std::declval<TypeOf<Member>&>(), ""))>;

template <auto Member>
constexpr FieldOf<OwnerOf<Member>> value_field(std::string_view key, Shape shape) {
  return {{.key = key, .shape = shape, .put = put<Member>, .get = get<Member>}};
}

template <auto Member>
constexpr FieldOf<OwnerOf<Member>> container_field(std::string_view key, ShapeKind kind, Catalogue catalogue,
                                                   const RecordOf<ElementOf<Member>>& record) {
  return {{.key = key,
           .shape = {.kind = kind, .catalogue = catalogue, .record = &record},
           .open = [](void* owner, std::string_view name) -> void* {
             return add_element(member_of<Member>(owner), name);
           },
           .list = [](const void* owner) { return list_elements(member_of<Member>(owner)); },
           .clear = [](void* owner) { member_of<Member>(owner).clear(); },
           .audience = Audience::customer}};
}

}  // namespace detail

template <auto Member>
constexpr auto text(std::string_view key) {
  static_assert(std::is_same_v<detail::TypeOf<Member>, std::string>);
  return detail::value_field<Member>(key, {.kind = ShapeKind::text});
}
template <auto Member>
constexpr auto id_of(std::string_view key, Catalogue catalogue) {
  static_assert(std::is_same_v<detail::TypeOf<Member>, std::string>);
  return detail::value_field<Member>(key, {.kind = ShapeKind::catalogue_id, .catalogue = catalogue});
}
template <auto Member>
constexpr auto currency(std::string_view key) {
  static_assert(std::is_same_v<detail::TypeOf<Member>, std::string>);
  return detail::value_field<Member>(key, {.kind = ShapeKind::currency});
}
template <auto Member>
constexpr auto number(std::string_view key, double least = -kLargestNumber, double most = kLargestNumber) {
  static_assert(std::is_same_v<detail::PlainOf<Member>, double>);
  return detail::value_field<Member>(key, {.kind = ShapeKind::number, .least = least, .most = most});
}
template <auto Member>
constexpr auto whole(std::string_view key, double least, double most) {
  static_assert(std::is_same_v<detail::PlainOf<Member>, int>);
  return detail::value_field<Member>(key, {.kind = ShapeKind::whole, .least = least, .most = most});
}
template <auto Member>
constexpr auto rating(std::string_view key) {
  static_assert(std::is_same_v<detail::PlainOf<Member>, double>);
  return detail::value_field<Member>(key, {.kind = ShapeKind::rating, .least = 0});
}
template <auto Member>
constexpr auto percent(std::string_view key) {
  static_assert(std::is_same_v<detail::PlainOf<Member>, double>);
  return detail::value_field<Member>(key, {.kind = ShapeKind::percent, .least = 0, .most = 100});
}
template <auto Member>
constexpr auto year(std::string_view key) {
  static_assert(std::is_same_v<detail::PlainOf<Member>, int>);
  return detail::value_field<Member>(key, {.kind = ShapeKind::year, .least = 1000, .most = 9999});
}
template <auto Member>
constexpr auto date(std::string_view key) {
  static_assert(std::is_same_v<detail::PlainOf<Member>, Date>);
  return detail::value_field<Member>(key, {.kind = ShapeKind::date});
}
// `choices`: the enum's ids, in the order of its enumerators.
template <auto Member>
constexpr auto choice(std::string_view key, std::span<const std::string_view> choices) {
  static_assert(std::is_enum_v<detail::PlainOf<Member>>);
  return detail::value_field<Member>(key, {.kind = ShapeKind::choice, .choices = choices});
}
template <auto Member>
constexpr auto texts(std::string_view key) {
  static_assert(std::is_same_v<detail::TypeOf<Member>, std::vector<std::string>>);
  return detail::value_field<Member>(key, {.kind = ShapeKind::texts});
}
template <auto Member>
constexpr auto numbers(std::string_view key) {
  static_assert(std::is_same_v<detail::TypeOf<Member>, std::vector<double>>);
  return detail::value_field<Member>(key, {.kind = ShapeKind::numbers});
}
// Two ascending percentages.
template <auto Member>
constexpr auto percent_pair(std::string_view key) {
  static_assert(std::is_same_v<detail::TypeOf<Member>, std::array<double, 2>>);
  return detail::value_field<Member>(key, {.kind = ShapeKind::numbers, .least = 0, .most = 100, .count = 2});
}

template <auto Member>
constexpr FieldOf<detail::OwnerOf<Member>> record(std::string_view key,
                                                  const RecordOf<detail::TypeOf<Member>>& record) {
  return {{.key = key,
           .shape = {.kind = ShapeKind::record, .record = &record},
           .open = [](void* owner, std::string_view) -> void* { return &detail::member_of<Member>(owner); },
           .list = [](const void* owner) { return detail::just(&detail::member_of<Member>(owner)); },
           .audience = Audience::customer}};
}
// A map in the file whose keys are members of the struct around it.
template <class Owner>
constexpr FieldOf<Owner> group(std::string_view key, const RecordOf<Owner>& record) {
  return {{.key = key,
           .shape = {.kind = ShapeKind::record, .record = &record},
           .open = [](void* owner, std::string_view) { return owner; },
           .list = [](const void* owner) { return detail::just(owner); },
           .audience = Audience::customer}};
}
template <auto Member>
constexpr auto records(std::string_view key, const RecordOf<detail::ElementOf<Member>>& record) {
  return detail::container_field<Member>(key, ShapeKind::records, Catalogue::none, record);
}
template <auto Member>
constexpr auto by_id(std::string_view key, Catalogue catalogue,
                     const RecordOf<detail::ElementOf<Member>>& record) {
  return detail::container_field<Member>(key, ShapeKind::by_id, catalogue, record);
}
template <auto Member>
constexpr auto by_year(std::string_view key, const RecordOf<detail::ElementOf<Member>>& record) {
  return detail::container_field<Member>(key, ShapeKind::by_year, Catalogue::none, record);
}
// `kam: 1`, which fills no member.
template <class Owner>
constexpr FieldOf<Owner> format_number(std::string_view key) {
  return {{.key = key, .shape = {.kind = ShapeKind::format_number, .least = 1, .most = 1}}};
}

// `example`: how to write the key, for the one who left it out.
template <class Owner>
constexpr FieldOf<Owner> required(FieldOf<Owner> entry, std::string_view example) {
  entry.field.required = example;
  return entry;
}
template <class Owner>
constexpr FieldOf<Owner> shared(FieldOf<Owner> entry) {
  entry.field.audience = Audience::customer;
  return entry;
}
template <class Owner>
constexpr FieldOf<Owner> internal(FieldOf<Owner> entry) {
  entry.field.audience = Audience::us;
  return entry;
}
template <class Owner>
constexpr FieldOf<Owner> in_lists(FieldOf<Owner> entry) {
  entry.field.in_lists = true;
  return entry;
}
template <class Owner>
constexpr FieldOf<Owner> with(std::string_view companion, FieldOf<Owner> entry) {
  entry.field.needs = companion;
  return entry;
}

template <class Owner, class... Entries>
constexpr std::array<Field, 1 + sizeof...(Entries)> table(FieldOf<Owner> first, Entries... rest) {
  static_assert((std::is_same_v<Entries, FieldOf<Owner>> && ...));
  return {first.field, rest.field...};
}

}  // namespace kam
