#include <algorithm>

#include "kam/text/messages.hpp"
#include "report/account/plan.hpp"
#include "report/cells.hpp"

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

}  // namespace

void add_collaboration_section(Document& document, const AccountView& of) {
  const View& view = of.view;
  const std::string partnership_questions =
      join_sentences({question(view, "collaboration_potential"), question(view, "partner_acceptance"),
                      question(view, "strategic_relevance")});
  add_section(
      document, say(Msg::plan_section_collaboration, view.language),
      {Part{say(Msg::plan_areas, view.language), areas(of), question(view, "collaboration_areas")},
       Part{field_label(view, "partnership"),
            criteria_blocks(of, of.scores.partnership, view.settings.partnership, Vocabulary::partnership),
            partnership_questions}});
}

}  // namespace kam
