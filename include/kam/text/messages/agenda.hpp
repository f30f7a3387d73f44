#pragma once

#include "kam/text/messages.hpp"

namespace kam::msg {

// NOLINTBEGIN(readability-identifier-naming): ids, as in `msg::agenda_title`

constexpr Msg agenda_title{"Agenda", "Fälligkeiten"};
constexpr Msg agenda_title_of{"{0}: agenda", "{0}: Fälligkeiten"};
constexpr Msg agenda_owner{"Only what {0} is responsible for", "Nur, wofür {0} verantwortlich ist"};
constexpr Msg agenda_what{"What", "Was"};
constexpr Msg agenda_overdue{"Overdue", "Überfällig"};
constexpr Msg agenda_due_until{"Due up to {0}", "Fällig bis {0}"};
constexpr Msg agenda_undated{"Without date", "Ohne Datum"};
constexpr Msg agenda_no_date{"no date", "ohne Datum"};
constexpr Msg agenda_in_day{"in {0} day", "in {0} Tag"};
constexpr Msg agenda_in_days{"in {0} days", "in {0} Tagen"};
constexpr Msg agenda_first_assessment{"Assess for the first time", "Erstmals bewerten"};
constexpr Msg agenda_reassessment{"Assess anew (last on {0})", "Neu bewerten (zuletzt am {0})"};
constexpr Msg agenda_annual_talk{"Hold the annual talk (last assessed on {0})",
                                 "Jahresgespräch führen (zuletzt bewertet am {0})"};
constexpr Msg agenda_nothing{"Nothing is due up to {0}.", "Bis {0} ist nichts fällig."};
constexpr Msg agenda_count_overdue{"{0} overdue", "{0} überfällig"};
constexpr Msg agenda_count_due{"{0} due up to {1}", "{0} fällig bis {1}"};
constexpr Msg agenda_count_undated{"{0} without date", "{0} ohne Datum"};
constexpr Msg agenda_later{"{0} due later, the last on {1} (--until {2} shows them)",
                           "{0} später fällig, zuletzt am {1} (zu sehen mit --until {2})"};
constexpr Msg agenda_unowned{"{0} without anyone responsible, not shown",
                             "{0} ohne Verantwortliche, nicht gezeigt"};
constexpr Msg agenda_kind_line{"{0}: {1}", "{0}: {1}"};

// NOLINTEND(readability-identifier-naming)

}  // namespace kam::msg
