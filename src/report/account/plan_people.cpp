#include "kam/text/messages.hpp"
#include "report/account/plan.hpp"
#include "report/account/stakeholders.hpp"
#include "report/cells.hpp"
#include "report/charts.hpp"

namespace kam {
namespace {

Blocks contacts(const AccountView& of) {
  if (of.account.contacts.empty()) return {};
  const View& view = of.view;
  const Language language = view.language;
  Table table;
  table.caption = field_label(view, "contacts");
  table.columns = {text_column("name", say(Msg::report_name, language)),
                   text_column("title", field_label(view, "position")),
                   text_column("role", say(Msg::plan_role_in_decision, language)),
                   number_column("influence", rating_title(view, "influence")),
                   text_column("attitude", say(Msg::plan_attitude, language)),
                   text_column("owner", say(Msg::plan_kept_by, language))};
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

}  // namespace

void add_customer_goals_section(Document& document, const AccountView& of) {
  const View& view = of.view;
  const CustomerView& seen = of.account.customer_view;
  Part contribution{say(Msg::plan_our_contribution, view.language), {}, question(view, "our_contribution")};
  if (!seen.our_contribution.empty())
    contribution.blocks.emplace_back(plain_paragraph(seen.our_contribution));
  add_section(document, say(Msg::plan_section_goals, view.language),
              {list_part(say(Msg::plan_goals, view.language), seen.goals, question(view, "customer_goals")),
               list_part(say(Msg::plan_important_services, view.language), seen.important_services,
                         question(view, "important_services")),
               list_part(field_label(view, "market_strengths"), seen.market_strengths,
                         question(view, "market_strengths")),
               contribution});
}

void add_people_section(Document& document, const AccountView& of) {
  add_section(document, say(Msg::plan_section_people, of.view.language),
              {Part{{}, contacts(of), question(of.view, "stakeholders_named")},
               Part{say(Msg::coverage_heading, of.view.language), coverage_blocks(of), {}}});
}

}  // namespace kam
