#include <algorithm>

#include "score/items.hpp"

namespace kam {

namespace {

void list_own(FactItems& items, const Account& account) {
  const std::optional<double> since = account.customer_since;
  add_item(items, "")
      .put("name", account.name)
      .put_id("status", account.status)
      .put("industry", account.industry)
      .put("manager", account.manager)
      .put("customer_since", since)
      .put("external_id", account.external_id)
      .put("tags", account.tags)
      .put("unique_services", account.unique_services)
      .put("notes", account.notes);
}

void list_figures(FactItems& items, const Account& account) {
  for (const auto& [year, figures] : account.figures)
    add_item(items, "figures", std::to_string(year))
        .put("revenue", figures.revenue)
        .put("contribution_margin", figures.contribution_margin)
        .put("profit", figures.profit)
        .put("purchasing_volume", figures.purchasing_volume)
        .put("revenue_plan", figures.revenue_plan);
}

FactItem& own_rating(FactItem& item, const ById<Rating>& ratings) {
  if (const auto* rating = find_by_id(ratings, item.item); rating != nullptr)
    item.put("rating", rating->rating).put("reason", rating->reason);
  return item;
}

// The account's ratings in the file's order, then what its figures rate.
void list_ratings(FactItems& items, const std::string& section, const ById<Rating>& ratings,
                  const WeightedScore& scores, bool figures_differ) {
  for (const auto& [id, rating] : ratings) {
    auto& item = own_rating(add_item(items, section, id), ratings);
    if (item.facts.empty()) items.pop_back();
  }
  if (!figures_differ) return;
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

void list_collaboration(FactItems& items, const Account& account) {
  for (const auto& [id, area] : account.collaboration)
    add_item(items, "collaboration", id)
        .put("intensity", area.intensity)
        .put("activities", area.activities)
        .put("people", area.people);
}

void list_people(FactItems& items, const Account& account) {
  for (const auto& member : account.team)
    add_item(items, "team", member.name)
        .put("role", member.role)
        .put("unit", member.unit)
        .put("tasks", member.tasks)
        .put("authority", member.authority);
  for (const auto& contact : account.contacts)
    add_item(items, "contacts", contact.name)
        .put("title", contact.title)
        .put_id("role", contact.role)
        .put("influence", contact.influence)
        .put_id("attitude", contact.attitude)
        .put("owner", contact.owner);
  add_item(items, "customer_view")
      .put("goals", account.customer_view.goals)
      .put("important_services", account.customer_view.important_services)
      .put("market_strengths", account.customer_view.market_strengths)
      .put("our_contribution", account.customer_view.our_contribution);
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

void list_assessments(FactItems& items, const Account& account) {
  for (const auto& requirement : account.requirements)
    add_item(items, "requirements", requirement.id)
        .put("label", requirement.label.any)
        .put("label.de", requirement.label.de)
        .put("label.en", requirement.label.en);
  for (const auto& assessment : account.assessments) {
    auto& item = add_item(items, "assessments",
                          format_iso_date(assessment.date) + " " + std::string(to_id(assessment.perspective)))
                     .put("source", assessment.source)
                     .put("by", assessment.by);
    for (const auto& [id, rating] : assessment.ratings)
      item.put(id + ".importance", rating.importance)
          .put(id + ".fulfilment", rating.fulfilment)
          .put(id + ".best_competitor", rating.best_competitor)
          .put(id + ".note", rating.note);
  }
}

void list_growth(FactItems& items, const Account& account) {
  for (const auto& [id, offering] : account.offerings)
    add_item(items, "offerings", id)
        .put("current", offering.current)
        .put("potential", offering.potential)
        .put("competitor", offering.competitor);
  for (const auto& potential : account.potentials)
    add_item(items, "potentials", potential.title)
        .put_id("status", std::optional(potential.status))
        .put("kind", potential.kind)
        .put("value", potential.value)
        .put("probability", potential.probability)
        .put("owner", potential.owner)
        .put("due", potential.due);
  for (const auto& objective : account.objectives) {
    const std::optional<double> year = objective.year;
    add_item(items, "objectives", objective.title)
        .put_id("measure", objective.measure)
        .put("target", objective.target)
        .put("year", year);
  }
}

void list_plan(FactItems& items, const Account& account) {
  for (const auto& action : account.actions)
    add_item(items, "actions", action.title)
        .put_id("status", std::optional(action.status))
        .put("requirement", action.requirement)
        .put("owner", action.owner)
        .put("due", action.due);
  add_item(items, "swot")
      .put("strengths", account.swot.strengths)
      .put("weaknesses", account.swot.weaknesses)
      .put("opportunities", account.swot.opportunities)
      .put("threats", account.swot.threats);
}

// Ratings that come of figures or assessments are told only where these changed: else kam.yaml did.
struct Sources {
  bool figures = false;
  bool assessments = false;
};

FactItems list_facts(const ScoredAccount& of, const Sources& differ) {
  const auto& [account, scores] = of;
  FactItems items;
  list_own(items, account);
  list_figures(items, account);
  list_ratings(items, "attractiveness", account.attractiveness, scores.attractiveness, differ.figures);
  list_ratings(items, "partnership", account.partnership, scores.partnership, differ.figures);
  list_collaboration(items, account);
  if (differ.assessments) {
    list_effective(items, "customer", scores.fulfilment.customer);
    list_effective(items, "own", scores.fulfilment.own);
  }
  list_assessments(items, account);
  list_people(items, account);
  list_growth(items, account);
  list_plan(items, account);
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
