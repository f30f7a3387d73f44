#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "kam/document/calendar.hpp"
#include "kam/document/data.hpp"
#include "kam/document/document.hpp"
#include "kam/report/report.hpp"
#include "kam/score/agenda.hpp"

namespace kam {

struct AgendaQuery {
  std::vector<std::size_t> accounts;  // indices of the accounts asked for
  std::optional<std::string> owner;   // compared as names are; without one everybody's
  Date until;
};

// What the query asks for, in the order of `find_agenda`: what is overdue or due up to its day, and what has
// no date, which is never left out. What is left out is counted.
struct Agenda {
  std::vector<AgendaItem> items;
  std::size_t accounts = 0;  // number of those looked at
  Date until;
  std::string owner;           // as the accounts spell the name; empty: everybody's
  int later = 0;               // due after `until`
  std::optional<Date> latest;  // the last due date among those
  int without_owner = 0;  // due in time or without date, but nobody is named, where an owner is asked for
};

// Throws UsageError where the accounts name nobody like the owner, with the nearest name.
Agenda select_agenda(const View& view, const AgendaQuery& query);

// `as_of` and the 90 days after it.
Date default_agenda_end(Date as_of);

// In three groups: overdue, due, without date.
Document build_agenda(const View& view, const Agenda& agenda);

// One row an item, untranslated: for CSV.
Table build_agenda_table(const View& view, const Agenda& agenda);

// {"kam", "as_of", "until", "later", "without_owner", "items"}; `items` are the rows of `build_agenda_table`
// as records.
Data build_agenda_data(const View& view, const Agenda& agenda, Data::List items);

// Actions, potentials and what has no date as things to do; talks and assessments as events of a day.
Calendar build_agenda_calendar(const View& view, const Agenda& agenda);

// What the agenda leaves out, in words; empty where it leaves out nothing.
std::string agenda_left_out(const View& view, const Agenda& agenda);

}  // namespace kam
