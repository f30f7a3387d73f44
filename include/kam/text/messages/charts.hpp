#pragma once

#include "kam/text/messages.hpp"

namespace kam::msg {

// NOLINTBEGIN(readability-identifier-naming): ids, as in `msg::agenda_title`

constexpr Msg chart_matrix_words{"Customers by attractiveness and fulfilment: {0}.",
                                 "Kunden nach Attraktivität und Erfüllungsgrad: {0}."};
constexpr Msg chart_area_revenue{"Area: revenue", "Kreisfläche: Umsatz"};
constexpr Msg chart_not_placed{"Not placed, since attractiveness or fulfilment is not known",
                               "Nicht eingeordnet, weil Attraktivität oder Erfüllungsgrad nicht bekannt ist"};
constexpr Msg chart_not_drawn_many{"Not drawn, to keep the picture readable",
                                   "Nicht gezeichnet, damit das Bild lesbar bleibt"};
constexpr Msg chart_smaller_customers{"{0} customers whose revenue is smaller or not known",
                                      "{0} Kunden, deren Umsatz kleiner oder nicht bekannt ist"};
constexpr Msg chart_priorities{"Importance and fulfilment of the requirements",
                               "Wichtigkeit und Erfüllung der Anforderungen"};
constexpr Msg chart_priorities_words{"Requirements by importance and fulfilment: {0}.",
                                     "Anforderungen nach Wichtigkeit und Erfüllung: {0}."};
constexpr Msg chart_not_rated{"Not rated yet", "Noch nicht bewertet"};
constexpr Msg chart_views_words{
    "How well we fulfil each requirement, as the customer sees it and as we see it.",
    "Wie gut wir jede Anforderung erfüllen, aus Sicht des Kunden und aus unserer Sicht."};
constexpr Msg chart_trend{"Fulfilment over time", "Erfüllungsgrad im Zeitverlauf"};
constexpr Msg chart_trend_words{"{0}: from {1} points on {2} to {3} points on {4}.",
                                "{0}: von {1} Punkten am {2} auf {3} Punkte am {4}."};
constexpr Msg chart_trend_once{"{0}: {1} points on {2}.", "{0}: {1} Punkte am {2}."};
constexpr Msg chart_curve{"ABC curve", "ABC-Kurve"};
constexpr Msg chart_curve_words{
    "{0} of {1} customers with revenue are in class A and together account for {2} of it.",
    "{0} von {1} Kunden mit Umsatz gehören zur Klasse A und stehen zusammen für {2} davon."};
constexpr Msg chart_curve_x{"Customers, largest revenue first", "Kunden, größter Umsatz zuerst"};
constexpr Msg chart_curve_y{"Share of revenue, added up (%)", "Umsatzanteil, aufsummiert (%)"};
constexpr Msg chart_class_until{"{0} up to {1}", "{0} bis {1}"};
constexpr Msg chart_no_revenue{"Revenue not known", "Umsatz nicht bekannt"};
constexpr Msg chart_revenue_not_positive{"No revenue above zero", "Kein Umsatz über null"};
constexpr Msg chart_people{"Influence and attitude", "Einfluss und Einstellung"};
constexpr Msg chart_people_words{"People at the customer by influence and attitude: {0}.",
                                 "Ansprechpartner nach Einfluss und Einstellung: {0}."};
constexpr Msg chart_people_unknown{"Influence or attitude not known",
                                   "Einfluss oder Einstellung nicht bekannt"};
constexpr Msg chart_potentials{"Potentials by probability", "Potenziale nach Wahrscheinlichkeit"};
constexpr Msg chart_stage_named{"Open or won", "Offen oder gewonnen"};
constexpr Msg chart_stage_likely{"At least {0} likely, or won",
                                 "Zu mindestens {0} wahrscheinlich oder gewonnen"};
constexpr Msg chart_no_value{"Value not known", "Wert nicht bekannt"};
constexpr Msg chart_no_probability{
    "Probability not known, so counted in the first stage only",
    "Wahrscheinlichkeit nicht bekannt, deshalb nur in der ersten Stufe gezählt"};

// NOLINTEND(readability-identifier-naming)

}  // namespace kam::msg
