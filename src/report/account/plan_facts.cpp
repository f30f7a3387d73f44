#include <algorithm>
#include <array>
#include <vector>

#include "kam/text/messages.hpp"
#include "report/account/plan.hpp"
#include "report/cells.hpp"

namespace kam {
namespace {

// What a list may say of an account, but for its name.
std::vector<const Field*> listed_facts() {
  std::vector<const Field*> fields;
  for (const auto& field : account_format().fields)
    if (field.in_lists && field.key != "name") fields.push_back(&field);
  return fields;
}

// What a reader looks for, also where it is not known.
constexpr std::array<std::string_view, 3> kLookedFor{"industry", "manager", "customer_since"};

Blocks facts(const AccountView& of) {
  const auto listed = listed_facts();
  const auto is_known = [&](const Field* field) { return field->get(&of.account).has_value(); };
  if (!of.scores.abc && std::ranges::none_of(listed, is_known)) return {};
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
  for (const auto* field : listed)
    if (field->key != "status" &&
        (is_known(field) || std::ranges::find(kLookedFor, field->key) != kLookedFor.end()))
      add(field->key, field_cell(*field, &of.account, language));
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
