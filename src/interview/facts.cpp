#include "interview/facts.hpp"

#include <algorithm>

#include "kam/format/format.hpp"

namespace kam {

namespace {

std::string_view text_at(const Node& record, std::string_view key) {
  const Node* value = record.find(key);
  return value == nullptr || value->kind != NodeKind::scalar ? std::string_view{}
                                                             : std::string_view(value->value);
}

// The account's key under which a topic stands; empty where it is none of the file's own.
std::string_view key_of(Topic topic) {
  switch (topic) {
    case Topic::attractiveness:
      return "attractiveness";
    case Topic::partnership:
      return "partnership";
    case Topic::unique_services:
      return "unique_services";
    case Topic::manager:
      return "manager";
    case Topic::area:
      return "collaboration";
    case Topic::team:
    case Topic::member:
      return "team";
    case Topic::contacts:
    case Topic::contact:
      return "contacts";
    case Topic::customer_view:
      return "customer_view";
    case Topic::potentials:
    case Topic::potential:
      return "potentials";
    case Topic::actions:
    case Topic::action:
      return "actions";
    case Topic::source:
    case Topic::requirement:
      return {};
  }
  return {};
}

// Whether a list is asked for as a whole, by the names of what is in it.
bool is_of_names(Topic topic) {
  return topic == Topic::team || topic == Topic::contacts || topic == Topic::potentials ||
         topic == Topic::actions;
}

// The place of the named record in the list `key`.
std::optional<Path> find_record(const Node& root, const std::string& key, const Fact& fact) {
  const Node* list = root.find(key);
  if (list == nullptr || list->kind != NodeKind::list) return std::nullopt;
  const auto found = std::ranges::find_if(list->items, [&](const Node& record) {
    return is_listed(fact, record) && text_at(record, name_key(fact.topic)) == fact.item;
  });
  if (found == list->items.end()) return std::nullopt;
  return Path{key, static_cast<std::size_t>(found - list->items.begin()), fact.field};
}

void put_value(Answer& answer, const Field& field, const void* record) {
  const auto value = field.get(record);
  if (!value) return;
  if (const auto* number = std::get_if<double>(&*value)) answer.number = *number;
  if (const auto* text = std::get_if<std::string>(&*value)) answer.text = *text;
  if (const auto* date = std::get_if<Date>(&*value)) answer.date = *date;
  if (const auto* items = std::get_if<std::vector<std::string>>(&*value)) answer.items = *items;
  if (const auto* place = std::get_if<std::size_t>(&*value)) answer.text = field.shape.choices[*place];
}

std::string text_of(const NamedRecord& element, const Record& record, std::string_view key) {
  Answer answer;
  if (const auto* field = find_field(record, key); field != nullptr)
    put_value(answer, *field, element.record);
  return answer.text;
}

// The elements under the fact's key that it may be about, as `is_listed` says of the file's.
std::vector<NamedRecord> elements_of(const Account& account, const Fact& fact) {
  const auto& section = *find_field(account_format(), key_of(fact.topic));
  const auto& record = *section.shape.record;
  auto elements = section.list(&account);
  if (section.shape.kind != ShapeKind::records) return elements;
  for (auto& element : elements) element.name = text_of(element, record, record.named_by.front());
  if (is_about_people(fact.topic)) return elements;
  const bool of_kind = fact.topic == Topic::potentials || fact.topic == Topic::potential;
  std::erase_if(elements, [&](const NamedRecord& element) {
    return text_of(element, record, "status") != "open" ||
           (of_kind && text_of(element, record, "kind") != fact.group);
  });
  return elements;
}

std::optional<NamedRecord> find_element(const Account& account, const Fact& fact) {
  const auto elements = elements_of(account, fact);
  const auto found = std::ranges::find(elements, fact.item, &NamedRecord::name);
  return found == elements.end() ? std::nullopt : std::optional(*found);
}

// Of a rating its reason, too.
Answer record_answer(const Record& record, const void* owner, const Fact& fact) {
  Answer answer;
  for (const auto& field : record.fields)
    if (fact.field.empty() || field.key == fact.field) put_value(answer, field, owner);
  return fact.field.empty() && !answer.number ? Answer{} : answer;
}

Answer pair_answer(const FulfilmentScore& fulfilment, const Fact& fact) {
  const auto& view = fact.group == to_id(Perspective::own) ? fulfilment.own : fulfilment.customer;
  const auto found = view.requirements.find(fact.item);
  if (found == view.requirements.end()) return {};
  return {.number = found->importance,
          .second = found->fulfilment,
          .third = found->best_competitor,
          .text = found->note};
}

}  // namespace

bool is_about_people(Topic topic) {
  return topic == Topic::team || topic == Topic::member || topic == Topic::contacts ||
         topic == Topic::contact;
}

std::string_view name_key(Topic topic) {
  return find_field(account_format(), key_of(topic))->shape.record->named_by.front();
}

bool is_listed(const Fact& fact, const Node& record) {
  if (is_about_people(fact.topic)) return true;
  const auto status = text_at(record, "status");
  if (!status.empty() && status != "open") return false;
  const bool of_kind = fact.topic == Topic::potentials || fact.topic == Topic::potential;
  return !of_kind || text_at(record, "kind") == fact.group;
}

std::optional<Path> find_path(const Node& root, const Fact& fact) {
  const std::string key(key_of(fact.topic));
  if (key.empty()) return std::nullopt;
  const auto kind = find_field(account_format(), key)->shape.kind;
  if (kind == ShapeKind::records && !is_of_names(fact.topic)) return find_record(root, key, fact);
  Path path{key};
  for (const auto& step : {fact.item, fact.field})
    if (!step.empty()) path.emplace_back(step);
  return path;
}

bool is_orphan(const Known& known, const Fact& fact) {
  const auto* section = find_field(account_format(), key_of(fact.topic));
  return section != nullptr && section->shape.kind == ShapeKind::records && !is_of_names(fact.topic) &&
         !find_element(known.account, fact);
}

Answer find_value(const Known& known, const Fact& fact) {
  const Account& account = known.account;
  if (fact.topic == Topic::requirement) return pair_answer(known.scores.fulfilment, fact);
  Answer answer;
  const auto* section = find_field(account_format(), key_of(fact.topic));
  if (section == nullptr) return answer;
  if (section->shape.record == nullptr) {
    put_value(answer, *section, &account);
  } else if (is_of_names(fact.topic)) {
    for (auto& element : elements_of(account, fact)) answer.items.push_back(std::move(element.name));
  } else if (const auto element = find_element(account, fact)) {
    return record_answer(*section->shape.record, element->record, fact);
  }
  return answer;
}

}  // namespace kam
