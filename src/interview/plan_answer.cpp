#include "interview/plan_answer.hpp"

#include <utility>

#include "interview/facts.hpp"

namespace kam {

namespace {

using Layout = NewValue::Layout;

Edit set(Path path, NewValue value) {
  return {Edit::Op::set, std::move(path), std::move(value)};
}

Edit remove(Path path) {
  return {Edit::Op::remove, std::move(path), {}};
}

Path below(Path path, PathStep step) {
  path.push_back(std::move(step));
  return path;
}

std::string_view scalar_of(const Node& node) {
  return node.kind == NodeKind::scalar ? std::string_view(node.value) : std::string_view{};
}

// A rating in long form keeps it; a reason makes the form long.
std::vector<Edit> plan_rating(const Path& path, const Node* there, const Answer& answer) {
  const auto number = NewValue::of_number(*answer.number);
  if (there != nullptr && there->kind == NodeKind::map) {
    std::vector<Edit> edits{set(below(path, "rating"), number)};
    if (!answer.text.empty()) edits.push_back(set(below(path, "reason"), NewValue::of_text(answer.text)));
    return edits;
  }
  if (answer.text.empty()) return {set(path, number)};
  return {set(path, NewValue::of_map({{"rating", number}, {"reason", NewValue::of_text(answer.text)}},
                                     Layout::flow))};
}

// What a list holds and is to hold: those of `there` that are to stay come first in `wanted`, in their order.
struct ListChange {
  std::vector<std::size_t> removed;  // places in `there`
  std::vector<std::string> added;
};

ListChange compare(const std::vector<std::string_view>& there, const std::vector<std::string>& wanted) {
  ListChange change;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < there.size(); ++i)
    if (kept < wanted.size() && there[i] == wanted[kept])
      ++kept;
    else
      change.removed.push_back(i);
  change.added.assign(wanted.begin() + static_cast<std::ptrdiff_t>(kept), wanted.end());
  return change;
}

// `places`: of the items in the list at `path`; `make` gives a new one.
template <class Make>
std::vector<Edit> plan_items(const Path& path, const ListChange& change,
                             const std::vector<std::size_t>& places, Make make) {
  std::vector<Edit> edits;
  for (auto i = change.removed.size(); i-- > 0;)
    edits.push_back(remove(below(path, places[change.removed[i]])));
  for (const auto& item : change.added) edits.push_back({Edit::Op::append, path, make(item)});
  return edits;
}

std::vector<Edit> plan_list(const Path& path, const Node* there, const Answer& answer) {
  if (answer.items.empty()) return {remove(path)};
  if (there == nullptr || there->kind != NodeKind::list) {
    std::vector<NewValue> items;
    for (const auto& item : answer.items) items.push_back(NewValue::of_text(item));
    return {set(path, NewValue::of_list(std::move(items), Layout::block))};
  }
  std::vector<std::string_view> items;
  std::vector<std::size_t> places;
  for (const auto& item : there->items) {
    places.push_back(items.size());
    items.push_back(scalar_of(item));
  }
  return plan_items(path, compare(items, answer.items), places,
                    [](const std::string& item) { return NewValue::of_text(item); });
}

NewValue new_record(const Fact& fact, const std::string& name) {
  std::vector<NewValue::Entry> entries{{std::string(name_key(fact.topic)), NewValue::of_text(name)}};
  if (!fact.group.empty()) entries.push_back({"kind", NewValue::of_id(fact.group)});
  if (!is_about_people(fact.topic)) entries.push_back({"status", NewValue::of_id("open")});
  return NewValue::of_map(std::move(entries), Layout::block);
}

std::vector<Edit> plan_names(const Path& path, const Node* there, const Fact& fact, const Answer& answer) {
  std::vector<std::string_view> names;
  std::vector<std::size_t> places;
  std::size_t others = 0;
  if (there != nullptr && there->kind == NodeKind::list)
    for (std::size_t i = 0; i < there->items.size(); ++i) {
      const Node* name = there->items[i].find(name_key(fact.topic));
      if (name == nullptr || !is_listed(fact, there->items[i])) {
        ++others;
        continue;
      }
      places.push_back(i);
      names.push_back(scalar_of(*name));
    }
  if (answer.items.empty() && others == 0) return {remove(path)};
  return plan_items(path, compare(names, answer.items), places,
                    [&](const std::string& name) { return new_record(fact, name); });
}

NewValue value_of(AnswerKind kind, const Answer& answer) {
  if (answer.number) return NewValue::of_number(*answer.number);
  if (answer.date) return NewValue::of_date(*answer.date);
  return kind == AnswerKind::text ? NewValue::of_text(answer.text) : NewValue::of_id(answer.text);
}

std::vector<Edit> plan_pair(const Node& root, const Fact& fact, const Answer& answer, Assessment assessment) {
  if (answer.is_known()) {
    assessment.ratings.emplace_back(
        fact.item, RequirementRating{answer.number, answer.second, answer.third, answer.text});
    Account facts;
    facts.assessments.push_back(std::move(assessment));
    return plan_facts(root, {}, facts);
  }
  const auto index = find_assessment(root, assessment);
  if (!index) return {};
  return {remove({"assessments", *index, "ratings", fact.item})};
}

}  // namespace

std::vector<Edit> plan_answer(const Node& root, const Fact& fact, AnswerKind kind, const Answer& answer,
                              const Assessment& assessment) {
  if (fact.topic == Topic::requirement) return plan_pair(root, fact, answer, assessment);
  const auto path = find_path(root, fact);
  if (!path) return {};
  const Node* there = find_node(root, *path);
  if (kind == AnswerKind::names) return plan_names(*path, there, fact, answer);
  if (kind == AnswerKind::list) return plan_list(*path, there, answer);
  if (!answer.is_known()) return {remove(*path)};
  if (kind == AnswerKind::rating) return plan_rating(*path, there, answer);
  return {set(*path, value_of(kind, answer))};
}

}  // namespace kam
