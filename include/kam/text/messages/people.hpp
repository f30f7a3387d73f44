#pragma once

#include "kam/text/messages.hpp"

namespace kam::msg {

// NOLINTBEGIN(readability-identifier-naming): ids, as in `msg::agenda_title`

// ---- who of ours knows whom ----
constexpr Msg coverage_heading{"Who of ours knows whom", "Wer von uns wen kennt"};
constexpr Msg coverage_count{"Number", "Anzahl"};
constexpr Msg coverage_contacts{"Knows", "Kennt"};
constexpr Msg coverage_nobody{"Who of ours knows whom has not been recorded yet.",
                              "Wer von uns wen kennt, ist noch nicht festgehalten."};
constexpr Msg coverage_decision_maker_unkept{
    "No one on our side has been named as the contact of one decision maker: {0}.",
    "Für einen Entscheider ist bei uns kein Kontakt benannt: {0}."};
constexpr Msg coverage_decision_makers_unkept{
    "No one on our side has been named as the contact of {1} decision makers: {0}.",
    "Für {1} Entscheider ist bei uns kein Kontakt benannt: {0}."};
constexpr Msg coverage_decision_makers_kept{"Every decision maker who is named has a contact on our side.",
                                            "Alle benannten Entscheider haben einen Kontakt bei uns."};
constexpr Msg coverage_influential_unkept{"Influential, with no contact named on our side: {0}.",
                                          "Einflussreich und ohne benannten Kontakt bei uns: {0}."};
constexpr Msg coverage_others_unkept{"No contact named on our side: {0}.",
                                     "Ohne benannten Kontakt bei uns: {0}."};
constexpr Msg coverage_role_unknown{"role not known", "Rolle nicht bekannt"};
constexpr Msg coverage_influence_unknown{"influence not known", "Einfluss nicht bekannt"};
constexpr Msg coverage_both_unknown{"role and influence not known", "Rolle und Einfluss nicht bekannt"};
constexpr Msg people_none{"No people at the customer have been named yet.",
                          "Beim Kunden ist noch kein Ansprechpartner benannt."};
constexpr Msg people_not_placed{"Not placed, since influence or attitude is not known: {0}.",
                                "Nicht eingeordnet, weil Einfluss oder Einstellung nicht bekannt ist: {0}."};

// ---- long lists ----
constexpr Msg list_more{"{0} more", "{0} weitere"};

// NOLINTEND(readability-identifier-naming)

}  // namespace kam::msg
