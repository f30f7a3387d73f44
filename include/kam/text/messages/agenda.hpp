#pragma once

#include "kam/text/messages.hpp"

namespace kam::msg {

inline constexpr Msg agenda_title{"Agenda", "Fälligkeiten"};
inline constexpr Msg agenda_title_of{"{0}: agenda", "{0}: Fälligkeiten"};
inline constexpr Msg agenda_owner{"Only what {0} is responsible for", "Nur, wofür {0} verantwortlich ist"};
inline constexpr Msg agenda_what{"What", "Was"};
inline constexpr Msg agenda_overdue{"Overdue", "Überfällig"};
inline constexpr Msg agenda_due_until{"Due up to {0}", "Fällig bis {0}"};
inline constexpr Msg agenda_undated{"Without date", "Ohne Datum"};
inline constexpr Msg agenda_no_date{"no date", "ohne Datum"};
inline constexpr Msg agenda_in_day{"in {0} day", "in {0} Tag"};
inline constexpr Msg agenda_in_days{"in {0} days", "in {0} Tagen"};
inline constexpr Msg agenda_first_assessment{"Assess for the first time", "Erstmals bewerten"};
inline constexpr Msg agenda_reassessment{"Assess anew (last on {0})", "Neu bewerten (zuletzt am {0})"};
inline constexpr Msg agenda_annual_talk{"Hold the annual talk (last assessed on {0})",
                                        "Jahresgespräch führen (zuletzt bewertet am {0})"};
inline constexpr Msg agenda_nothing{"Nothing is due up to {0}.", "Bis {0} ist nichts fällig."};
inline constexpr Msg agenda_count_overdue{"{0} overdue", "{0} überfällig"};
inline constexpr Msg agenda_count_due{"{0} due up to {1}", "{0} fällig bis {1}"};
inline constexpr Msg agenda_count_undated{"{0} without date", "{0} ohne Datum"};
inline constexpr Msg agenda_later{"{0} due later, the last on {1} (--until {2} shows them)",
                                  "{0} später fällig, zuletzt am {1} (zu sehen mit --until {2})"};
inline constexpr Msg agenda_unowned{"{0} without anyone responsible, not shown",
                                    "{0} ohne Verantwortliche, nicht gezeigt"};
inline constexpr Msg agenda_kind_line{"{0}: {1}", "{0}: {1}"};

}  // namespace kam::msg
