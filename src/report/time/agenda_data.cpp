#include "kam/report/agenda.hpp"
#include "kam/text/messages.hpp"
#include "report/cells.hpp"
#include "report/sections.hpp"
#include "report/time/agenda_items.hpp"

namespace kam {

namespace {

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
    return say(Msg::agenda_kind_line, view.language, {label, text});
  };
  std::string text = line(field_label(view, "kind"), std::string(label_of(item.kind, view.language)));
  if (!item.owner.empty()) text += "\n" + line(field_label(view, "owner"), item.owner);
  return text + "\n" + line(say(Msg::action_state, view.language), agenda_distance(item, view).label);
}

// Stays the same whatever becomes of other items. The title, which may hold anything, comes last.
std::string make_key(const AgendaItem& item) {
  return std::string(to_id(item.kind)) + "\n" + std::to_string(item.occurrence) + "\n" + item.title;
}

}  // namespace

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
         say(Msg::agenda_kind_line, view.language, {account.name, agenda_task(item, view.language)}),
         describe(view, item), item.owner, std::string(label_of(item.kind, view.language)), item.due});
  }
  return calendar;
}

}  // namespace kam
