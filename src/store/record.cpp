#include "kam/store/record.hpp"

#include <fmt/format.h>

#include <map>
#include <string_view>
#include <utility>

#include "kam/model/number.hpp"

namespace kam {

namespace {

using Entries = decltype(NewValue::entries);
using Layout = NewValue::Layout;

void set(std::vector<Edit>& edits, Path path, NewValue value) {
  edits.push_back({Edit::Op::set, std::move(path), std::move(value)});
}

void add_text(Entries& entries, std::string key, const std::string& text) {
  if (!text.empty()) entries.push_back({std::move(key), NewValue::of_text(text)});
}

void add_number(Entries& entries, std::string key, const std::optional<double>& value) {
  if (value) entries.push_back({std::move(key), NewValue::of_number(*value)});
}

std::string_view text_at(const Node& map, std::string_view key) {
  const Node* value = map.find(key);
  return value == nullptr || value->kind != NodeKind::scalar ? std::string_view{}
                                                             : std::string_view(value->value);
}

const Node* find_map(const Node& map, std::string_view key) {
  const Node* value = map.find(key);
  return value == nullptr || value->kind != NodeKind::map ? nullptr : value;
}

// A map that is made for the value is written as `{…}`.
NewValue in_flow(NewValue value) {
  value.layout = Layout::flow;
  return value;
}

// --- assessments

Entries rating_entries(const RequirementEntry& entry) {
  Entries entries;
  add_number(entries, "importance", entry.importance);
  add_number(entries, "fulfilment", entry.fulfilment);
  add_number(entries, "best_competitor", entry.best_competitor);
  add_text(entries, "note", entry.note);
  return entries;
}

// Each requirement once, with the last that is said of it, and only those of which something is said.
std::vector<RequirementEntry> merged(const std::vector<RequirementEntry>& given) {
  std::vector<RequirementEntry> merged;
  std::map<std::string_view, std::size_t> places;
  for (const auto& entry : given) {
    if (rating_entries(entry).empty()) continue;
    const auto [place, is_new] = places.try_emplace(entry.requirement, merged.size());
    if (is_new) {
      merged.push_back(entry);
      continue;
    }
    auto* const known = &merged[place->second];
    if (entry.importance) known->importance = entry.importance;
    if (entry.fulfilment) known->fulfilment = entry.fulfilment;
    if (entry.best_competitor) known->best_competitor = entry.best_competitor;
    if (!entry.note.empty()) known->note = entry.note;
  }
  return merged;
}

NewValue ratings_value(const std::vector<RequirementEntry>& requirements) {
  Entries ratings;
  for (const auto& entry : requirements)
    ratings.push_back({entry.requirement, NewValue::of_map(rating_entries(entry), Layout::flow)});
  return NewValue::of_map(std::move(ratings), Layout::block);
}

NewValue assessment_value(const Recording& recording, const std::vector<RequirementEntry>& requirements) {
  Entries entries;
  entries.push_back({"date", NewValue::of_date(recording.date)});
  entries.push_back({"perspective", NewValue::of_id(to_id(recording.perspective))});
  add_text(entries, "source", recording.source);
  add_text(entries, "by", recording.by);
  entries.push_back({"ratings", ratings_value(requirements)});
  return NewValue::of_map(std::move(entries), Layout::block);
}

// `path`: of the assessment.
void extend_assessment(std::vector<Edit>& edits, const Path& path, const Recording& recording,
                       const std::vector<RequirementEntry>& requirements) {
  const auto below = [&path](std::initializer_list<std::string> keys) {
    Path longer = path;
    longer.insert(longer.end(), keys.begin(), keys.end());
    return longer;
  };
  if (!recording.by.empty()) set(edits, below({"by"}), NewValue::of_text(recording.by));
  for (const auto& entry : requirements)
    for (auto& [key, value] : rating_entries(entry))
      set(edits, below({"ratings", entry.requirement, key}), in_flow(std::move(value)));
}

void plan_requirements(std::vector<Edit>& edits, const Node& root, const Recording& recording) {
  const auto requirements = merged(recording.requirements);
  if (requirements.empty()) return;
  if (const auto index = find_assessment(root, recording))
    extend_assessment(edits, {"assessments", *index}, recording, requirements);
  else
    edits.push_back({Edit::Op::append, {"assessments"}, assessment_value(recording, requirements)});
}

// --- ratings of criteria

void plan_ratings(std::vector<Edit>& edits, const Node& root, const std::string& section,
                  const std::vector<RatingEntry>& ratings) {
  const Node* there = root.find(section);
  for (const auto& entry : ratings) {
    const bool is_long = there != nullptr && find_map(*there, entry.id) != nullptr;
    Path path{section, entry.id};
    if (is_long) path.emplace_back("rating");
    set(edits, std::move(path), NewValue::of_number(entry.rating));
  }
}

}  // namespace

std::optional<std::size_t> find_assessment(const Node& root, const Recording& recording) {
  const Node* list = root.find("assessments");
  if (list == nullptr || list->kind != NodeKind::list) return std::nullopt;
  for (std::size_t i = list->items.size(); i-- > 0;) {
    const Node& item = list->items[i];
    if (parse_date(text_at(item, "date")) == recording.date &&
        text_at(item, "perspective") == to_id(recording.perspective) &&
        text_at(item, "source") == recording.source)
      return i;
  }
  return std::nullopt;
}

std::vector<Edit> plan_recording(const Node& root, const Recording& recording) {
  std::vector<Edit> edits;
  plan_ratings(edits, root, "attractiveness", recording.attractiveness);
  plan_ratings(edits, root, "partnership", recording.partnership);
  for (const auto& entry : recording.intensity)
    set(edits, {"collaboration", entry.id, "intensity"}, NewValue::of_number(entry.rating));
  plan_requirements(edits, root, recording);
  return edits;
}

}  // namespace kam
