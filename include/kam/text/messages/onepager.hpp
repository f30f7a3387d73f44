#pragma once

#include "kam/text/messages.hpp"

namespace kam::msg {

// NOLINTBEGIN(readability-identifier-naming): ids, as in `msg::agenda_title`

// ---- one page for management ----
constexpr Msg onepager_title{"At a glance: {0}", "Auf einen Blick: {0}"};
constexpr Msg onepager_index{"Customers at a glance", "Kunden auf einen Blick"};
constexpr Msg onepager_position{"In the portfolio matrix that makes it: {0}.",
                                "In der Portfoliomatrix ergibt das: {0}."};
constexpr Msg onepager_position_unknown{"Its place in the portfolio matrix is not known yet.",
                                        "Der Platz in der Portfoliomatrix ist noch offen."};
constexpr Msg onepager_of_year{"{0} {1}", "{0} {1}"};
constexpr Msg onepager_section_numbers{"Key figures", "Kennzahlen"};
constexpr Msg onepager_section_potentials{"The largest potentials", "Die größten Potenziale"};
constexpr Msg onepager_no_potentials{"No open potential has been named.",
                                     "Offene Potenziale sind nicht benannt."};
constexpr Msg onepager_section_actions{"Next actions", "Die nächsten Maßnahmen"};
constexpr Msg onepager_section_gaps{"Where we lose most points", "Wo wir die meisten Punkte verlieren"};
constexpr Msg onepager_gaps_none{"Nothing that is rated falls short.",
                                 "Bei dem, was bewertet ist, gehen keine Punkte verloren."};
constexpr Msg onepager_gaps_unknown{
    "Where points are lost is not known, since nothing is rated.",
    "Wo Punkte verloren gehen, ist nicht bekannt, weil noch nichts bewertet ist."};
constexpr Msg onepager_more_potential{"One more potential is open.", "Ein weiteres Potenzial ist offen."};
constexpr Msg onepager_more_potentials{"{0} more potentials are open.", "{0} weitere Potenziale sind offen."};
constexpr Msg onepager_more_action{"One more action is open.", "Eine weitere Maßnahme ist offen."};
constexpr Msg onepager_more_actions{"{0} more actions are open.", "{0} weitere Maßnahmen sind offen."};
constexpr Msg onepager_open_questions{"{0} Among them: {1}", "{0} Unter anderem: {1}"};

// NOLINTEND(readability-identifier-naming)

}  // namespace kam::msg
