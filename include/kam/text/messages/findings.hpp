#pragma once

#include "kam/text/messages.hpp"

namespace kam::msg {

// NOLINTBEGIN(readability-identifier-naming): ids, as in `msg::agenda_title`

constexpr Msg finding_no_fixed_contact{
    "No key account manager is named: decide who is the customer's fixed contact.",
    "Ein fester Ansprechpartner ist nicht benannt: Legen Sie fest, wer den Kunden betreut."};
constexpr Msg finding_assessment_missing{
    "How well we meet the customer's requirements is unknown: ask for its assessment in the next talk.",
    "Wie gut wir die Anforderungen erfüllen, ist nicht bekannt: Bitten Sie den Kunden im nächsten Gespräch "
    "um seine Bewertung."};
constexpr Msg finding_customer_never_asked{
    "So far we know only our own view: ask the customer how it sees us.",
    "Bisher kennen wir nur unsere eigene Sicht: Fragen Sie den Kunden, wie er uns sieht."};
constexpr Msg finding_assessment_stale{"The last assessment, of {0}, is {1} days old: repeat it.",
                                       "Die letzte Bewertung vom {0} ist {1} Tage alt: Wiederholen Sie sie."};
constexpr Msg finding_requirement_gap{
    "“{0}” matters ({1} of {4}) but is fulfilled at only {2} of {4}; that costs {3} points, and no open "
    "action addresses it: plan one.",
    "„{0}“ ist wichtig ({1} von {4}), aber nur mit {2} von {4} erfüllt; das kostet {3} Punkte, und keine "
    "offene Maßnahme geht es an: Planen Sie eine."};
constexpr Msg finding_overdue_action{
    "“{0}” has been overdue since {2}: settle it with {1}, or agree a new date.",
    "„{0}“ ist seit dem {2} überfällig: Klären Sie es mit {1}, oder vereinbaren Sie einen neuen Termin."};
constexpr Msg finding_overdue_action_unowned{
    "“{0}” has been overdue since {1} and nobody is responsible: name someone.",
    "„{0}“ ist seit dem {1} überfällig, und niemand ist verantwortlich: Benennen Sie jemanden."};
constexpr Msg finding_own_view_too_rosy{
    "We rate ourselves {0} points better than the customer does: talk about where the two views differ.",
    "Wir bewerten uns um {0} Punkte besser, als der Kunde es tut: Sprechen Sie mit ihm über die "
    "Unterschiede."};
constexpr Msg finding_decision_maker_critic{
    "{0} has a say in decisions and is critical of us: find out what would have to change.",
    "{0} entscheidet und steht uns kritisch gegenüber: Klären Sie, was sich dafür ändern muss."};
constexpr Msg finding_decision_maker_opponent{
    "{0} has a say in decisions and is against us: find out why, and who else can speak for us.",
    "{0} entscheidet und lehnt uns ab: Klären Sie die Gründe und wer sonst für uns sprechen kann."};
constexpr Msg finding_no_influential_contact{
    "None of the people we know at the customer has great influence: find out who decides.",
    "Keiner der bekannten Ansprechpartner hat großen Einfluss: Finden Sie heraus, wer entscheidet."};

// What is said when they are gone.
constexpr Msg finding_gone_no_fixed_contact{"No key account manager named",
                                            "Kein Key-Account-Manager benannt"};
constexpr Msg finding_gone_assessment_missing{"Fulfilment unknown", "Erfüllungsgrad unbekannt"};
constexpr Msg finding_gone_customer_never_asked{"Only our own view known", "Nur die Eigensicht bekannt"};
constexpr Msg finding_gone_assessment_stale{"Assessment out of date", "Bewertung veraltet"};
constexpr Msg finding_gone_requirement_gap{"Shortfall without an action: {0}", "Lücke ohne Maßnahme: {0}"};
constexpr Msg finding_gone_overdue_action{"Overdue: {0}", "Überfällig: {0}"};
constexpr Msg finding_gone_own_view_too_rosy{"Own view far above the customer's",
                                             "Eigensicht weit über der Kundensicht"};
constexpr Msg finding_gone_decision_maker_critical{"Critical decision maker: {0}",
                                                   "Entscheider kritisch: {0}"};
constexpr Msg finding_gone_no_influential_contact{"No influential contact known",
                                                  "Kein einflussreicher Ansprechpartner bekannt"};

// NOLINTEND(readability-identifier-naming)

}  // namespace kam::msg
