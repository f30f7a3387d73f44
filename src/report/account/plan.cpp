#include "report/account/plan.hpp"

#include <algorithm>
#include <numeric>

#include "kam/model/number.hpp"
#include "kam/text/format.hpp"
#include "kam/text/messages/assess.hpp"
#include "kam/text/messages/people.hpp"
#include "kam/text/messages/plan.hpp"
#include "kam/text/messages/report.hpp"
#include "report/account/assessments.hpp"
#include "report/account/gains.hpp"
#include "report/account/stakeholders.hpp"
#include "report/actions.hpp"
#include "report/cells.hpp"
#include "report/charts.hpp"
#include "report/measures.hpp"
#include "report/pages.hpp"

namespace kam {

namespace {

Blocks areas(const AccountView& of) {
  if (of.account.collaboration.empty()) return {};
  const View& view = of.view;
  Table table;
  table.caption = field_label(view, "collaboration");
  table.columns = {text_column("area", field_label(view, "area")),
                   number_column("intensity", rating_title(view, "intensity")),
                   text_column("activities", field_label(view, "activities")),
                   text_column("people", field_label(view, "people"))};
  for (const Criterion& criterion : view.settings.collaboration) {
    const auto* area = find_by_id(of.account.collaboration, criterion.id);
    const CollaborationArea known = area != nullptr ? *area : CollaborationArea{};
    table.rows.push_back(
        {Text{entry_label(Vocabulary::collaboration, criterion.id, criterion.label, view.language), {}},
         rating_cell(known.intensity), list_cell(known.activities), list_cell(known.people)});
  }
  drop_unknown_columns(table);
  if (table.columns.size() == 1) return {};
  Blocks blocks{std::move(table)};
  const std::string result = weighted_sentence(of.scores.collaboration, "collaboration", view);
  if (!result.empty()) blocks.emplace_back(plain_paragraph(result));
  return blocks;
}

std::string criterion_label(const AccountView& of, const CriterionList& catalogue, Vocabulary vocabulary,
                            std::string_view id) {
  const auto entry = catalogue.find(id);
  return entry_label(vocabulary, id, entry == catalogue.end() ? OwnLabel{} : entry->label, of.view.language);
}

// Why it is rated so: the account's own words, else the figure it was measured by.
std::string reason_of(const AccountView& of, const CriterionList& catalogue,
                      const CriterionScore& criterion) {
  if (!criterion.reason.empty()) return criterion.reason;
  if (criterion.source != RatingSource::measured || !criterion.value || !criterion.value_year) return {};
  const auto entry = catalogue.find(criterion.id);
  if (entry == catalogue.end() || !entry->measure) return {};
  return say(msg::plan_measured, of.view.language,
             {label_of(*entry->measure, of.view.language), std::to_string(*criterion.value_year),
              measure_text(*entry->measure, *criterion.value, of.view)});
}

std::optional<double> weight_share(const CriterionScore& criterion, double weights) {
  if (weights <= 0) return std::nullopt;
  return 100 * criterion.weight / weights;
}

std::string_view field_of(Vocabulary vocabulary) {
  return vocabulary == Vocabulary::attractiveness ? "attractiveness" : "partnership";
}

Blocks contacts(const AccountView& of) {
  if (of.account.contacts.empty()) return {};
  const View& view = of.view;
  const Language language = view.language;
  Table table;
  table.caption = field_label(view, "contacts");
  table.columns = {text_column("name", say(msg::report_name, language)),
                   text_column("title", field_label(view, "position")),
                   text_column("role", say(msg::plan_role_in_decision, language)),
                   number_column("influence", rating_title(view, "influence")),
                   text_column("attitude", say(msg::plan_attitude, language)),
                   text_column("owner", say(msg::plan_kept_by, language))};
  for (const Contact& contact : of.account.contacts)
    table.rows.push_back({text_cell(contact.name), text_cell(contact.title),
                          term_cell(contact.role, language), rating_cell(contact.influence),
                          term_cell(contact.attitude, language), text_cell(contact.owner)});
  drop_unknown_columns(table);
  Blocks blocks;
  add_chart(blocks, people_chart(of));
  blocks.emplace_back(std::move(table));
  if (const std::string sentence = no_decision_maker_sentence(of); !sentence.empty())
    blocks.emplace_back(plain_paragraph(sentence));
  return blocks;
}

std::string gap_sentence(const AccountView& of) {
  const Language language = of.view.language;
  const FulfilmentScore& fulfilment = of.scores.fulfilment;
  if (!fulfilment.perception_gap || !fulfilment.own.score || !fulfilment.customer.score) return {};
  const double gap = *fulfilment.perception_gap;
  const std::string own = score_text(*fulfilment.own.score, language);
  const std::string customer = score_text(*fulfilment.customer.score, language);
  const std::string points = points_text(gap < 0 ? -gap : gap, language);
  if (points == "0") return say(msg::plan_gap_none, language, {own});
  return say(gap > 0 ? msg::plan_gap_better : msg::plan_gap_worse, language, {own, customer, points});
}

std::optional<double> difference(std::optional<double> own, std::optional<double> customer) {
  if (!own || !customer) return std::nullopt;
  return *own - *customer;
}

// The requirements of which our own view or a competitor is known.
Table position_table(const AccountView& of) {
  const View& view = of.view;
  const Language language = view.language;
  const FulfilmentScore& fulfilment = of.scores.fulfilment;
  Table table;
  table.caption = say(msg::plan_views_compared, language);
  table.columns = {text_column("requirement", field_label(view, "requirement")),
                   number_column("customer", std::string(label_of(Perspective::customer, language))),
                   number_column("own", std::string(label_of(Perspective::own, language))),
                   number_column("difference", say(msg::plan_difference, language)),
                   number_column("best_competitor", field_label(view, "best_competitor"))};
  for (std::size_t i = 0; i < fulfilment.own.requirements.size(); ++i) {
    const RequirementScore& own = fulfilment.own.requirements[i];
    const RequirementScore& customer = fulfilment.customer.requirements[i];
    const auto competitor = customer.best_competitor ? customer.best_competitor : own.best_competitor;
    if (!own.fulfilment && !competitor) continue;
    table.rows.push_back({Text{requirement_label(view, of.account, own.id), {}},
                          rating_cell(customer.fulfilment), rating_cell(own.fulfilment),
                          rating_cell(difference(own.fulfilment, customer.fulfilment)),
                          rating_cell(competitor)});
  }
  drop_unknown_columns(table);
  return table;
}

std::string competitor_sentence(const AccountView& of) {
  std::vector<std::string> ahead;
  for (const RequirementScore& requirement : of.scores.fulfilment.headline().requirements)
    if (requirement.best_competitor && requirement.fulfilment &&
        *requirement.best_competitor > *requirement.fulfilment)
      ahead.push_back(say(msg::report_quoted, of.view.language,
                          {requirement_label(of.view, of.account, requirement.id)}));
  if (ahead.empty()) return {};
  return say(msg::plan_competitor_ahead, of.view.language, {join_names(ahead, of.view.language)});
}

Blocks views_compared(const AccountView& of) {
  Blocks blocks;
  const std::string sentence = join_sentences({gap_sentence(of), competitor_sentence(of)});
  if (!sentence.empty()) blocks.emplace_back(plain_paragraph(sentence));
  add_chart(blocks, views_chart(of));
  Table table = position_table(of);
  if (!table.rows.empty()) blocks.emplace_back(std::move(table));
  return blocks;
}

std::string view_question(const AccountView& of) {
  const FulfilmentScore& fulfilment = of.scores.fulfilment;
  if (!fulfilment.customer.score) return question(of.view, "customer_asked");
  return fulfilment.own.score ? std::string() : say(msg::plan_ask_own_view, of.view.language);
}

std::string basis_sentence(const AccountView& of) {
  const Language language = of.view.language;
  const FulfilmentScore& fulfilment = of.scores.fulfilment;
  const Perspective perspective = *fulfilment.perspective;
  const auto date = last_rated(of.scores, perspective);
  const PerspectiveScore& headline = fulfilment.headline();
  const Msg& message = perspective == Perspective::customer ? msg::plan_basis_customer : msg::plan_basis_own;
  return say(message, language,
             {date ? format_date(*date, language) : std::string(), std::to_string(headline.rated),
              std::to_string(headline.total), score_text(*fulfilment.score, language)});
}

Table requirement_table(const AccountView& of, const PerspectiveScore& headline) {
  const View& view = of.view;
  Table table;
  table.caption = field_label(view, "requirements");
  table.columns = {text_column("requirement", field_label(view, "requirement")),
                   number_column("importance", rating_title(view, "importance")),
                   number_column("fulfilment", fulfilled_title(view)),
                   number_column("lost_points", field_label(view, "lost_points")),
                   text_column("priority", field_label(view, "priority")),
                   text_column("action", field_label(view, "action")),
                   text_column("note", field_label(view, "note"))};
  for (const RequirementScore& requirement : rated_requirements(headline))
    table.rows.push_back(
        {Text{requirement_label(view, of.account, requirement.id), {}}, rating_cell(requirement.importance),
         rating_cell(requirement.fulfilment), points_cell(requirement.lost_points),
         term_cell(requirement.quadrant, view.language),
         list_cell(open_actions_for(of.account, requirement.id)), text_cell(requirement.note)});
  drop_unknown_columns(table);
  return table;
}

Blocks rated(const AccountView& of) {
  if (!of.scores.fulfilment.perspective || !of.scores.fulfilment.score) return {};
  const View& view = of.view;
  const Language language = view.language;
  const PerspectiveScore& headline = of.scores.fulfilment.headline();
  Blocks blocks{plain_paragraph(basis_sentence(of))};
  add_chart(blocks, priorities_chart(of));
  blocks.emplace_back(requirement_table(of, headline));
  blocks.emplace_back(plain_paragraph(say(msg::plan_priorities, language,
                                          {format_trimmed(headline.crosshair_importance, 2, language),
                                           format_trimmed(headline.crosshair_fulfilment, 2, language)}),
                                      Tone::muted));
  const std::vector<std::string> unrated = unrated_requirements(of, headline);
  if (!unrated.empty()) blocks.emplace_back(plain_paragraph(say(msg::plan_unrated, language)));
  if (!unrated.empty()) blocks.emplace_back(bullet_list(unrated));
  return blocks;
}

}  // namespace

std::string open_questions_sentence(const AccountView& of) {
  const Language language = of.view.language;
  const OpenQuestions& questions = of.scores.completeness;
  const int open = questions.total - questions.answered;
  const std::string total = std::to_string(questions.total);
  if (open == 0) return {};
  if (open == 1) return say(msg::plan_open_one_of, language, {total});
  return say(msg::plan_open_of, language, {std::to_string(open), total});
}

void add_open_questions_section(Document& document, const AccountView& of) {
  const Language language = of.view.language;
  const OpenQuestions& questions = of.scores.completeness;
  Blocks blocks;
  if (questions.open.empty()) {
    const std::string total = std::to_string(questions.total);
    blocks.emplace_back(plain_paragraph(say(msg::plan_all_answered, language, {total})));
  } else {
    blocks.emplace_back(plain_paragraph(open_questions_sentence(of)));
    std::vector<std::string> texts;
    for (const std::string& id : questions.open) texts.push_back(question(of.view, id));
    blocks.emplace_back(bullet_list(texts));
  }
  add_section(document, say(msg::plan_section_open, language), std::move(blocks));
}

Document build_plan(const View& view, std::size_t account) {
  const AccountView of = account_view(view, account);
  Document document = new_page(view, say(msg::plan_title, view.language, {of.account.name}));
  document.subtitle.push_back(amounts_line(view));
  document.blocks.emplace_back(plain_paragraph(plan_opening(of)));
  add_facts_section(document, of);
  add_summary_section(document, of);
  add_profile_section(document, of);
  add_customer_goals_section(document, of);
  add_people_section(document, of);
  add_collaboration_section(document, of);
  add_requirements_section(document, of);
  add_position_section(document, of);
  add_swot_section(document, of);
  add_potentials_section(document, of);
  add_objectives_section(document, of);
  add_actions_section(document, of);
  add_open_questions_section(document, of);
  if (!of.account.notes.empty())
    add_section(document, field_label(view, "notes"), Blocks{Verbatim{of.account.notes}});
  document.parent = link_to_index(view);
  return document;
}

void add_collaboration_section(Document& document, const AccountView& of) {
  const View& view = of.view;
  const std::string partnership_questions =
      join_sentences({question(view, "collaboration_potential"), question(view, "partner_acceptance"),
                      question(view, "strategic_relevance")});
  add_section(
      document, say(msg::plan_section_collaboration, view.language),
      {Part{say(msg::plan_areas, view.language), areas(of), question(view, "collaboration_areas")},
       Part{field_label(view, "partnership"),
            criteria_blocks(of, of.scores.partnership, view.settings.partnership, Vocabulary::partnership),
            partnership_questions}});
}

std::string weighted_sentence(const WeightedScore& weighted, std::string_view field, const View& view) {
  if (!weighted.score) return {};
  const Language language = view.language;
  const std::string label = field_label(view, field);
  const std::string score = score_text(*weighted.score, language);
  if (!weighted.coverage || reaches(*weighted.coverage, 100))
    return say(msg::plan_weighted, language, {label, score});
  return say(msg::plan_weighted_known, language, {label, score, percent_text(*weighted.coverage, language)});
}

Table criteria_table(const AccountView& of, const WeightedScore& weighted, const CriterionList& catalogue,
                     Vocabulary vocabulary) {
  const View& view = of.view;
  const double weights =
      std::accumulate(weighted.criteria.begin(), weighted.criteria.end(), 0.0,
                      [](double sum, const CriterionScore& criterion) { return sum + criterion.weight; });
  Table table;
  table.caption = field_label(view, field_of(vocabulary));
  table.columns = {text_column("criterion", field_label(view, "criterion")),
                   number_column("rating", rating_title(view, "rating")),
                   number_column("weight", field_label(view, "weight")),
                   number_column("points", field_label(view, "points")),
                   text_column("reason", field_label(view, "reason"))};
  for (const CriterionScore& criterion : weighted.criteria)
    table.rows.push_back({Text{criterion_label(of, catalogue, vocabulary, criterion.id), {}},
                          rating_cell(criterion.rating), percent_cell(weight_share(criterion, weights)),
                          points_cell(criterion.points), text_cell(reason_of(of, catalogue, criterion))});
  drop_unknown_columns(table);
  return table;
}

Blocks criteria_blocks(const AccountView& of, const WeightedScore& weighted, const CriterionList& catalogue,
                       Vocabulary vocabulary) {
  const bool known = std::ranges::any_of(weighted.criteria, [](const CriterionScore& criterion) {
    return criterion.source != RatingSource::unknown || !criterion.reason.empty();
  });
  if (!known) return {};
  Blocks blocks{criteria_table(of, weighted, catalogue, vocabulary)};
  if (weighted.score)
    blocks.emplace_back(plain_paragraph(weighted_sentence(weighted, field_of(vocabulary), of.view)));
  return blocks;
}

void add_customer_goals_section(Document& document, const AccountView& of) {
  const View& view = of.view;
  const CustomerView& seen = of.account.customer_view;
  Part contribution{say(msg::plan_our_contribution, view.language), {}, question(view, "our_contribution")};
  if (!seen.our_contribution.empty())
    contribution.blocks.emplace_back(plain_paragraph(seen.our_contribution));
  add_section(document, say(msg::plan_section_goals, view.language),
              {list_part(say(msg::plan_goals, view.language), seen.goals, question(view, "customer_goals")),
               list_part(say(msg::plan_important_services, view.language), seen.important_services,
                         question(view, "important_services")),
               list_part(field_label(view, "market_strengths"), seen.market_strengths,
                         question(view, "market_strengths")),
               contribution});
}

void add_people_section(Document& document, const AccountView& of) {
  add_section(document, say(msg::plan_section_people, of.view.language),
              {Part{{}, contacts(of), question(of.view, "stakeholders_named")},
               Part{say(msg::coverage_heading, of.view.language), coverage_blocks(of), {}}});
}

void add_position_section(Document& document, const AccountView& of) {
  const View& view = of.view;
  // The question stands even where one of the two views is shown.
  add_section(document, say(msg::plan_section_position, view.language),
              {list_part(say(msg::plan_unique_services, view.language), of.account.unique_services,
                         question(view, "unique_services")),
               Part{say(msg::plan_views_compared, view.language), views_compared(of), {}},
               Part{{}, {}, view_question(of)}});
}

void add_swot_section(Document& document, const AccountView& of) {
  const View& view = of.view;
  const Swot& swot = of.account.swot;
  const Language language = view.language;
  add_section(
      document, say(msg::plan_section_swot, language),
      {list_part(field_label(view, "strengths"), swot.strengths, say(msg::plan_ask_strengths, language)),
       list_part(field_label(view, "weaknesses"), swot.weaknesses, say(msg::plan_ask_weaknesses, language)),
       list_part(field_label(view, "opportunities"), swot.opportunities,
                 say(msg::plan_ask_opportunities, language)),
       list_part(field_label(view, "threats"), swot.threats, say(msg::plan_ask_threats, language))});
}

void add_requirements_section(Document& document, const AccountView& of) {
  const Language language = of.view.language;
  add_section(document, say(msg::plan_section_requirements, language),
              {Part{{}, rated(of), question(of.view, "requirements_rated")},
               Part{say(msg::gains_heading, language), gain_blocks(of), {}},
               Part{say(msg::report_history, language), history_blocks(of, Views::both), {}}});
}

}  // namespace kam
