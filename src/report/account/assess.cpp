#include "kam/report/assess.hpp"

#include <algorithm>

#include "kam/model/number.hpp"
#include "kam/text/format.hpp"
#include "kam/text/messages/assess.hpp"
#include "kam/text/messages/inventory.hpp"
#include "kam/text/messages/people.hpp"
#include "report/account/assess_parts.hpp"
#include "report/account/gains.hpp"
#include "report/account/plan.hpp"
#include "report/account/stakeholders.hpp"
#include "report/cells.hpp"
#include "report/measures.hpp"
#include "report/pictures.hpp"

namespace kam {

namespace {

void append_part(std::string& line, std::string_view part) {
  if (part.empty()) return;
  if (!line.empty()) line += " · ";
  line += part;
}

std::string classification(const AccountView& of) {
  const auto language = of.view.language;
  std::string line;
  append_part(line, label_of(of.scores.qualification, language));
  if (of.scores.abc) append_part(line, to_id(*of.scores.abc));
  if (of.scores.quadrant) append_part(line, label_of(*of.scores.quadrant, language));
  return line;
}

std::string profile(const AccountView& of) {
  const auto language = of.view.language;
  std::string line;
  append_part(line, of.account.industry);
  append_part(line, of.account.manager);
  if (of.account.customer_since)
    append_part(line, say(msg::customer_since, language, {std::to_string(*of.account.customer_since)}));
  append_part(line, say(msg::as_of_day, language, {format_date(of.view.as_of, language)}));
  return line;
}

void add_bullets(Document& document, std::string heading, const std::vector<std::string>& texts) {
  if (texts.empty()) return;
  document.blocks.emplace_back(Heading{2, std::move(heading)});
  document.blocks.emplace_back(bullet_list(texts));
}

void add_coverage(Document& document, const AccountView& of) {
  Blocks blocks = coverage_blocks(of);
  if (blocks.empty()) return;  // that nobody is named is among the open questions
  if (std::string sentence = no_decision_maker_sentence(of); !sentence.empty())
    blocks.emplace_back(plain_paragraph(std::move(sentence)));
  add_section(document, say(msg::coverage_heading, of.view.language), std::move(blocks));
}

void add_findings(Document& document, const AccountView& of) {
  std::vector<std::string> sentences;
  for (const auto& finding : of.scores.findings)
    sentences.push_back(finding_sentence(finding, of.view, of.account));
  add_bullets(document, say(msg::findings, of.view.language), sentences);
}

void add_open_questions(Document& document, const AccountView& of) {
  const auto& questions = of.scores.completeness;
  std::vector<std::string> texts;
  for (const auto& id : questions.open) texts.push_back(question(of.view, id));
  add_bullets(document,
              say(msg::open_questions, of.view.language,
                  {std::to_string(questions.open.size()), std::to_string(questions.total)}),
              texts);
}

// Whether `kam assess -i --open` has something to ask: it asks for no contacts of the customer.
bool has_open_questions(const AccountScores& scores) {
  return std::ranges::any_of(scores.completeness.open,
                             [](const std::string& id) { return id != "stakeholders_named"; }) ||
         std::ranges::any_of(scores.fulfilment.headline().requirements,
                             [](const RequirementScore& requirement) { return !requirement.lost_points; });
}

// While questions are open, the dialogue through them; then the plan.
Paragraph next_step(const AccountView& of) {
  const auto& id = of.scores.id;
  const auto command = has_open_questions(of.scores) ? "kam assess " + id + " -i --open" : "kam report " + id;
  return {
      {{Span::Kind::plain, say(msg::next_step, of.view.language) + " ", {}}, {Span::Kind::code, command, {}}},
      Tone::next_step};
}

void append(std::string& remark, std::string_view part) {
  if (!remark.empty()) remark += " · ";
  remark += part;
}

std::string coverage_remark(const WeightedPart& part, Language language) {
  if (part.vocabulary == Vocabulary::collaboration) {
    const auto known =
        std::ranges::count_if(part.score.criteria, [](const auto& area) { return area.rating.has_value(); });
    return say(msg::areas_known, language,
               {std::to_string(known), std::to_string(part.score.criteria.size())});
  }
  if (!part.score.coverage || reaches(*part.score.coverage, 100)) return {};
  return say(msg::known_to, language, {percent_text(*part.score.coverage, language)});
}

std::string fulfilment_remark(const AccountView& of) {
  const auto language = of.view.language;
  const auto& fulfilment = of.scores.fulfilment;
  std::string remark;
  if (fulfilment.perspective) append(remark, label_of(*fulfilment.perspective, language));
  append(remark,
         say(msg::requirements_known, language,
             {std::to_string(fulfilment.headline().rated), std::to_string(fulfilment.headline().total)}));
  if (of.scores.stale) append(remark, say(msg::out_of_date, language));
  if (const auto trend = fulfilment_trend(of.scores))
    append(remark, say(msg::trend_since, language,
                       {format_date(trend->since, language), signed_points(trend->change, language)}));
  if (fulfilment.perspective == Perspective::customer && fulfilment.own.score)
    append(remark, say(msg::own_view_score, language, {score_text(*fulfilment.own.score, language)}));
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
  return text_cell(needed ? "→ " + say(msg::no_action, of.view.language) : std::string{});
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
                   number_column("fulfilment", say(msg::fulfilment_rating, view.language)),
                   number_column("own", say(msg::own_fulfilment, view.language), 3),
                   number_column("best_competitor", field_label(view, "best_competitor"), 4),
                   number_column("lost_points", field_label(view, "lost_points")),
                   text_column("quadrant", say(msg::assessment_position, view.language), 2),
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

std::optional<Trend> fulfilment_trend(const AccountScores& scores) {
  std::vector<FulfilmentPoint> points;
  for (const auto& point : scores.history)
    if (point.perspective == scores.fulfilment.perspective) points.push_back(point);
  if (points.size() < 2) return std::nullopt;
  const auto& before = points[points.size() - 2];
  return Trend{before.date, points.back().score - before.score};
}

Document build_assessment(const View& view, std::size_t account, Explain explain, Matrix matrix) {
  const auto of = account_view(view, account);
  Document document;
  document.title = of.account.name;
  document.aside = classification(of);
  document.subtitle = {profile(of)};
  document.language = view.language;
  document.currency = view.settings.currency;
  document.blocks.emplace_back(scores_table(of));
  for (const auto& part : weighted_parts(of)) add_criteria(document, of, part);
  add_requirements(document, of);
  if (matrix == Matrix::shown) add_requirement_pictures(document, of);
  if (auto gains = gain_blocks(of); !gains.empty()) {
    document.blocks.emplace_back(Heading{2, say(msg::gains_heading, view.language)});
    for (auto& block : gains) document.blocks.push_back(std::move(block));
  }
  add_coverage(document, of);
  if (matrix == Matrix::shown) add_growth_pictures(document, of);
  if (explain == Explain::yes)
    add_bullets(document, say(msg::explain_heading, view.language), explain_lines(of));
  add_findings(document, of);
  add_open_questions(document, of);
  document.blocks.emplace_back(next_step(of));
  return document;
}

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
      say(msg::questions_answered, language,
          {std::to_string(questions.answered), std::to_string(questions.total)}));
  return table;
}

void add_criteria(Document& document, const AccountView& of, const WeightedPart& part) {
  document.blocks.emplace_back(Heading{2, field_label(of.view, part.field)});
  const bool known =
      std::ranges::any_of(part.score.criteria, [](const auto& entry) { return entry.rating.has_value(); });
  if (!known) {
    document.blocks.emplace_back(plain_paragraph(say(msg::nothing_rated, of.view.language), Tone::muted));
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
        plain_paragraph(say(msg::not_yet_rated, view.language, {unrated}), Tone::muted));
}

}  // namespace kam
