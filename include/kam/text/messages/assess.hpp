#pragma once

#include "kam/text/messages.hpp"

namespace kam::msg {

// NOLINTBEGIN(readability-identifier-naming): ids, as in `msg::agenda_title`

constexpr Msg customer_since{"customer since {0}", "Kunde seit {0}"};
constexpr Msg known_to{"{0} known", "zu {0} bekannt"};
constexpr Msg areas_known{"{0} of {1} areas", "{0} von {1} Bereichen"};
constexpr Msg requirements_known{"{0} of {1} requirements", "{0} von {1} Anforderungen"};
constexpr Msg trend_since{"since {0}: {1}", "seit {0}: {1}"};
constexpr Msg own_view_score{"own view {0}", "Eigensicht {0}"};
constexpr Msg out_of_date{"out of date", "veraltet"};
constexpr Msg questions_answered{"{0} of {1} questions answered", "{0} von {1} Fragen beantwortet"};
constexpr Msg not_yet_rated{"Not yet rated: {0}.", "Noch nicht bewertet: {0}."};
constexpr Msg nothing_rated{"Nothing rated yet.", "Noch nichts bewertet."};
constexpr Msg no_action{"no action", "keine Maßnahme"};
constexpr Msg fulfilment_rating{"Fulfilment", "Erfüllung"};
constexpr Msg own_fulfilment{"Own view", "Eigensicht"};
constexpr Msg assessment_position{"Position", "Einordnung"};
constexpr Msg gains_heading{"What would help most", "Was am meisten bringen würde"};
constexpr Msg gains_points{"Points to win", "Gewinn an Punkten"};
constexpr Msg gains_fulfilment{"Fulfilment then", "Erfüllungsgrad dann"};
constexpr Msg gains_basis{
    "Each fulfilled to {0} and as important as today; the ones above it fulfilled already.",
    "Jeweils voll erfüllt (mit {0}) und so wichtig wie heute; die darüber sind dann schon erfüllt."};
constexpr Msg what_if_nothing_written{"What if: nothing was written.",
                                      "Gedankenspiel: Es wurde nichts geschrieben."};
constexpr Msg findings{"What needs attention", "Was Aufmerksamkeit braucht"};
constexpr Msg open_questions{"What we do not know yet ({0} of {1})",
                             "Was wir noch nicht wissen ({0} von {1})"};
constexpr Msg explain_heading{"How the scores come about", "So kommen die Werte zustande"};
constexpr Msg explain_coverage{"{0}, known share", "{0}, bekannter Anteil"};
constexpr Msg explain_steps{"{0} {1} ({2}) reaches {3} of {4} steps",
                            "{0} {1} ({2}) erreicht {3} von {4} Stufen"};
constexpr Msg explain_rating_of{"{0}: {1}, so {2}", "{0}: {1}, also {2}"};
constexpr Msg explain_lost{"{0}, points lost", "{0}, Punktverlust"};
constexpr Msg explain_threshold{"{0} {1} (threshold {2})", "{0} {1} (Schwelle {2})"};
constexpr Msg explain_half_known{", only {0}% of it known", ", davon nur {0}\u00A0% bekannt"};
constexpr Msg explain_abc{"customers with more revenue hold {0}, class limits {1} and {2}",
                          "Kunden mit mehr Umsatz halten {0}, Klassengrenzen {1} und {2}"};
constexpr Msg explain_crosshair{"Cross-hair of the requirements: importance {0}, fulfilment {1}",
                                "Fadenkreuz der Anforderungen: Wichtigkeit {0}, Erfüllung {1}"};
constexpr Msg changed_nothing{"Nothing to change: every rating is already recorded.",
                              "Nichts zu ändern: alle Bewertungen sind bereits eingetragen."};
constexpr Msg set_nothing{"Nothing to change: the file says so already.",
                          "Nichts zu ändern: So steht es schon in der Datei."};
constexpr Msg recorded_after_as_of{"The assessment of {0} lies after {1} and does not count yet.",
                                   "Die Bewertung vom {0} liegt nach dem {1} und zählt noch nicht."};
constexpr Msg dry_run_nothing_written{"Dry run: nothing was written.",
                                      "Probelauf: Es wurde nichts geschrieben."};

// NOLINTEND(readability-identifier-naming)

}  // namespace kam::msg
