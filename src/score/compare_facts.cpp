#include <algorithm>
#include <array>

#include "score/items.hpp"

namespace kam {

namespace {

// What figures rate stands behind the account's own ratings, or with the one of that criterion.
void list_measured(FactItems& items, const std::string& section, const WeightedScore& scores) {
  for (const auto& criterion : scores.criteria) {
    if (criterion.source != RatingSource::measured) continue;
    const auto is_it = [&](const FactItem& item) {
      return item.section == section && item.item == criterion.id;
    };
    const auto found = std::ranges::find_if(items, is_it);
    (found == items.end() ? add_item(items, section, criterion.id) : *found)
        .put("measured", criterion.rating);
  }
}

// What holds on the day, whatever assessment gave it.
void list_effective(FactItems& items, const std::string& section, const PerspectiveScore& scores) {
  for (const auto& requirement : scores.requirements) {
    auto& item = add_item(items, section, requirement.id)
                     .put("importance", requirement.importance)
                     .put("fulfilment", requirement.fulfilment)
                     .put("best_competitor", requirement.best_competitor)
                     .put("note", requirement.note);
    if (item.facts.empty()) items.pop_back();
  }
}

// Ratings that come of figures or assessments are told only where these changed: else kam.yaml did.
struct Sources {
  bool figures = false;
  bool assessments = false;
};

// The people are told behind what they say.
constexpr std::array<std::string_view, 3> kPeople{"team", "contacts", "customer_view"};

FactItems list_facts(const ScoredAccount& of, const Sources& differ) {
  const auto& [account, scores] = of;
  FactItems items;
  list_values(items, account_format(), &account);
  for (const auto& field : account_format().fields) {
    if (std::ranges::find(kPeople, field.key) != kPeople.end()) continue;
    if (field.key == "requirements" && differ.assessments) {
      list_effective(items, "customer", scores.fulfilment.customer);
      list_effective(items, "own", scores.fulfilment.own);
    }
    list_section(items, field, &account);
    if (field.key == "attractiveness" && differ.figures)
      list_measured(items, "attractiveness", scores.attractiveness);
    if (field.key == "partnership" && differ.figures) list_measured(items, "partnership", scores.partnership);
    if (field.key == "assessments")
      for (const auto person : kPeople) list_section(items, *find_field(account_format(), person), &account);
  }
  return items;
}

}  // namespace

std::vector<ItemChange> compare_facts(const ScoredAccount& before, const ScoredAccount& after) {
  const auto& old = before.account;
  const auto& now = after.account;
  const Sources differ{old.figures != now.figures,
                       old.assessments != now.assessments || old.requirements != now.requirements};
  return compare_items(list_facts(before, differ), list_facts(after, differ));
}

}  // namespace kam
