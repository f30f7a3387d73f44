#include <algorithm>

#include "kam/model/number.hpp"
#include "kam/text/format.hpp"
#include "kam/text/messages.hpp"
#include "report/account/assess_parts.hpp"
#include "report/account/plan.hpp"
#include "report/cells.hpp"
#include "report/measures.hpp"

namespace kam {

namespace {

void append(std::string& remark, std::string_view part) {
  if (!remark.empty()) remark += " · ";
  remark += part;
}

std::string coverage_remark(const WeightedPart& part, Language language) {
  if (part.vocabulary == Vocabulary::collaboration) {
    const auto known =
        std::ranges::count_if(part.score.criteria, [](const auto& area) { return area.rating.has_value(); });
    return say(Msg::areas_known, language,
               {std::to_string(known), std::to_string(part.score.criteria.size())});
  }
  if (!part.score.coverage || reaches(*part.score.coverage, 100)) return {};
  return say(Msg::known_to, language, {percent_text(*part.score.coverage, language)});
}

std::string fulfilment_remark(const AccountView& of) {
  const auto language = of.view.language;
  const auto& fulfilment = of.scores.fulfilment;
  std::string remark;
  if (fulfilment.perspective) append(remark, label_of(*fulfilment.perspective, language));
  append(remark,
         say(Msg::requirements_known, language,
             {std::to_string(fulfilment.headline().rated), std::to_string(fulfilment.headline().total)}));
  if (of.scores.stale) append(remark, say(Msg::out_of_date, language));
  if (const auto trend = fulfilment_trend(of.scores))
    append(remark, say(Msg::trend_since, language,
                       {format_date(trend->since, language), signed_points(trend->change, language)}));
  if (fulfilment.perspective == Perspective::customer && fulfilment.own.score)
    append(remark, say(Msg::own_view_score, language, {score_text(*fulfilment.own.score, language)}));
  return remark;
}

Table areas_table(const AccountView& of, const WeightedPart& part) {
  const auto& view = of.view;
  Table table;
  table.caption = field_label(view, part.field);
  table.columns = {text_column("area", field_label(view, "area")),
                   number_column("intensity", rating_title(view, "intensity")),
                   number_column("weight", field_label(view, "weight"), 2),
                   number_column("points", field_label(view, "points")),
                   text_column("activities", field_label(view, "activities"), 1)};
  for (std::size_t i = 0; i < part.catalogue.size(); ++i) {
    const auto& area = part.score.criteria[i];
    const auto* given = find_by_id(of.account.collaboration, area.id);
    table.rows.push_back(
        {Text{entry_label(part.vocabulary, area.id, part.catalogue[i].label, view.language), {}},
         rating_cell(area.rating), Number{area.weight, 2}, points_cell(area.points),
         list_cell(given != nullptr ? given->activities : std::vector<std::string>{})});
  }
  return table;
}

// The actions that are to close a requirement: their titles, or that there is none.
Cell action_cell(const AccountView& of, const RequirementScore& requirement) {
  std::string titles;
  for (const auto& action : of.account.actions) {
    if (action.requirement != requirement.id || action.status != ActionStatus::open) continue;
    titles += titles.empty() ? "" : "; ";
    titles += action.title;
    if (action.due) titles += ", " + format_date(*action.due, of.view.language);
  }
  if (!titles.empty()) return Text{"→ " + titles, {}};
  const bool needed = requirement.quadrant == ImportanceQuadrant::concentrate_here;
  return text_cell(needed ? "→ " + say(Msg::no_action, of.view.language) : std::string{});
}

std::optional<double> own_fulfilment(const AccountView& of, const std::string& id) {
  if (of.scores.fulfilment.perspective != Perspective::customer) return std::nullopt;
  const auto& own = of.scores.fulfilment.own.requirements;
  const auto found = own.find(id);
  return found == own.end() ? std::nullopt : found->fulfilment;
}

Table requirements_table(const AccountView& of) {
  const auto& view = of.view;
  Table table;
  table.caption = field_label(view, "requirements");
  table.columns = {text_column("requirement", field_label(view, "requirement")),
                   number_column("importance", field_label(view, "importance")),
                   number_column("fulfilment", say(Msg::fulfilment_rating, view.language)),
                   number_column("own", say(Msg::own_fulfilment, view.language), 3),
                   number_column("best_competitor", field_label(view, "best_competitor"), 4),
                   number_column("lost_points", field_label(view, "lost_points")),
                   text_column("quadrant", say(Msg::assessment_position, view.language), 2),
                   text_column("action", field_label(view, "action"), 1)};
  for (const auto& requirement : of.scores.fulfilment.headline().requirements) {
    if (!requirement.importance && !requirement.fulfilment) continue;
    table.rows.push_back({Text{requirement_label(view, of.account, requirement.id), {}},
                          rating_cell(requirement.importance), rating_cell(requirement.fulfilment),
                          rating_cell(own_fulfilment(of, requirement.id)),
                          rating_cell(requirement.best_competitor), points_cell(requirement.lost_points),
                          term_cell(requirement.quadrant, view.language), action_cell(of, requirement)});
  }
  return table;
}

// Most lost points first, what cannot be computed last; else the catalogue's order.
void sort_by_lost_points(Table& table) {
  constexpr std::size_t kLostPoints = 5;
  const auto lost = [](const std::vector<Cell>& row) {
    const auto* points = std::get_if<Points>(&row[kLostPoints]);
    return points == nullptr ? -1.0 : points->value;
  };
  std::ranges::stable_sort(table.rows, [&](const auto& a, const auto& b) { return lost(a) > lost(b); });
}

}  // namespace

std::string signed_points(double change, Language language) {
  const auto text = points_text(change, language);
  return text.starts_with('-') || text == "0" ? text : "+" + text;
}

std::vector<WeightedPart> weighted_parts(const AccountView& of) {
  const auto& settings = of.view.settings;
  return {{"attractiveness", Vocabulary::attractiveness, of.scores.attractiveness, settings.attractiveness},
          {"partnership", Vocabulary::partnership, of.scores.partnership, settings.partnership},
          {"collaboration", Vocabulary::collaboration, of.scores.collaboration, settings.collaboration}};
}

Table scores_table(const AccountView& of) {
  const auto language = of.view.language;
  const auto& thresholds = of.view.settings.thresholds;
  Table table;
  table.head = Table::Head::hidden;
  table.columns = {text_column("field", {}), number_column("score", {}), text_column("remark", {})};
  const auto add = [&](std::string_view field, Cell score, std::string remark) {
    table.rows.push_back(
        {Text{field_label(of.view, field), {}}, std::move(score), Text{std::move(remark), {}}});
  };
  for (const auto& part : weighted_parts(of))
    add(part.field, weighted_cell(part.score, thresholds), coverage_remark(part, language));
  add("fulfilment", fulfilment_cell(of.scores, thresholds), fulfilment_remark(of));
  const auto& questions = of.scores.completeness;
  add("completeness", Score{questions.score, Band::none, true, {}},
      say(Msg::questions_answered, language,
          {std::to_string(questions.answered), std::to_string(questions.total)}));
  return table;
}

void add_criteria(Document& document, const AccountView& of, const WeightedPart& part) {
  document.blocks.emplace_back(Heading{2, field_label(of.view, part.field)});
  const bool known =
      std::ranges::any_of(part.score.criteria, [](const auto& entry) { return entry.rating.has_value(); });
  if (!known) {
    document.blocks.emplace_back(plain_paragraph(say(Msg::nothing_rated, of.view.language), Tone::muted));
  } else if (part.vocabulary == Vocabulary::collaboration) {
    document.blocks.emplace_back(areas_table(of, part));
  } else {
    document.blocks.emplace_back(criteria_table(of, part.score, part.catalogue, part.vocabulary));
  }
}

void add_requirements(Document& document, const AccountView& of) {
  const auto& view = of.view;
  document.blocks.emplace_back(Heading{2, field_label(view, "requirements")});
  auto table = requirements_table(of);
  std::string unrated;
  for (const auto& requirement : of.scores.fulfilment.headline().requirements)
    if (!requirement.importance && !requirement.fulfilment)
      unrated += (unrated.empty() ? "" : ", ") + requirement_label(view, of.account, requirement.id);
  sort_by_lost_points(table);
  drop_unknown_columns(table);
  if (!table.rows.empty()) document.blocks.emplace_back(std::move(table));
  if (!unrated.empty())
    document.blocks.emplace_back(
        plain_paragraph(say(Msg::not_yet_rated, view.language, {unrated}), Tone::muted));
}

}  // namespace kam
