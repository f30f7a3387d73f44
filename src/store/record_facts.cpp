#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <utility>

#include "kam/store/record.hpp"
#include "store/listed.hpp"

namespace kam {

namespace {

using Entries = decltype(NewValue::entries);
using Layout = NewValue::Layout;

void set(std::vector<Edit>& edits, Path path, NewValue value) {
  edits.push_back({Edit::Op::set, std::move(path), std::move(value)});
}

// --- texts and tags, as a list can hold them

void plan_text(std::vector<Edit>& edits, std::string key, const std::string& current,
               const std::string& wanted) {
  if (!wanted.empty() && !is_same_listed(current, wanted))
    set(edits, {std::move(key)}, NewValue::of_text(wanted));
}

// What a list makes of a tag: more than one where it holds `;`.
std::vector<std::string> split_tag(std::string_view tag) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin <= tag.size();) {
    const auto end = std::min(tag.find(';', begin), tag.size());
    if (auto part = as_listed(tag.substr(begin, end - begin)); !part.empty())
      parts.push_back(std::move(part));
    begin = end + 1;
  }
  return parts;
}

NewValue tags_value(const std::vector<std::string>& tags) {
  std::vector<NewValue> items;
  for (const auto& tag : tags) items.push_back(NewValue::of_text(tag));
  return NewValue::of_list(std::move(items), Layout::flow);
}

// Takes out what is not wanted and adds what is new; the others keep their place.
void plan_tags(std::vector<Edit>& edits, const std::vector<std::string>& current,
               const std::vector<std::string>& wanted) {
  if (wanted.empty()) return;
  const auto is_wanted = [&](const std::string& part) {
    return std::ranges::find(wanted, part) != wanted.end();
  };
  std::vector<std::string> kept;
  for (std::size_t i = current.size(); i-- > 0;) {
    if (is_wanted(current[i])) {  // as kam's own table has it
      kept.push_back(current[i]);
      continue;
    }
    const auto parts = split_tag(current[i]);
    if (std::ranges::all_of(parts, is_wanted))
      kept.insert(kept.end(), parts.begin(), parts.end());
    else
      edits.push_back({Edit::Op::remove, {"tags", i}, {}});
  }
  if (current.empty()) {
    set(edits, {"tags"}, tags_value(wanted));
    return;
  }
  for (const auto& tag : wanted)
    if (std::ranges::find(kept, tag) == kept.end())
      edits.push_back({Edit::Op::append, {"tags"}, NewValue::of_text(tag)});
}

// --- figures

using FigureMember = std::pair<std::string_view, std::optional<double> FigureYear::*>;
constexpr std::array<FigureMember, 5> kFigures{
    FigureMember{"revenue", &FigureYear::revenue},
    FigureMember{"contribution_margin", &FigureYear::contribution_margin},
    FigureMember{"profit", &FigureYear::profit},
    FigureMember{"purchasing_volume", &FigureYear::purchasing_volume},
    FigureMember{"revenue_plan", &FigureYear::revenue_plan}};

// What `wanted` says and `current` does not.
Entries new_figures(const FigureYear& current, const FigureYear& wanted) {
  Entries entries;
  for (const auto& [key, member] : kFigures)
    if (wanted.*member && wanted.*member != current.*member)
      entries.push_back({std::string(key), NewValue::of_number(*(wanted.*member))});
  return entries;
}

void plan_figures(std::vector<Edit>& edits, const std::map<int, FigureYear>& current,
                  const std::map<int, FigureYear>& wanted) {
  for (const auto& [year, figures] : wanted) {
    const auto known = current.find(year);
    auto entries = new_figures(known == current.end() ? FigureYear{} : known->second, figures);
    const auto key = std::to_string(year);
    if (known == current.end() && !entries.empty()) {
      set(edits, {"figures", key}, NewValue::of_map(std::move(entries), Layout::flow));
      continue;
    }
    for (auto& [figure, value] : entries) {
      value.layout = Layout::flow;
      set(edits, {"figures", key, figure}, std::move(value));
    }
  }
}

// --- ratings

// Those that `current` does not say.
template <class T>
std::vector<RatingEntry> new_ratings(const ById<T>& current, std::optional<double> T::*member,
                                     const std::vector<RatingEntry>& wanted) {
  std::vector<RatingEntry> ratings;
  for (const auto& entry : wanted) {
    const T* known = find_by_id(current, entry.id);
    if (known == nullptr || known->*member != entry.rating) ratings.push_back(entry);
  }
  return ratings;
}

Recording changed_ratings(const Account& current, const NewAccount& facts) {
  Recording recording;
  recording.attractiveness = new_ratings(current.attractiveness, &Rating::rating, facts.attractiveness);
  recording.partnership = new_ratings(current.partnership, &Rating::rating, facts.partnership);
  recording.intensity = new_ratings(current.collaboration, &CollaborationArea::intensity, facts.intensity);
  return recording;
}

// --- a new file

std::string figures_text(const std::map<int, FigureYear>& all) {
  std::string years;
  for (const auto& [year, figures] : all) {
    std::vector<std::string> entries;
    for (const auto& [key, value] : new_figures({}, figures))
      entries.push_back(fmt::format("{}: {}", key, value.text));
    if (!entries.empty()) years += fmt::format("  {}: {{{}}}\n", year, fmt::join(entries, ", "));
  }
  return years.empty() ? years : fmt::format("figures:\n{}", years);
}

std::string ratings_text(std::string_view section, const std::vector<RatingEntry>& ratings) {
  std::string text = ratings.empty() ? std::string{} : fmt::format("{}:\n", section);
  for (const auto& [id, rating] : ratings)
    text += section == "collaboration"
                ? fmt::format("  {}:\n    intensity: {}\n", id, NewValue::of_number(rating).text)
                : fmt::format("  {}: {}\n", id, NewValue::of_number(rating).text);
  return text;
}

std::string tags_text(const std::vector<std::string>& tags) {
  std::vector<std::string> items;
  for (const auto& tag : tags) items.push_back(format_scalar(tag, ScalarContext::flow));
  return tags.empty() ? std::string{} : fmt::format("tags: [{}]\n", fmt::join(items, ", "));
}

}  // namespace

std::vector<Edit> plan_update(const Node& root, const Account& current, const NewAccount& facts) {
  std::vector<Edit> edits;
  plan_text(edits, "name", current.name, facts.name);
  if (facts.status && facts.status != current.status)
    set(edits, {"status"}, NewValue::of_id(to_id(*facts.status)));
  plan_text(edits, "industry", current.industry, facts.industry);
  plan_text(edits, "manager", current.manager, facts.manager);
  if (facts.customer_since && facts.customer_since != current.customer_since)
    set(edits, {"customer_since"}, NewValue::of_number(*facts.customer_since));
  plan_text(edits, "external_id", current.external_id, facts.external_id);
  plan_tags(edits, current.tags, facts.tags);
  plan_figures(edits, current.figures, facts.figures);
  for (auto& edit : plan_recording(root, changed_ratings(current, facts))) edits.push_back(std::move(edit));
  return edits;
}

std::string new_account_file(const NewAccount& facts, const std::string& sections) {
  std::string file = fmt::format("kam: 1\nname: {}\n", format_scalar(facts.name, ScalarContext::block));
  const auto add = [&file](std::string_view key, const std::string& text) {
    if (!text.empty()) file += fmt::format("{}: {}\n", key, format_scalar(text, ScalarContext::block));
  };
  if (facts.status) file += fmt::format("status: {}\n", to_id(*facts.status));
  add("industry", facts.industry);
  add("manager", facts.manager);
  if (facts.customer_since) file += fmt::format("customer_since: {}\n", *facts.customer_since);
  add("external_id", facts.external_id);
  file += tags_text(facts.tags) + figures_text(facts.figures);
  file += ratings_text("attractiveness", facts.attractiveness);
  file += ratings_text("partnership", facts.partnership);
  file += ratings_text("collaboration", facts.intensity);
  return file + sections;
}

}  // namespace kam
