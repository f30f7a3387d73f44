#include "kam/report/agenda.hpp"

#include <algorithm>
#include <array>

#include "kam/text/format.hpp"
#include "kam/text/messages.hpp"
#include "report/cells.hpp"
#include "report/sections.hpp"
#include "report/time/agenda_items.hpp"

namespace kam {

namespace {

constexpr std::array kGroups{AgendaState::overdue, AgendaState::due, AgendaState::undated};

std::string group_title(AgendaState group, const View& view, const Agenda& agenda) {
  switch (group) {
    case AgendaState::overdue:
      return say(Msg::agenda_overdue, view.language);
    case AgendaState::due:
      return say(Msg::agenda_due_until, view.language, {format_date(agenda.until, view.language)});
    case AgendaState::undated:
      break;
  }
  return say(Msg::agenda_undated, view.language);
}

Cell customer_cell(const View& view, const AgendaItem& item) {
  const Account& account = view.accounts[item.account];
  return text_cell(is_former(account) ? say(Msg::portfolio_name_former, view.language, {account.name})
                                      : account.name);
}

// On a narrow terminal the kind goes first, then how far away it is; when, for whom, what and who stay.
Table group_table(AgendaState group, const View& view, const Agenda& agenda) {
  Table table;
  table.caption = group_title(group, view, agenda);
  if (group != AgendaState::undated) {
    table.columns = {text_column("due", field_label(view, "due")),
                     text_column("state", say(Msg::action_state, view.language), 1)};
  }
  table.columns.push_back(text_column("name", field_label(view, "name")));
  table.columns.push_back(text_column("title", say(Msg::agenda_what, view.language)));
  table.columns.push_back(text_column("kind", field_label(view, "kind"), 2));
  table.columns.push_back(text_column("owner", field_label(view, "owner")));
  for (const AgendaItem& item : agenda.items) {
    if (agenda_state(item, view.as_of) != group) continue;
    auto& row = table.rows.emplace_back();
    if (group != AgendaState::undated) row = {date_cell(item.due), agenda_distance(item, view)};
    row.push_back(customer_cell(view, item));
    row.push_back(text_cell(agenda_task(item, view.language)));
    row.push_back(term_cell(std::optional(item.kind), view.language));
    row.push_back(text_cell(item.owner));
  }
  return table;
}

std::string join_counts(const std::vector<std::string>& parts) {
  std::string line;
  for (const std::string& part : parts) line += (line.empty() ? "" : " · ") + part;
  return line;
}

std::string count_line(const View& view, const Agenda& agenda) {
  std::vector<std::string> parts;
  for (const AgendaState group : kGroups) {
    const auto count = std::ranges::count_if(
        agenda.items, [&](const AgendaItem& item) { return agenda_state(item, view.as_of) == group; });
    if (count == 0) continue;
    const std::string number = std::to_string(count);
    if (group == AgendaState::overdue)
      parts.push_back(say(Msg::agenda_count_overdue, view.language, {number}));
    else if (group == AgendaState::due)
      parts.push_back(
          say(Msg::agenda_count_due, view.language, {number, format_date(agenda.until, view.language)}));
    else
      parts.push_back(say(Msg::agenda_count_undated, view.language, {number}));
  }
  return join_counts(parts);
}

// Where the first of them is recorded once it is done.
std::string command_for(const AgendaItem& item, const View& view) {
  const std::string& id = view.accounts[item.account].id;
  switch (item.kind) {
    case AgendaKind::action:
    case AgendaKind::potential:
      return "kam edit " + id;
    case AgendaKind::assessment_missing:
    case AgendaKind::assessment_stale:
      return "kam assess " + id + " -i";
    case AgendaKind::annual_talk:
      break;
  }
  return "kam report " + id + " --kind review";
}

Document new_agenda(const View& view, const Agenda& agenda) {
  const Language language = view.language;
  const std::string& company = view.settings.company;
  Document document;
  document.title =
      company.empty() ? say(Msg::agenda_title, language) : say(Msg::agenda_title_of, language, {company});
  document.aside = say(Msg::as_of_day, language, {format_date(view.as_of, language)});
  if (!agenda.owner.empty()) document.subtitle = {say(Msg::agenda_owner, language, {agenda.owner})};
  document.language = language;
  document.currency = view.settings.currency;
  return document;
}

}  // namespace

std::string agenda_left_out(const View& view, const Agenda& agenda) {
  std::vector<std::string> parts;
  if (agenda.later > 0)
    parts.push_back(say(Msg::agenda_later, view.language,
                        {std::to_string(agenda.later), format_date(*agenda.latest, view.language),
                         format_iso_date(*agenda.latest)}));
  if (agenda.without_owner > 0)
    parts.push_back(say(Msg::agenda_unowned, view.language, {std::to_string(agenda.without_owner)}));
  return join_counts(parts);
}

Document build_agenda(const View& view, const Agenda& agenda) {
  Document document = new_agenda(view, agenda);
  if (view.accounts.empty()) {
    document.blocks.emplace_back(plain_paragraph(say(Msg::inventory_empty, view.language)));
    document.blocks.emplace_back(
        command_line(view.language, {"kam add-account NAME", "kam import FILE.csv"}));
    return document;
  }
  if (agenda.accounts == 0) {
    document.blocks.emplace_back(plain_paragraph(say(Msg::inventory_none_met, view.language)));
    return document;
  }
  for (const AgendaState group : kGroups) {
    Table table = group_table(group, view, agenda);
    if (table.rows.empty()) continue;
    add_section(document, group_title(group, view, agenda), Blocks{std::move(table)});
  }
  const std::string counts = count_line(view, agenda);
  const std::string nothing =
      say(Msg::agenda_nothing, view.language, {format_date(agenda.until, view.language)});
  document.blocks.emplace_back(plain_paragraph(counts.empty() ? nothing : counts));
  if (std::string left_out = agenda_left_out(view, agenda); !left_out.empty())
    document.blocks.emplace_back(plain_paragraph(std::move(left_out), Tone::muted));
  if (!agenda.items.empty())
    document.blocks.emplace_back(command_line(view.language, {command_for(agenda.items.front(), view)}));
  return document;
}

}  // namespace kam
