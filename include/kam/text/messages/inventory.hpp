#pragma once

#include "kam/text/messages.hpp"

namespace kam::msg {

// NOLINTBEGIN(readability-identifier-naming): ids, as in `msg::agenda_title`

constexpr Msg yes{"yes", "ja"};
constexpr Msg no{"no", "nein"};
constexpr Msg as_of_day{"as of {0}", "Stand {0}"};
constexpr Msg next_step{"Next:", "Weiter:"};
constexpr Msg next_step_or{"or", "oder"};
constexpr Msg untitled_portfolio{"Key accounts", "Schlüsselkunden"};
constexpr Msg inventory_empty{"No customers yet.", "Noch keine Kunden erfasst."};
constexpr Msg inventory_none_met{"No customer meets the conditions.", "Kein Kunde erfüllt die Bedingungen."};
constexpr Msg accounts_one{"{0} customer", "{0} Kunde"};
constexpr Msg accounts_many{"{0} customers", "{0} Kunden"};
constexpr Msg accounts_shown{"{0} of {1}", "{0} von {1}"};
constexpr Msg revenue_total{"revenue {0}", "Umsatz {0}"};
constexpr Msg revenue_total_share{"revenue {0} ({1} of the total)", "Umsatz {0} ({1} vom Ganzen)"};
constexpr Msg abc_counts{"{0} A, {1} B, {2} C", "{0} A, {1} B, {2} C"};
constexpr Msg concentration{"largest {0}, three largest {1}", "größter {0}, drei größte {1}"};
constexpr Msg less_than_half_known{"* less than half known", "* weniger als zur Hälfte bekannt"};
constexpr Msg assessment_out_of_date{"† assessment out of date", "† Bewertung veraltet"};
constexpr Msg unassessed_one{"{0} not assessed", "{0} nicht bewertet"};
constexpr Msg unassessed_many{"{0} not assessed", "{0} nicht bewertet"};
constexpr Msg stale_one{"{0} assessment out of date", "{0} Bewertung veraltet"};
constexpr Msg stale_many{"{0} assessments out of date", "{0} Bewertungen veraltet"};
constexpr Msg overdue_one{"{0} action overdue", "{0} Maßnahme überfällig"};
constexpr Msg overdue_many{"{0} actions overdue", "{0} Maßnahmen überfällig"};
constexpr Msg group_unknown{"Not known", "Nicht bekannt"};
constexpr Msg matrix_title{"Portfolio matrix", "Portfolio-Matrix"};
constexpr Msg white_space_by_offering{"White space by offering", "Ungenutztes Potenzial nach Leistungen"};
constexpr Msg white_space_known{"Known", "Bekannt"};
constexpr Msg white_space_known_of{"{0} of {1}", "{0} von {1}"};
constexpr Msg white_space_largest{"Most of it with", "Am meisten bei"};
constexpr Msg white_space_legend{
    "Revenue today / potential, in {0}, and the competitor who has the rest; – is not known.",
    "Umsatz heute / Potenzial, in {0}, und der Wettbewerber, der den Rest hat; – ist nicht bekannt."};
constexpr Msg white_space_legend_thousands{
    "Revenue today / potential, in thousand {0}, and the competitor who has the rest; – is not known.",
    "Umsatz heute / Potenzial, in Tsd. {0}, und der Wettbewerber, der den Rest hat; – ist nicht bekannt."};
constexpr Msg white_space_basis{
    "Summed over the customers of whom today's revenue and potential with the offering are both known.",
    "Summen über die Kunden, bei denen Umsatz heute und Potenzial mit der Leistung beide bekannt sind."};
constexpr Msg white_space_no_offerings{
    "No offerings are listed: write them into kam.yaml, under offerings.",
    "Es ist kein Leistungsangebot hinterlegt: Schreiben Sie es in kam.yaml, unter offerings."};
constexpr Msg white_space_nothing_known{
    "What each customer buys of our offerings and what it could buy is not known yet.",
    "Was die Kunden von unseren Leistungen kaufen und was sie kaufen könnten, ist noch nicht bekannt."};

// NOLINTEND(readability-identifier-naming)

}  // namespace kam::msg
