#include "interview/facts.hpp"

#include <algorithm>

namespace kam {

namespace {

std::string_view text_at(const Node& record, std::string_view key) {
  const Node* value = record.find(key);
  return value == nullptr || value->kind != NodeKind::scalar ? std::string_view{}
                                                             : std::string_view(value->value);
}

// The place of the named record in the list `key`.
std::optional<Path> find_record(const Node& root, const char* key, const Fact& fact) {
  const Node* list = root.find(key);
  if (list == nullptr || list->kind != NodeKind::list) return std::nullopt;
  const auto found = std::ranges::find_if(list->items, [&](const Node& record) {
    return is_listed(fact, record) && text_at(record, name_key(fact.topic)) == fact.item;
  });
  if (found == list->items.end()) return std::nullopt;
  return Path{key, static_cast<std::size_t>(found - list->items.begin()), fact.field};
}

Answer rating_answer(const Rating* rating) {
  if (rating == nullptr || !rating->rating) return {};
  return {.number = rating->rating, .text = rating->reason};
}

Answer area_answer(const CollaborationArea* area, const std::string& field) {
  if (area == nullptr) return {};
  if (field == "intensity") return {.number = area->intensity};
  return {.items = field == "activities" ? area->activities : area->people};
}

Answer member_answer(const TeamMember& member, const std::string& field) {
  if (field == "role") return {.text = member.role};
  if (field == "unit") return {.text = member.unit};
  return {.items = field == "tasks" ? member.tasks : member.authority};
}

template <class Enum>
Answer choice_answer(const std::optional<Enum>& choice) {
  return {.text = choice ? std::string(to_id(*choice)) : std::string{}};
}

Answer contact_answer(const Contact& contact, const std::string& field) {
  if (field == "title") return {.text = contact.title};
  if (field == "role") return choice_answer(contact.role);
  if (field == "influence") return {.number = contact.influence};
  return choice_answer(contact.attitude);
}

Answer view_answer(const CustomerView& view, const std::string& field) {
  if (field == "our_contribution") return {.text = view.our_contribution};
  if (field == "goals") return {.items = view.goals};
  return {.items = field == "important_services" ? view.important_services : view.market_strengths};
}

Answer potential_answer(const Potential& potential, const std::string& field) {
  if (field == "value") return {.number = potential.value};
  if (field == "probability") return {.number = potential.probability};
  if (field == "owner") return {.text = potential.owner};
  return {.date = potential.due};
}

Answer action_answer(const Action& action, const std::string& field) {
  if (field == "owner") return {.text = action.owner};
  if (field == "due") return {.date = action.due};
  return {.text = action.requirement};
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

const TeamMember* find_member(const Account& account, const std::string& name) {
  const auto found = std::ranges::find(account.team, name, &TeamMember::name);
  return found == account.team.end() ? nullptr : &*found;
}

const Contact* find_contact(const Account& account, const std::string& name) {
  const auto found = std::ranges::find(account.contacts, name, &Contact::name);
  return found == account.contacts.end() ? nullptr : &*found;
}

const Potential* find_potential(const Account& account, const Fact& fact) {
  const auto found = std::ranges::find_if(account.potentials, [&](const Potential& potential) {
    return potential.status == PotentialStatus::open && potential.kind == fact.group &&
           potential.title == fact.item;
  });
  return found == account.potentials.end() ? nullptr : &*found;
}

const Action* find_action(const Account& account, const std::string& title) {
  const auto found = std::ranges::find_if(account.actions, [&](const Action& action) {
    return action.status == ActionStatus::open && action.title == title;
  });
  return found == account.actions.end() ? nullptr : &*found;
}

Answer names_answer(const Account& account, const Fact& fact) {
  Answer answer;
  if (fact.topic == Topic::team)
    for (const auto& member : account.team) answer.items.push_back(member.name);
  if (fact.topic == Topic::contacts)
    for (const auto& contact : account.contacts) answer.items.push_back(contact.name);
  if (fact.topic == Topic::potentials)
    for (const auto& potential : account.potentials)
      if (potential.status == PotentialStatus::open && potential.kind == fact.group)
        answer.items.push_back(potential.title);
  if (fact.topic == Topic::actions)
    for (const auto& action : account.actions)
      if (action.status == ActionStatus::open) answer.items.push_back(action.title);
  return answer;
}

}  // namespace

bool is_about_people(Topic topic) {
  return topic == Topic::team || topic == Topic::member || topic == Topic::contacts ||
         topic == Topic::contact;
}

std::string_view name_key(Topic topic) {
  return is_about_people(topic) ? "name" : "title";
}

bool is_listed(const Fact& fact, const Node& record) {
  if (is_about_people(fact.topic)) return true;
  const auto status = text_at(record, "status");
  if (!status.empty() && status != "open") return false;
  const bool of_kind = fact.topic == Topic::potentials || fact.topic == Topic::potential;
  return !of_kind || text_at(record, "kind") == fact.group;
}

const Node* find_node(const Node& root, const Path& path) {
  const Node* node = &root;
  for (const auto& step : path) {
    if (const auto* const index = std::get_if<std::size_t>(&step))
      node = *index < node->items.size() ? &node->items[*index] : nullptr;
    else
      node = node->find(std::get<std::string>(step));
    if (node == nullptr) return nullptr;
  }
  return node;
}

std::optional<Path> find_path(const Node& root, const Fact& fact) {
  switch (fact.topic) {
    case Topic::attractiveness:
      return Path{"attractiveness", fact.item};
    case Topic::partnership:
      return Path{"partnership", fact.item};
    case Topic::unique_services:
      return Path{"unique_services"};
    case Topic::manager:
      return Path{"manager"};
    case Topic::area:
      return Path{"collaboration", fact.item, fact.field};
    case Topic::team:
      return Path{"team"};
    case Topic::member:
      return find_record(root, "team", fact);
    case Topic::contacts:
      return Path{"contacts"};
    case Topic::contact:
      return find_record(root, "contacts", fact);
    case Topic::customer_view:
      return Path{"customer_view", fact.field};
    case Topic::potentials:
      return Path{"potentials"};
    case Topic::potential:
      return find_record(root, "potentials", fact);
    case Topic::actions:
      return Path{"actions"};
    case Topic::action:
      return find_record(root, "actions", fact);
    case Topic::source:
    case Topic::requirement:
      return std::nullopt;
  }
  return std::nullopt;
}

bool is_orphan(const Known& known, const Fact& fact) {
  switch (fact.topic) {
    case Topic::member:
      return find_member(known.account, fact.item) == nullptr;
    case Topic::contact:
      return find_contact(known.account, fact.item) == nullptr;
    case Topic::potential:
      return find_potential(known.account, fact) == nullptr;
    case Topic::action:
      return find_action(known.account, fact.item) == nullptr;
    default:
      return false;
  }
}

Answer find_value(const Known& known, const Fact& fact) {
  const Account& account = known.account;
  if (is_orphan(known, fact)) return {};
  switch (fact.topic) {
    case Topic::attractiveness:
      return rating_answer(find_by_id(account.attractiveness, fact.item));
    case Topic::partnership:
      return rating_answer(find_by_id(account.partnership, fact.item));
    case Topic::unique_services:
      return {.items = account.unique_services};
    case Topic::manager:
      return {.text = account.manager};
    case Topic::area:
      return area_answer(find_by_id(account.collaboration, fact.item), fact.field);
    case Topic::member:
      return member_answer(*find_member(account, fact.item), fact.field);
    case Topic::contact:
      return contact_answer(*find_contact(account, fact.item), fact.field);
    case Topic::customer_view:
      return view_answer(account.customer_view, fact.field);
    case Topic::requirement:
      return pair_answer(known.scores.fulfilment, fact);
    case Topic::potential:
      return potential_answer(*find_potential(account, fact), fact.field);
    case Topic::action:
      return action_answer(*find_action(account, fact.item), fact.field);
    case Topic::team:
    case Topic::contacts:
    case Topic::potentials:
    case Topic::actions:
      return names_answer(account, fact);
    case Topic::source:
      return {};
  }
  return {};
}

}  // namespace kam
