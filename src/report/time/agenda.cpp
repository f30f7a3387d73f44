#include "kam/report/agenda.hpp"

#include <algorithm>
#include <array>
#include <string>

#include <fmt/format.h>

#include "kam/model/error.hpp"
#include "kam/text/format.hpp"
#include "kam/text/messages/agenda.hpp"
#include "kam/text/messages/inventory.hpp"
#include "kam/text/messages/report.hpp"
#include "kam/unicode/unicode.hpp"
#include "report/actions.hpp"
#include "report/cells.hpp"
#include "report/sections.hpp"

namespace kam {

namespace {

constexpr std::array kGroups{AgendaState::overdue, AgendaState::due, AgendaState::undated};

std::string group_title(AgendaState group, const View& view, const Agenda& agenda) {
  switch (group) {
    case AgendaState::overdue:
      return say(msg::agenda_overdue, view.language);
    case AgendaState::due:
      return say(msg::agenda_due_until, view.language, {format_date(agenda.until, view.language)});
    case AgendaState::undated:
      break;
  }
  return say(msg::agenda_undated, view.language);
}

Cell customer_cell(const View& view, const AgendaItem& item) {
  const Account& account = view.accounts[item.account];
  return text_cell(is_former(account) ? say(msg::portfolio_name_former, view.language, {account.name})
                                      : account.name);
}

AgendaState agenda_state(const AgendaItem& item, Date as_of) {
  if (!item.due) return AgendaState::undated;
  return is_overdue(item.due, as_of) ? AgendaState::overdue : AgendaState::due;
}

// What is to be done: the title of an action or potential, else the words for it.
std::string agenda_task(const AgendaItem& item, Language language) {
  const auto say_last = [&](const Msg& message) {
    return say(message, language, {format_date(*item.counted_from, language)});
  };
  switch (item.kind) {
    case AgendaKind::action:
    case AgendaKind::potential:
      break;
    case AgendaKind::assessment_missing:
      return say(msg::agenda_first_assessment, language);
    case AgendaKind::assessment_stale:
      return say_last(msg::agenda_reassessment);
    case AgendaKind::annual_talk:
      return say_last(msg::agenda_annual_talk);
  }
  return item.title;
}

// How late or how far away it is, in words.
Term agenda_distance(const AgendaItem& item, const View& view) {
  const AgendaState state = agenda_state(item, view.as_of);
  if (state == AgendaState::undated)
    return Term{std::string(to_id(state)), say(msg::agenda_no_date, view.language)};
  if (*item.due <= view.as_of) return open_state(item.due, view);
  return Term{std::string(to_id(state)), say_count(msg::agenda_in_day, msg::agenda_in_days,
                                                   days_between(view.as_of, *item.due), view.language)};
}

// On a narrow terminal the kind goes first, then how far away it is; when, for whom, what and who stay.
Table group_table(AgendaState group, const View& view, const Agenda& agenda) {
  Table table;
  table.caption = group_title(group, view, agenda);
  if (group != AgendaState::undated) {
    table.columns = {text_column("due", field_label(view, "due")),
                     text_column("state", say(msg::action_state, view.language), 1)};
  }
  table.columns.push_back(text_column("name", field_label(view, "name")));
  table.columns.push_back(text_column("title", say(msg::agenda_what, view.language)));
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
      parts.push_back(say(msg::agenda_count_overdue, view.language, {number}));
    else if (group == AgendaState::due)
      parts.push_back(
          say(msg::agenda_count_due, view.language, {number, format_date(agenda.until, view.language)}));
    else
      parts.push_back(say(msg::agenda_count_undated, view.language, {number}));
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
      company.empty() ? say(msg::agenda_title, language) : say(msg::agenda_title_of, language, {company});
  document.aside = say(msg::as_of_day, language, {format_date(view.as_of, language)});
  if (!agenda.owner.empty()) document.subtitle = {say(msg::agenda_owner, language, {agenda.owner})};
  document.language = language;
  document.currency = view.settings.currency;
  return document;
}

template <class Enum>
Cell id_cell(Enum value) {
  return Term{std::string(to_id(value)), {}};
}

std::vector<Cell> make_row(const View& view, const AgendaItem& item) {
  const Account& account = view.accounts[item.account];
  const bool overdue = is_overdue(item.due, view.as_of);
  return {text_cell(account.id),
          text_cell(account.name),
          id_cell(item.kind),
          text_cell(item.title),
          text_cell(item.owner),
          date_cell(item.due),
          id_cell(agenda_state(item, view.as_of)),
          overdue ? Cell(Count{days_between(*item.due, view.as_of)}) : Cell(Unknown{}),
          date_cell(item.counted_from)};
}

// The words of a table's row, a line each: what a calendar has no property for.
std::string describe(const View& view, const AgendaItem& item) {
  const auto line = [&](std::string_view label, const std::string& text) {
    return say(msg::agenda_kind_line, view.language, {label, text});
  };
  std::string text = line(field_label(view, "kind"), std::string(label_of(item.kind, view.language)));
  if (!item.owner.empty()) text += "\n" + line(field_label(view, "owner"), item.owner);
  return text + "\n" + line(say(msg::action_state, view.language), agenda_distance(item, view).label);
}

// Stays the same whatever becomes of other items. The title, which may hold anything, comes last.
std::string make_key(const AgendaItem& item) {
  return std::string(to_id(item.kind)) + "\n" + std::to_string(item.occurrence) + "\n" + item.title;
}

constexpr int kDaysAhead = 90;
constexpr Date kLastDay{std::chrono::year{9999}, std::chrono::December, std::chrono::day{31}};

// Everybody of ours whom the accounts name, open or done: having nothing to do is no mistyped name.
std::vector<std::string> our_people(const View& view) {
  std::vector<std::string> people;
  const auto add = [&](const std::string& name) {
    if (!name.empty()) people.push_back(name);
  };
  for (const Account& account : view.accounts) {
    add(account.manager);
    for (const TeamMember& member : account.team) add(member.name);
    for (const Contact& contact : account.contacts) add(contact.owner);
    for (const Potential& potential : account.potentials) add(potential.owner);
    for (const Action& action : account.actions) add(action.owner);
  }
  return people;
}

std::string find_owner(const View& view, const std::string& word) {
  const std::vector<std::string> people = our_people(view);
  const auto found = std::ranges::find(people, fold_name(word), fold_name);
  if (found != people.end()) return *found;
  const auto near = nearest(word, people);
  throw UsageError(fmt::format("no account names `{}` as responsible", word),
                   near ? fmt::format("Did you mean `{}`?", *near)
                        : "Give a name as `owner`, `manager` or `team` have it; `kam agenda` shows who has "
                          "something to do.");
}

}  // namespace

std::string agenda_left_out(const View& view, const Agenda& agenda) {
  std::vector<std::string> parts;
  if (agenda.later > 0)
    parts.push_back(say(msg::agenda_later, view.language,
                        {std::to_string(agenda.later), format_date(*agenda.latest, view.language),
                         format_iso_date(*agenda.latest)}));
  if (agenda.without_owner > 0)
    parts.push_back(say(msg::agenda_unowned, view.language, {std::to_string(agenda.without_owner)}));
  return join_counts(parts);
}

Document build_agenda(const View& view, const Agenda& agenda) {
  Document document = new_agenda(view, agenda);
  if (view.accounts.empty()) {
    document.blocks.emplace_back(plain_paragraph(say(msg::inventory_empty, view.language)));
    document.blocks.emplace_back(
        command_line(view.language, {"kam add-account NAME", "kam import FILE.csv"}));
    return document;
  }
  if (agenda.accounts == 0) {
    document.blocks.emplace_back(plain_paragraph(say(msg::inventory_none_met, view.language)));
    return document;
  }
  for (const AgendaState group : kGroups) {
    Table table = group_table(group, view, agenda);
    if (table.rows.empty()) continue;
    add_section(document, group_title(group, view, agenda), Blocks{std::move(table)});
  }
  const std::string counts = count_line(view, agenda);
  const std::string nothing =
      say(msg::agenda_nothing, view.language, {format_date(agenda.until, view.language)});
  document.blocks.emplace_back(plain_paragraph(counts.empty() ? nothing : counts));
  if (std::string left_out = agenda_left_out(view, agenda); !left_out.empty())
    document.blocks.emplace_back(plain_paragraph(std::move(left_out), Tone::muted));
  if (!agenda.items.empty())
    document.blocks.emplace_back(command_line(view.language, {command_for(agenda.items.front(), view)}));
  return document;
}

Table build_agenda_table(const View& view, const Agenda& agenda) {
  Table table;
  for (const std::string_view key :
       {"account", "name", "kind", "title", "owner", "due", "state", "overdue_days", "counted_from"})
    table.columns.push_back(text_column(std::string(key), {}));
  for (const AgendaItem& item : agenda.items) table.rows.push_back(make_row(view, item));
  return table;
}

Data build_agenda_data(const View& view, const Agenda& agenda, Data::List items) {
  return Data::Record{{"kam", 1},
                      {"as_of", format_iso_date(view.as_of)},
                      {"until", format_iso_date(agenda.until)},
                      {"later", agenda.later},
                      {"without_owner", agenda.without_owner},
                      {"items", std::move(items)}};
}

Calendar build_agenda_calendar(const View& view, const Agenda& agenda) {
  Calendar calendar{view.as_of, {}};
  for (const AgendaItem& item : agenda.items) {
    const Account& account = view.accounts[item.account];
    const bool takes_place =
        item.due && item.kind != AgendaKind::action && item.kind != AgendaKind::potential;
    calendar.entries.push_back(
        {takes_place ? CalendarEntry::Kind::event : CalendarEntry::Kind::todo, account.id, make_key(item),
         say(msg::agenda_kind_line, view.language, {account.name, agenda_task(item, view.language)}),
         describe(view, item), item.owner, std::string(label_of(item.kind, view.language)), item.due});
  }
  return calendar;
}

Date default_agenda_end(Date as_of) {
  return std::chrono::sys_days{as_of} +
         std::chrono::days{std::min(kDaysAhead, days_between(as_of, kLastDay))};
}

Agenda select_agenda(const View& view, const AgendaQuery& query) {
  Agenda agenda;
  agenda.accounts = query.accounts.size();
  agenda.until = query.until;
  if (query.owner) agenda.owner = find_owner(view, *query.owner);
  const std::string owner = fold_name(agenda.owner);
  for (AgendaItem& item :
       find_agenda(view.accounts, view.scores.accounts, view.settings.thresholds, view.as_of)) {
    if (std::ranges::find(query.accounts, item.account) == query.accounts.end()) continue;
    const bool later = item.due && *item.due > query.until;
    if (!owner.empty() && fold_name(item.owner) != owner) {
      if (item.owner.empty() && !later) ++agenda.without_owner;
    } else if (later) {
      ++agenda.later;
      agenda.latest = item.due;
    } else {
      agenda.items.push_back(std::move(item));
    }
  }
  return agenda;
}

}  // namespace kam
