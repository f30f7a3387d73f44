#include "kam/text/messages.hpp"
#include "report/cells.hpp"
#include "report/plan.hpp"

namespace kam {
namespace {

bool has_facts(const AccountView& of) {
  const Account& account = of.account;
  return account.status || !account.industry.empty() || !account.manager.empty() || account.customer_since ||
         !account.external_id.empty() || !account.tags.empty() || of.scores.abc;
}

Blocks facts(const AccountView& of) {
  if (!has_facts(of)) return {};
  const View& view = of.view;
  const Language language = view.language;
  Table table = facts_table(say(Msg::plan_facts, language));
  const auto add = [&](std::string_view field, Cell value) {
    add_fact(table, field_label(view, field), std::move(value));
  };
  add("status", term_cell(of.account.status, language));
  add("qualification", term_cell(std::optional(of.scores.qualification), language));
  add("abc", of.scores.abc ? text_cell(to_id(*of.scores.abc)) : Unknown{});
  add("quadrant", term_cell(of.scores.quadrant, language));
  add("industry", text_cell(of.account.industry));
  add("manager", text_cell(of.account.manager));
  add("customer_since", year_cell(of.account.customer_since));
  if (!of.account.external_id.empty()) add("external_id", text_cell(of.account.external_id));
  if (!of.account.tags.empty()) add("tags", list_cell(of.account.tags));
  return {std::move(table)};
}

Blocks team(const AccountView& of) {
  if (of.account.team.empty()) return {};
  const View& view = of.view;
  Table table;
  table.caption = field_label(view, "team");
  table.columns = {text_column("name", say(Msg::report_name, view.language))};
  for (const char* field : {"role", "unit", "tasks", "authority"})
    table.columns.push_back(text_column(field, field_label(view, field)));
  for (const TeamMember& member : of.account.team)
    table.rows.push_back({text_cell(member.name), text_cell(member.role), text_cell(member.unit),
                          list_cell(member.tasks), list_cell(member.authority)});
  drop_unknown_columns(table);
  return {std::move(table)};
}

}  // namespace

void add_facts_section(Document& document, const AccountView& of) {
  const View& view = of.view;
  add_section(document, say(Msg::plan_section_facts, view.language),
              {Part{{}, facts(of), {}},
               Part{{}, {}, of.account.manager.empty() ? question(view, "fixed_contact") : std::string()},
               Part{say(Msg::plan_team, view.language), team(of), question(view, "team_people")}});
}

}  // namespace kam
