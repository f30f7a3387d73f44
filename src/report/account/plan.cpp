#include "report/account/plan.hpp"

#include "kam/text/messages.hpp"
#include "report/pages.hpp"

namespace kam {

std::string open_questions_sentence(const AccountView& of) {
  const Language language = of.view.language;
  const OpenQuestions& questions = of.scores.completeness;
  const int open = questions.total - questions.answered;
  const std::string total = std::to_string(questions.total);
  if (open == 0) return {};
  if (open == 1) return say(Msg::plan_open_one_of, language, {total});
  return say(Msg::plan_open_of, language, {std::to_string(open), total});
}

void add_open_questions_section(Document& document, const AccountView& of) {
  const Language language = of.view.language;
  const OpenQuestions& questions = of.scores.completeness;
  Blocks blocks;
  if (questions.open.empty()) {
    const std::string total = std::to_string(questions.total);
    blocks.emplace_back(plain_paragraph(say(Msg::plan_all_answered, language, {total})));
  } else {
    blocks.emplace_back(plain_paragraph(open_questions_sentence(of)));
    std::vector<std::string> texts;
    for (const std::string& id : questions.open) texts.push_back(question(of.view, id));
    blocks.emplace_back(bullet_list(texts));
  }
  add_section(document, say(Msg::plan_section_open, language), std::move(blocks));
}

Document build_plan(const View& view, std::size_t account) {
  const AccountView of = account_view(view, account);
  Document document = new_page(view, say(Msg::plan_title, view.language, {of.account.name}));
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

}  // namespace kam
