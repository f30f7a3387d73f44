#include "kam/text/format.hpp"
#include "kam/text/messages.hpp"
#include "report/account/assessments.hpp"
#include "report/account/gains.hpp"
#include "report/account/plan.hpp"
#include "report/actions.hpp"
#include "report/cells.hpp"
#include "report/charts.hpp"

namespace kam {
namespace {

std::string basis_sentence(const AccountView& of) {
  const Language language = of.view.language;
  const FulfilmentScore& fulfilment = of.scores.fulfilment;
  const Perspective perspective = *fulfilment.perspective;
  const auto date = last_rated(of.scores, perspective);
  const PerspectiveScore& headline = fulfilment.headline();
  const Msg message = perspective == Perspective::customer ? Msg::plan_basis_customer : Msg::plan_basis_own;
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
  blocks.emplace_back(plain_paragraph(say(Msg::plan_priorities, language,
                                          {format_trimmed(headline.crosshair_importance, 2, language),
                                           format_trimmed(headline.crosshair_fulfilment, 2, language)}),
                                      Tone::muted));
  const std::vector<std::string> unrated = unrated_requirements(of, headline);
  if (!unrated.empty()) blocks.emplace_back(plain_paragraph(say(Msg::plan_unrated, language)));
  if (!unrated.empty()) blocks.emplace_back(bullet_list(unrated));
  return blocks;
}

}  // namespace

void add_requirements_section(Document& document, const AccountView& of) {
  const Language language = of.view.language;
  add_section(document, say(Msg::plan_section_requirements, language),
              {Part{{}, rated(of), question(of.view, "requirements_rated")},
               Part{say(Msg::gains_heading, language), gain_blocks(of), {}},
               Part{say(Msg::report_history, language), history_blocks(of, Views::both), {}}});
}

}  // namespace kam
