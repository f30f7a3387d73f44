#pragma once

#include <string>

#include "kam/report/agenda.hpp"

namespace kam {

AgendaState agenda_state(const AgendaItem& item, Date as_of);

// What is to be done: the title of an action or potential, else the words for it.
std::string agenda_task(const AgendaItem& item, Language language);

// How late or how far away it is, in words.
Term agenda_distance(const AgendaItem& item, const View& view);

}  // namespace kam
