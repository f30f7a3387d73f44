#pragma once

#include "kam/text/messages.hpp"

namespace kam::msg {

// NOLINTBEGIN(readability-identifier-naming): ids, as in `msg::agenda_title`

// ---- all pages ----
constexpr Msg report_and{"{0} and {1}", "{0} und {1}"};
constexpr Msg report_quoted{"“{0}”", "„{0}“"};
constexpr Msg report_name{"Name", "Name"};
constexpr Msg report_basis{"Basis", "Grundlage"};
constexpr Msg report_change{"Change", "Veränderung"};
constexpr Msg report_history{"How it has developed", "Entwicklung"};
constexpr Msg report_fulfilled{"Fulfilled", "Erfüllung"};
constexpr Msg report_rating_title{"{0} (0 to {1})", "{0} (0 bis {1})"};
constexpr Msg report_all_customers{"All customers", "Alle Kunden"};
constexpr Msg report_nothing_known{"Nothing has been recorded yet. To be asked: {0}",
                                   "Noch nichts festgehalten. Zu klären: {0}"};
constexpr Msg report_amounts{"Amounts in {0}", "Beträge in {0}"};
constexpr Msg report_to_ask{"Still to be asked: {0}", "Noch zu klären: {0}"};
constexpr Msg report_half_known{"* Less than half of this is known.",
                                "* Weniger als die Hälfte davon ist bekannt."};
constexpr Msg report_stale{"† The last assessment is more than {0} days old.",
                           "† Die letzte Bewertung ist mehr als {0} Tage alt."};

// ---- actions ----
constexpr Msg action_state{"Status", "Stand"};
constexpr Msg action_due_today{"due today", "heute fällig"};
constexpr Msg action_overdue_day{"overdue for {0} day", "überfällig seit {0} Tag"};
constexpr Msg action_overdue_days{"overdue for {0} days", "überfällig seit {0} Tagen"};

// ---- the portfolio: its opening paragraph ----
constexpr Msg portfolio_title{"Customer portfolio", "Kundenportfolio"};
constexpr Msg portfolio_title_of{"{0}: customer portfolio", "{0}: Kundenportfolio"};
constexpr Msg portfolio_empty{"As of {0} no customer has been recorded yet.",
                              "Mit Stand vom {0} ist noch kein Kunde erfasst."};
constexpr Msg portfolio_only_former{"As of {0} only former customers are recorded.",
                                    "Mit Stand vom {0} sind nur ehemalige Kunden erfasst."};
constexpr Msg portfolio_customer{"one customer", "einen Kunden"};
constexpr Msg portfolio_customers{"{0} customers", "{0} Kunden"};
constexpr Msg portfolio_opening{"As of {0} we look at {1}.", "Mit Stand vom {0} betrachten wir {1}."};
constexpr Msg portfolio_no_revenue{"No revenue is known.", "Umsätze sind nicht bekannt."};
constexpr Msg portfolio_opening_revenue{"As of {0} we look at {1} with a revenue of {2} in all.",
                                        "Mit Stand vom {0} betrachten wir {1} mit zusammen {2} Umsatz."};
constexpr Msg portfolio_revenue_unknown_one{"The revenue of one customer is not known.",
                                            "Von einem Kunden ist der Umsatz nicht bekannt."};
constexpr Msg portfolio_revenue_unknown{"The revenue of {0} customers is not known.",
                                        "Von {0} Kunden ist der Umsatz nicht bekannt."};
constexpr Msg portfolio_largest{"The largest, {0}, accounts for {1} of it.",
                                "Der größte, {0}, steht für {1} davon."};
constexpr Msg portfolio_largest_three{
    "The largest, {0}, accounts for {1} of it, the three largest together for {2}.",
    "Der größte, {0}, steht für {1} davon, die drei größten zusammen stehen für {2}."};
constexpr Msg portfolio_key_account_none{
    "No customer is known to meet our criteria for a key account.",
    "Nach dem, was wir wissen, erfüllt kein Kunde unsere Kriterien für Schlüsselkunden."};
constexpr Msg portfolio_key_account{"One customer meets our criteria for a key account.",
                                    "Ein Kunde erfüllt unsere Kriterien für Schlüsselkunden."};
constexpr Msg portfolio_key_accounts{"{0} customers meet our criteria for a key account.",
                                     "{0} Kunden erfüllen unsere Kriterien für Schlüsselkunden."};
constexpr Msg portfolio_candidate{"One is attractive enough but not yet a partner: a candidate.",
                                  "Ein Kunde ist attraktiv genug, aber noch kein Partner: ein Kandidat."};
constexpr Msg portfolio_candidates{"{0} are attractive enough but not yet partners: candidates.",
                                   "{0} Kunden sind attraktiv genug, aber noch keine Partner: Kandidaten."};
constexpr Msg portfolio_not_yet_known_one{"Of one customer we know too little to tell.",
                                          "Über einen Kunden wissen wir dafür noch zu wenig."};
constexpr Msg portfolio_not_yet_known{"Of {0} customers we know too little to tell.",
                                      "Über {0} Kunden wissen wir dafür noch zu wenig."};
constexpr Msg portfolio_urgent_action{"The longest overdue is “{0}” for {1}: it was due on {2}.",
                                      "Am längsten überfällig ist „{0}“ für {1}: Fällig war es am {2}."};
constexpr Msg portfolio_urgent_shortfall{"Most is to be gained with {0}: “{1}”.",
                                         "Am meisten zu gewinnen ist bei {0}: „{1}“."};
constexpr Msg portfolio_unassessed_one{
    "How well we fulfil the requirements of one customer we do not know: nobody has assessed it yet.",
    "Wie gut wir die Anforderungen eines Kunden erfüllen, wissen wir nicht: Sie sind noch nicht bewertet."};
constexpr Msg portfolio_unassessed{
    "How well we fulfil the requirements of {0} customers we do not know: nobody has assessed them yet.",
    "Wie gut wir die Anforderungen von {0} Kunden erfüllen, wissen wir nicht: Sie sind noch nicht bewertet."};
constexpr Msg portfolio_stale_one{"For one customer the assessment is out of date.",
                                  "Bei einem Kunden ist die Bewertung veraltet."};
constexpr Msg portfolio_stale{"For {0} customers the assessment is out of date.",
                              "Bei {0} Kunden ist die Bewertung veraltet."};

// ---- the portfolio: sections ----
constexpr Msg portfolio_section_summary{"Summary", "Zusammenfassung"};
constexpr Msg portfolio_fact_key_accounts{"Key accounts by our criteria",
                                          "Schlüsselkunden nach unseren Kriterien"};
constexpr Msg portfolio_fact_candidates{"Candidates, not yet partners", "Kandidaten, noch keine Partner"};
constexpr Msg portfolio_fact_regulars{"Regular customers", "Standardkunden"};
constexpr Msg portfolio_fact_not_yet_known{"Not yet known", "Einstufung noch offen"};
constexpr Msg portfolio_fact_unassessed{"Not yet assessed", "Noch nicht bewertet"};
constexpr Msg portfolio_fact_stale{"Assessment out of date", "Bewertung veraltet"};
constexpr Msg portfolio_fact_expected_value{"Expected value of open potentials",
                                            "Erwartungswert der offenen Potenziale"};
constexpr Msg portfolio_section_accounts{"The customers at a glance", "Die Kunden im Überblick"};
constexpr Msg portfolio_shown_by_rank{"The first {0} by rank; the other {1} follow by name.",
                                      "Die ersten {0} nach dem Rang; die übrigen {1} folgen nach Namen."};
constexpr Msg portfolio_section_matrix{"Portfolio matrix", "Portfoliomatrix"};
constexpr Msg portfolio_strength_low{"Low strength", "Stärke gering"};
constexpr Msg portfolio_strength_high{"High strength", "Stärke hoch"};
constexpr Msg portfolio_attractiveness_high{"high", "hoch"};
constexpr Msg portfolio_attractiveness_low{"low", "gering"};
constexpr Msg portfolio_field{"{0}: {1}", "{0}: {1}"};
constexpr Msg portfolio_matrix_thresholds{
    "Attractiveness is high from {0} points. Our strength is how well we fulfil the requirements; it is high "
    "from {1} points.",
    "Die Attraktivität ist ab {0} Punkten hoch. Unsere Stärke ist der Erfüllungsgrad der Anforderungen; sie "
    "ist ab {1} Punkten hoch."};
constexpr Msg portfolio_not_placed{"Not in the matrix:", "Nicht in der Matrix:"};
constexpr Msg portfolio_attractiveness_unknown{"attractiveness is not known", "Attraktivität nicht bekannt"};
constexpr Msg portfolio_fulfilment_unknown{"fulfilment is not known", "Erfüllungsgrad nicht bekannt"};
constexpr Msg portfolio_both_unknown{"neither attractiveness nor fulfilment is known",
                                     "Attraktivität und Erfüllungsgrad nicht bekannt"};
constexpr Msg portfolio_section_concentration{"Revenue by ABC class and concentration",
                                              "ABC-Analyse und Konzentration"};
constexpr Msg portfolio_class{"Class", "Klasse"};
constexpr Msg portfolio_concentration{
    "The largest customer accounts for {0} of revenue, the three largest for {1}. The Herfindahl index of "
    "concentration is {2}; 1 would be a single customer.",
    "Der größte Kunde steht für {0} des Umsatzes, die drei größten stehen für {1}. Der Herfindahl-Index der "
    "Konzentration beträgt {2}; 1 hieße: ein einziger Kunde."};
constexpr Msg portfolio_abc_limits{
    "Class A: the largest customers, up to {0} of revenue in all; class B up to {1}; class C the rest.",
    "Klasse A: die größten Kunden bis zusammen {0} des Umsatzes; Klasse B bis {1}; Klasse C die übrigen."};
constexpr Msg portfolio_without_revenue{"Without a class, because their revenue is not known: {0}.",
                                        "Ohne Klasse, weil der Umsatz nicht bekannt ist: {0}."};
constexpr Msg portfolio_section_shortfalls{"The largest shortfalls", "Die größten Punktverluste"};
constexpr Msg portfolio_shortfalls{
    "What costs most satisfaction with the customers that matter most: points lost, weighted by the "
    "customer's attractiveness.",
    "Was bei den wichtigsten Kunden am meisten Zufriedenheit kostet: Punktverluste, gewichtet mit der "
    "Attraktivität des Kunden."};
constexpr Msg portfolio_weighted{"Weighted", "Gewichtet"};
constexpr Msg portfolio_no_action{"no action", "keine Maßnahme"};
constexpr Msg portfolio_no_shortfalls{
    "No rated requirement of a customer whose attractiveness is known falls short.",
    "Bei keinem Kunden, dessen Attraktivität bekannt ist, gehen bei einer bewerteten Anforderung Punkte "
    "verloren."};
constexpr Msg portfolio_unweighted{
    "Left out, because the attractiveness is not known and their losses cannot be weighted: {0}.",
    "Nicht enthalten, weil die Attraktivität nicht bekannt ist und sich die Verluste nicht gewichten lassen: "
    "{0}."};
constexpr Msg portfolio_section_actions{"Open and overdue actions", "Offene und überfällige Maßnahmen"};
constexpr Msg portfolio_more_actions{
    "These are the {0} most urgent. {1} more are open, {2} of them overdue; they stand in the customers' own "
    "pages.",
    "Das sind die {0} dringendsten. {1} weitere sind offen, davon {2} überfällig; sie stehen auf den Seiten "
    "der Kunden."};
constexpr Msg portfolio_actions_by_owner{"All of them by who is responsible:", "Alle nach Verantwortlichen:"};
constexpr Msg portfolio_no_actions{"No action is open.", "Offene Maßnahmen gibt es nicht."};
constexpr Msg portfolio_name_former{"{0} (former customer)", "{0} (ehemaliger Kunde)"};
constexpr Msg portfolio_section_unknown{"Not assessed or out of date", "Nicht bewertet oder veraltet"};
constexpr Msg portfolio_state_unassessed{"not assessed yet", "noch nicht bewertet"};
constexpr Msg portfolio_state_stale{"out of date: {0} days ago", "veraltet: vor {0} Tagen"};
constexpr Msg portfolio_more_unknown{
    "These are the first {0} by rank. Of {1} more, {2} have not been assessed yet, and {3} assessments are "
    "out of date.",
    "Das sind die ersten {0} nach dem Rang. Von {1} weiteren sind {2} noch nicht bewertet, {3} Bewertungen "
    "sind veraltet."};
constexpr Msg portfolio_all_assessed{"Every customer has been assessed, and no assessment is out of date.",
                                     "Alle Kunden sind bewertet, und keine Bewertung ist veraltet."};
constexpr Msg portfolio_section_former{"Former customers", "Ehemalige Kunden"};
constexpr Msg portfolio_former{
    "They are not in the list above, where their place stays empty, and count in no total, class or matrix.",
    "Sie fehlen oben in der Übersicht, ihr Platz bleibt dort frei; in Summen, Klassen und Matrix zählen sie "
    "nicht mit."};
constexpr Msg portfolio_former_rank{": place {0}", ": Platz {0}"};

// NOLINTEND(readability-identifier-naming)

}  // namespace kam::msg
