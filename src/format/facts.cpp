#include "kam/format/facts.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "kam/format/format.hpp"
#include "kam/model/error.hpp"

namespace kam {

namespace {

// A text as a cell of a list can hold it: on one line, blanks at the ends dropped, others made one.
std::string as_listed(std::string_view text) {
  std::string listed;
  for (const char c : text) {
    const bool is_blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!is_blank)
      listed += c;
    else if (!listed.ends_with(' '))
      listed += ' ';
  }
  std::string_view rest = listed;
  for (const std::string_view blank : {" ", "\u00A0", " ", "\u00A0"}) {
    while (rest.starts_with(blank)) rest.remove_prefix(blank.size());
    while (rest.ends_with(blank)) rest.remove_suffix(blank.size());
  }
  return std::string(rest);
}

// Whether a list says the same: two texts that differ only by blanks which a cell cannot hold.
bool is_same_listed(std::string_view a, std::string_view b) {
  return as_listed(a) == as_listed(b);
}

using Entries = decltype(NewValue::entries);
using Layout = NewValue::Layout;

// --- values

NewValue list_value(const std::vector<std::string>& texts) {
  std::vector<NewValue> items;
  for (const auto& text : texts) items.push_back(NewValue::of_text(text));
  return NewValue::of_list(std::move(items), Layout::flow);
}

NewValue list_value(const std::vector<double>& numbers) {
  std::vector<NewValue> items;
  for (const double number : numbers) items.push_back(NewValue::of_number(number));
  return NewValue::of_list(std::move(items), Layout::flow);
}

NewValue new_value(const Field& field, const Value& value) {
  if (const auto* place = std::get_if<std::size_t>(&value))
    return NewValue::of_id(field.shape.choices[*place]);
  if (const auto* number = std::get_if<double>(&value)) return NewValue::of_number(*number);
  if (const auto* date = std::get_if<Date>(&value)) return NewValue::of_date(*date);
  if (const auto* texts = std::get_if<std::vector<std::string>>(&value)) return list_value(*texts);
  if (const auto* numbers = std::get_if<std::vector<double>>(&value)) return list_value(*numbers);
  const auto& text = std::get<std::string>(value);
  return field.shape.kind == ShapeKind::text ? NewValue::of_text(text) : NewValue::of_id(text);
}

bool is_same(const std::optional<Value>& known, const Value& wanted) {
  if (!known) return false;
  const auto* text = std::get_if<std::string>(&wanted);
  return text == nullptr ? *known == wanted : is_same_listed(std::get<std::string>(*known), *text);
}

// What `wanted` says of a record and `known` does not, which is null where there is none; in the file's
// order.
Entries new_entries(const Record& record, const void* known, const void* wanted) {
  Entries entries;
  for (const auto& field : record.fields) {
    const auto value = field.get == nullptr ? std::nullopt : field.get(wanted);
    if (value && (known == nullptr || !is_same(field.get(known), *value)))
      entries.push_back({std::string(field.key), new_value(field, *value)});
  }
  return entries;
}

// Maps of numbers are written as `{…}`, those with lists in them are not.
Layout layout_of(const Record& record) {
  const auto is_list = [](const Field& field) { return field.shape.kind == ShapeKind::texts; };
  return std::ranges::any_of(record.fields, is_list) ? Layout::block : Layout::flow;
}

// --- lists of texts, as a list's cell can hold them

// What a cell makes of a text: more than one where it holds `;`.
std::vector<std::string> split_text(std::string_view text) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const auto end = std::min(text.find(';', begin), text.size());
    if (auto part = as_listed(text.substr(begin, end - begin)); !part.empty())
      parts.push_back(std::move(part));
    begin = end + 1;
  }
  return parts;
}

// Takes out what is not wanted and adds what is new; the others keep their place.
void plan_texts(std::vector<Edit>& edits, const Path& path, const std::vector<std::string>& current,
                const std::vector<std::string>& wanted) {
  const auto is_wanted = [&](const std::string& part) {
    return std::ranges::find(wanted, part) != wanted.end();
  };
  std::vector<std::string> kept;
  for (std::size_t i = current.size(); i-- > 0;) {
    if (is_wanted(current[i])) {  // as kam's own table has it
      kept.push_back(current[i]);
      continue;
    }
    const auto parts = split_text(current[i]);
    if (std::ranges::all_of(parts, is_wanted)) {
      kept.insert(kept.end(), parts.begin(), parts.end());
      continue;
    }
    auto place = path;
    place.emplace_back(i);
    edits.push_back({Edit::Op::remove, std::move(place), {}});
  }
  for (const auto& text : wanted)
    if (std::ranges::find(kept, text) == kept.end())
      edits.push_back({Edit::Op::append, path, NewValue::of_text(text)});
}

// --- the table's walk

Path below(Path path, std::string_view key) {
  path.emplace_back(std::string(key));
  return path;
}

const Node* find_below(const Node* map, std::string_view key) {
  return map == nullptr ? nullptr : map->find(key);
}

std::string_view text_at(const Node& map, std::string_view key) {
  const Node* value = map.find(key);
  return value == nullptr || value->kind != NodeKind::scalar ? std::string_view{}
                                                             : std::string_view(value->value);
}

// Where in a file a record stands, and what it says.
struct There {
  Path path;
  const Node* node = nullptr;     // null: it is not there
  const void* current = nullptr;  // likewise
};

class FactPlanner {
 public:
  void plan(const Record& record, const There& there, const void* facts) {
    for (const auto& field : record.fields) {
      if (field.shape.kind == ShapeKind::records) continue;
      if (field.shape.record != nullptr)
        plan_elements(field, there, facts);
      else if (const auto value = field.get == nullptr ? std::nullopt : field.get(facts))
        plan_value(field, *value, there, Layout::block);
    }
  }

  // Ratings of requirements in one assessment; `root`: of the file.
  void plan_assessment(const Record& record, const Node& root, const Assessment& assessment) {
    const auto& ratings = *find_field(record, "ratings");
    Entries rated;
    for (const auto& [name, facts] : ratings.list(&assessment))
      if (auto entries = new_entries(*ratings.shape.record, nullptr, facts); !entries.empty())
        rated.push_back({name, NewValue::of_map(std::move(entries), Layout::flow)});
    if (rated.empty()) return;
    const auto index = find_assessment(root, assessment);
    if (!index) {
      auto entries = new_entries(record, nullptr, &assessment);
      entries.push_back({"ratings", NewValue::of_map(std::move(rated), Layout::block)});
      edits_.push_back(
          {Edit::Op::append, {"assessments"}, NewValue::of_map(std::move(entries), Layout::block)});
      return;
    }
    const Path path{"assessments", *index};
    if (!assessment.by.empty()) set(below(path, "by"), NewValue::of_text(assessment.by), Layout::block);
    for (auto& [id, rating] : rated)
      for (auto& [key, value] : rating.entries)
        set(below(below(below(path, "ratings"), id), key), std::move(value), Layout::flow);
  }

  std::vector<Edit> take_edits() { return std::move(edits_); }

 private:
  // `layout`: of a map that is made around it.
  void set(Path path, NewValue value, Layout layout) {
    if (value.kind != NewValue::Kind::list) value.layout = layout;
    edits_.push_back({Edit::Op::set, std::move(path), std::move(value)});
  }

  void plan_value(const Field& field, const Value& value, const There& there, Layout layout) {
    const auto current = there.current == nullptr ? std::nullopt : field.get(there.current);
    if (is_same(current, value)) return;
    auto path = below(there.path, field.key);
    const auto* wanted = std::get_if<std::vector<std::string>>(&value);
    if (current && wanted != nullptr)
      plan_texts(edits_, path, std::get<std::vector<std::string>>(*current), *wanted);
    else
      set(std::move(path), new_value(field, value), layout);
  }

  void plan_elements(const Field& field, const There& there, const void* facts) {
    std::map<std::string, const void*, std::less<>> known;
    if (there.current != nullptr)
      for (const auto& [name, current] : field.list(there.current)) known.emplace(name, current);
    const auto path = below(there.path, field.key);
    const auto* node = find_below(there.node, field.key);
    for (const auto& [name, wanted] : field.list(facts)) {
      const auto found = known.find(name);
      plan_element(*field.shape.record,
                   {name.empty() ? path : below(path, name), name.empty() ? node : find_below(node, name),
                    found == known.end() ? nullptr : found->second},
                   wanted);
    }
  }

  // Where a bare scalar may stand in the map's place, it does unless there is more to say.
  void plan_element(const Record& record, const There& there, const void* facts) {
    const bool is_long = there.node != nullptr && there.node->kind == NodeKind::map;
    if (record.short_form == nullptr || is_long)
      for (const auto& field : record.fields)
        if (const auto value = field.get == nullptr ? std::nullopt : field.get(facts))
          plan_value(field, *value, there, layout_of(record));
    if (record.short_form == nullptr || is_long) return;
    auto entries = new_entries(record, nullptr, facts);
    const auto value = record.short_form->get(facts);
    const auto current = there.current == nullptr ? std::nullopt : record.short_form->get(there.current);
    if (entries.size() > 1)
      set(there.path, NewValue::of_map(std::move(entries), Layout::flow), Layout::flow);
    else if (value && !is_same(current, *value))
      set(there.path, new_value(*record.short_form, *value), Layout::block);
  }

  std::vector<Edit> edits_;
};

}  // namespace

std::optional<std::size_t> find_assessment(const Node& root, const Assessment& assessment) {
  const Node* list = root.find("assessments");
  if (list == nullptr || list->kind != NodeKind::list) return std::nullopt;
  for (std::size_t i = list->items.size(); i-- > 0;) {
    const Node& item = list->items[i];
    if (parse_date(text_at(item, "date")) == assessment.date &&
        text_at(item, "perspective") == to_id(assessment.perspective) &&
        text_at(item, "source") == assessment.source)
      return i;
  }
  return std::nullopt;
}

std::vector<Edit> plan_facts(const Node& root, const Account& current, const Account& facts) {
  FactPlanner planner;
  planner.plan(account_format(), {{}, &root, &current}, &facts);
  const auto& assessments = *find_field(account_format(), "assessments");
  for (const auto& assessment : facts.assessments)
    planner.plan_assessment(*assessments.shape.record, root, assessment);
  return planner.take_edits();
}

std::string new_account_file(const Account& facts, const std::string& sections) {
  constexpr std::string_view kBegin = "kam: 1\n";
  const auto root = parse_tree(kBegin, {}).root.value();
  const auto made = apply_edits(kBegin, plan_facts(root, {}, facts),
                                [](const Path&) { return std::vector<std::string>{}; });
  if (!made.refusal.empty()) throw Error(made.refusal, made.hint);
  return made.text + sections;
}

std::vector<Edit> plan_contact_facts(const Account& current, const std::vector<ContactFacts>& facts) {
  const auto& record = *find_field(account_format(), "contacts")->shape.record;
  std::vector<Edit> edits;
  for (const auto& [index, contact] : facts) {
    if (!index) {
      edits.push_back({Edit::Op::append,
                       {"contacts"},
                       NewValue::of_map(new_entries(record, nullptr, &contact), Layout::block)});
      continue;
    }
    Contact said = contact;
    said.name.clear();  // by it the contact was found
    for (auto& [key, value] : new_entries(record, &current.contacts.at(*index), &said))
      edits.push_back({Edit::Op::set, {"contacts", *index, key}, std::move(value)});
  }
  return edits;
}

}  // namespace kam
