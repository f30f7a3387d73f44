#pragma once

#include "kam/text/messages.hpp"

namespace kam::msg {

// NOLINTBEGIN(readability-identifier-naming): ids, as in `msg::agenda_title`

// ---- the key account plan: its opening paragraph ----
constexpr Msg plan_title{"Key account plan: {0}", "Key-Account-Plan: {0}"};
constexpr Msg plan_name_and_industry{"{0} ({1})", "{0} ({1})"};
constexpr Msg plan_is_key_account{"{0} is a key account.", "{0} ist Schlüsselkunde."};
constexpr Msg plan_is_candidate{"{0} is a candidate for becoming a key account.",
                                "{0} ist Kandidat für den Kreis der Schlüsselkunden."};
constexpr Msg plan_is_prospect{"{0} is a prospect, not yet a customer.",
                               "{0} ist Interessent und noch kein Kunde."};
constexpr Msg plan_is_former{"{0} is a former customer.", "{0} ist ein ehemaliger Kunde."};
constexpr Msg plan_is_unsettled{"{0} is a customer whose status is still open.",
                                "{0} ist ein Kunde, dessen Status noch nicht festgelegt ist."};
constexpr Msg plan_since{"We have worked together since {0}.", "Wir arbeiten seit {0} zusammen."};
constexpr Msg plan_manager{"On our side {0} is responsible.", "Bei uns verantwortlich ist {0}."};
constexpr Msg plan_no_manager{"No one on our side has been named as its fixed contact.",
                              "Ein fester Ansprechpartner ist bei uns noch nicht benannt."};
constexpr Msg plan_revenue_unknown{"Our revenue with it is not known.",
                                   "Unser Umsatz mit diesem Kunden ist nicht bekannt."};
constexpr Msg plan_revenue{"Revenue in {0} was {1}.", "Im Jahr {0} betrug der Umsatz {1}."};
constexpr Msg plan_revenue_grown{"Revenue in {0} was {1}, {2} more than the year before.",
                                 "Im Jahr {0} betrug der Umsatz {1}, das sind {2} mehr als im Vorjahr."};
constexpr Msg plan_revenue_fallen{"Revenue in {0} was {1}, {2} less than the year before.",
                                  "Im Jahr {0} betrug der Umsatz {1}, das sind {2} weniger als im Vorjahr."};
constexpr Msg plan_revenue_unchanged{"Revenue in {0} was {1}, as much as the year before.",
                                     "Im Jahr {0} betrug der Umsatz {1}, so viel wie im Vorjahr."};
constexpr Msg plan_revenue_share{"That is {0} of the revenue with all customers (class {1}).",
                                 "Das entspricht {0} des Umsatzes mit allen Kunden (Klasse {1})."};
constexpr Msg plan_qualifies_key_account{
    "With {0} of 100 points for attractiveness and {1} for partnership it meets our criteria for a key "
    "account.",
    "Mit {0} von 100 Punkten bei der Attraktivität und {1} bei der Partnerschaft erfüllt der Kunde unsere "
    "Kriterien für einen Schlüsselkunden."};
constexpr Msg plan_qualifies_candidate{
    "Its attractiveness of {0} of 100 points speaks for a key account; the partnership, at {1}, does not "
    "carry that yet.",
    "Die Attraktivität von {0} von 100 Punkten spricht für einen Schlüsselkunden; die Partnerschaft trägt "
    "das mit {1} Punkten noch nicht."};
constexpr Msg plan_qualifies_regular{
    "With {0} of 100 points for attractiveness and {1} for partnership it counts as a regular customer.",
    "Mit {0} von 100 Punkten bei der Attraktivität und {1} bei der Partnerschaft gilt der Kunde als "
    "Standardkunde."};
constexpr Msg plan_qualifies_unknown{
    "Whether it should be a key account cannot be said yet: too little is known of its attractiveness or of "
    "the partnership.",
    "Ob der Kunde Schlüsselkunde sein sollte, lässt sich noch nicht sagen: Über Attraktivität oder "
    "Partnerschaft ist zu wenig bekannt."};
constexpr Msg plan_fulfilment_customer{
    "The customer has rated {1} of {2} requirements; by its view we fulfil them with {0} of 100 points.",
    "Der Kunde hat {1} von {2} Anforderungen bewertet; aus seiner Sicht erfüllen wir sie mit {0} von 100 "
    "Punkten."};
constexpr Msg plan_fulfilment_own{
    "Only we ourselves have rated the requirements so far, {1} of {2}; by our own view we fulfil them with "
    "{0} of 100 points.",
    "Bisher haben nur wir selbst die Anforderungen bewertet, und zwar {1} von {2}; aus eigener Sicht "
    "erfüllen wir sie mit {0} von 100 Punkten."};
constexpr Msg plan_fulfilment_unknown{
    "How well we fulfil its requirements is not known.",
    "Wie gut wir die Anforderungen des Kunden erfüllen, ist nicht bekannt."};
constexpr Msg plan_stale{"The last assessment, of {0}, is out of date.",
                         "Die letzte Bewertung vom {0} ist veraltet."};
constexpr Msg plan_top_gap{"The most points are lost with “{0}”.",
                           "Die meisten Punkte verlieren wir bei „{0}“."};
constexpr Msg plan_no_open_action{"No action is open.", "Offene Maßnahmen gibt es nicht."};
constexpr Msg plan_open_action{"One action is open.", "Eine Maßnahme ist offen."};
constexpr Msg plan_open_actions{"{0} actions are open.", "{0} Maßnahmen sind offen."};
constexpr Msg plan_overdue_action{"One action is overdue.", "Eine Maßnahme ist überfällig."};
constexpr Msg plan_overdue_actions{"{0} actions are overdue.", "{0} Maßnahmen sind überfällig."};
constexpr Msg plan_open_one_of{"One of {0} questions about this customer is still open.",
                               "Eine von {0} Fragen zu diesem Kunden ist noch offen."};
constexpr Msg plan_open_of{"{0} of {1} questions about this customer are still open.",
                           "{0} von {1} Fragen zu diesem Kunden sind noch offen."};

// ---- the key account plan: sections ----
constexpr Msg plan_section_facts{"Facts and team", "Steckbrief und Team"};
constexpr Msg plan_facts{"Facts", "Steckbrief"};
constexpr Msg plan_team{"Our team", "Unser Team"};
constexpr Msg plan_section_summary{"Summary", "Zusammenfassung"};
constexpr Msg plan_scores{"Score", "Kennzahl"};
constexpr Msg plan_out_of_100{"of 100", "von 100"};
constexpr Msg plan_known{"Known", "Bekannt"};
constexpr Msg plan_basis{"{0}, last of {1}", "{0}, zuletzt vom {1}"};
constexpr Msg plan_answered_of{"{0} of {1} questions answered", "{0} von {1} Fragen beantwortet"};
constexpr Msg plan_findings{"What to act on", "Was zu tun ist"};
constexpr Msg plan_no_findings{"What is known gives no cause to act at once.",
                               "Aus dem, was bekannt ist, ergibt sich kein dringender Handlungsbedarf."};
constexpr Msg plan_section_profile{"Profile and figures", "Profil und Zahlen"};
constexpr Msg plan_figures{"Figures by year", "Zahlen nach Jahren"};
constexpr Msg plan_deviation{"Against plan", "Abweichung vom Plan"};
constexpr Msg plan_ask_figures{
    "What are our revenue and margin with this customer, and how much does it purchase in all?",
    "Wie hoch sind Umsatz und Deckungsbeitrag mit diesem Kunden, und wie groß ist sein gesamtes "
    "Einkaufsvolumen?"};
constexpr Msg plan_why_important{"Why this customer is important", "Warum dieser Kunde wichtig ist"};
constexpr Msg plan_measured{"{0} {1}: {2}", "{0} {1}: {2}"};
constexpr Msg plan_weighted{"{0}: {1} of 100 points.", "{0}: {1} von 100 Punkten."};
constexpr Msg plan_weighted_known{"{0}: {1} of 100 points; {2} of the weight is known.",
                                  "{0}: {1} von 100 Punkten; bekannt sind {2} des Gewichts."};
constexpr Msg plan_criteria_known{"{0} of {1} criteria", "{0} von {1} Kriterien"};
constexpr Msg plan_areas_known{"{0} of {1} areas", "{0} von {1} Bereichen"};
constexpr Msg plan_section_goals{"The customer's goals", "Ziele des Kunden"};
constexpr Msg plan_goals{"Goals", "Was er erreichen will"};
constexpr Msg plan_important_services{"Services that matter most to it",
                                      "Leistungen, die ihm besonders wichtig sind"};
constexpr Msg plan_our_contribution{"Our contribution in its eyes", "Unser Beitrag aus seiner Sicht"};
constexpr Msg plan_section_people{"People at the customer", "Ansprechpartner beim Kunden"};
constexpr Msg plan_role_in_decision{"Role in decisions", "Rolle bei Entscheidungen"};
constexpr Msg plan_attitude{"Attitude to us", "Einstellung zu uns"};
constexpr Msg plan_kept_by{"Our contact", "Kontakt bei uns"};
constexpr Msg plan_no_decision_maker{
    "Who decides is not known yet: none of these people is named as a decision maker.",
    "Wer entscheidet, ist noch nicht bekannt: Keine dieser Personen ist als Entscheider benannt."};
constexpr Msg plan_section_collaboration{"Collaboration", "Zusammenarbeit"};
constexpr Msg plan_areas{"Areas in which we work together", "Bereiche, in denen wir zusammenarbeiten"};
constexpr Msg plan_section_requirements{"Requirements and fulfilment", "Anforderungen und Erfüllung"};
constexpr Msg plan_basis_customer{
    "The customer's view, last rated on {0}: {1} of {2} requirements are rated, and we fulfil them with {3} "
    "of 100 points.",
    "Kundensicht, zuletzt bewertet am {0}: {1} von {2} Anforderungen sind bewertet, wir erfüllen sie mit {3} "
    "von 100 Punkten."};
constexpr Msg plan_basis_own{
    "Our own view, last rated on {0}; the customer's is not known. {1} of {2} requirements are rated, and we "
    "fulfil them with {3} of 100 points.",
    "Eigensicht, zuletzt bewertet am {0}; die Kundensicht ist nicht bekannt. {1} von {2} Anforderungen sind "
    "bewertet, wir erfüllen sie mit {3} von 100 Punkten."};
constexpr Msg plan_priorities{
    "Importance counts as high from {0}, fulfilment as good from {1}. What is important and not well "
    "fulfilled comes first.",
    "Als wichtig gilt eine Anforderung ab {0}, als gut erfüllt ab {1}. Was wichtig und nicht gut erfüllt "
    "ist, geht vor."};
constexpr Msg plan_unrated{"Not rated yet, and therefore not counted:",
                           "Noch nicht bewertet und deshalb nicht eingerechnet:"};
constexpr Msg plan_section_position{"Our position and the two views",
                                    "Eigene Position, Selbstbild und Fremdbild"};
constexpr Msg plan_unique_services{"What only we do for this customer",
                                   "Was nur wir für diesen Kunden leisten"};
constexpr Msg plan_views_compared{"How we see it, how the customer sees it",
                                  "Wie wir es sehen, wie der Kunde es sieht"};
constexpr Msg plan_difference{"Difference", "Unterschied"};
constexpr Msg plan_gap_none{"The customer and we see it alike: both views give {0} of 100 points.",
                            "Der Kunde und wir sehen es gleich: Beide Sichten ergeben {0} von 100 Punkten."};
constexpr Msg plan_gap_better{
    "We see ourselves at {0} of 100 points, the customer sees us at {1}: by our own view we are {2} points "
    "better.",
    "Wir sehen uns bei {0} von 100 Punkten, der Kunde sieht uns bei {1}: Wir schätzen uns um {2} Punkte "
    "besser ein."};
constexpr Msg plan_gap_worse{
    "We see ourselves at {0} of 100 points, the customer sees us at {1}: by our own view we are {2} points "
    "worse.",
    "Wir sehen uns bei {0} von 100 Punkten, der Kunde sieht uns bei {1}: Wir schätzen uns um {2} Punkte "
    "schlechter ein."};
constexpr Msg plan_competitor_ahead{"A competitor does better with {0}.",
                                    "Ein Wettbewerber ist besser bei {0}."};
constexpr Msg plan_ask_own_view{"How well do we ourselves think we fulfil the requirements?",
                                "Wie gut erfüllen wir die Anforderungen aus unserer eigenen Sicht?"};
constexpr Msg plan_section_swot{"Strengths, weaknesses, opportunities, threats (SWOT)",
                                "Stärken, Schwächen, Chancen, Risiken (SWOT)"};
constexpr Msg plan_ask_strengths{"What are our strengths with this customer?",
                                 "Welche Stärken haben wir bei diesem Kunden?"};
constexpr Msg plan_ask_weaknesses{"What are our weaknesses?", "Welche Schwächen haben wir?"};
constexpr Msg plan_ask_opportunities{"Which opportunities do we see?", "Welche Chancen sehen wir?"};
constexpr Msg plan_ask_threats{"Which threats do we see?", "Welche Risiken sehen wir?"};
constexpr Msg plan_section_potentials{"Potentials and white space", "Potenziale"};
constexpr Msg plan_expected_value{
    "The open potentials, each weighted by its probability, are worth {0}.",
    "Die offenen Potenziale sind, mit ihrer Wahrscheinlichkeit gewichtet, {0} wert."};
constexpr Msg plan_revenue_today{"Revenue today", "Umsatz heute"};
constexpr Msg plan_white_space{"In all, {0} of the potential is still unused.",
                               "Insgesamt sind {0} des Potenzials noch ungenutzt."};
constexpr Msg plan_ask_white_space{
    "Which of our product lines does it not buy from us yet, or only in part, and from whom instead?",
    "Welche unserer Leistungen bezieht er noch nicht oder nur zum Teil von uns, und von wem stattdessen?"};
constexpr Msg plan_section_objectives{"Our objectives", "Unsere Ziele bei diesem Kunden"};
constexpr Msg plan_today{"Today", "Heute"};
constexpr Msg plan_ask_objectives{"What do we want to achieve with this customer, and how do we measure it?",
                                  "Was wollen wir bei diesem Kunden erreichen, und woran messen wir es?"};
constexpr Msg plan_section_actions{"Actions", "Maßnahmen"};
constexpr Msg plan_ask_actions{"What do we do next, who does it, and by when?",
                               "Was tun wir als Nächstes, wer tut es, und bis wann?"};
constexpr Msg plan_section_open{"What we do not know yet", "Was wir noch nicht wissen"};
constexpr Msg plan_all_answered{"All {0} questions about this customer are answered.",
                                "Alle {0} Fragen zu diesem Kunden sind beantwortet."};

// NOLINTEND(readability-identifier-naming)

}  // namespace kam::msg
