#pragma once

#include "kam/text/messages.hpp"

namespace kam::msg {

// NOLINTBEGIN(readability-identifier-naming): ids, as in `msg::agenda_title`

constexpr Msg diff_title{"Changes: {0} → {1}", "Änderungen: {0} → {1}"};
constexpr Msg diff_commit{"{0} ({1})", "{0} ({1})"};
constexpr Msg diff_commit_named{"{0} = {1} ({2})", "{0} = {1} ({2})"};
constexpr Msg diff_working_tree{"working tree", "Arbeitsverzeichnis"};
constexpr Msg diff_not_checked_out_one{
    "1 account is not checked out (sparse checkout); it counts as git's index has it.",
    "1 Kunde ist nicht ausgecheckt (Sparse-Checkout); er zählt so, wie ihn der Index von git enthält."};
constexpr Msg diff_not_checked_out_many{
    "{0} accounts are not checked out (sparse checkout); they count as git's index has them.",
    "{0} Kunden sind nicht ausgecheckt (Sparse-Checkout); sie zählen so, wie sie der Index von git enthält."};
constexpr Msg diff_fork{"From where {0} left {1}", "Ab der Abzweigung von {0} aus {1}"};
constexpr Msg diff_model_changed{
    "The rating model has changed. This alone moves scores, without any customer having moved:",
    "Das Bewertungsmodell hat sich geändert. Schon das verschiebt Werte, ohne dass sich bei einem Kunden "
    "etwas bewegt hat:"};
constexpr Msg diff_nothing{"Nothing changed in the relationship with any customer.",
                           "In der Beziehung zu den Kunden hat sich nichts geändert."};
constexpr Msg diff_none_of_these{"The customers' own facts and scores are the same.",
                                 "Die Angaben und Werte der Kunden sind gleich geblieben."};
constexpr Msg diff_count_added{"{0} added", "{0} neu"};
constexpr Msg diff_count_removed{"{0} removed", "{0} entfernt"};
constexpr Msg diff_count_renamed{"{0} renamed", "{0} umbenannt"};
constexpr Msg diff_count_changed{"{0} changed", "{0} geändert"};
constexpr Msg diff_added{"added", "neu"};
constexpr Msg diff_removed{"removed", "entfernt"};
constexpr Msg diff_renamed{"renamed: {0} → {1}", "umbenannt: {0} → {1}"};
constexpr Msg diff_changed{"changed", "geändert"};
constexpr Msg diff_change{"Change", "Änderung"};
constexpr Msg diff_item_added{"new", "neu"};
constexpr Msg diff_item_added_with{"new: {0}", "neu: {0}"};
constexpr Msg diff_item_removed{"removed", "entfernt"};
constexpr Msg diff_text_changed{"text changed", "Text geändert"};
constexpr Msg diff_item{"{0}: {1}", "{0}: {1}"};
constexpr Msg diff_field{"{0} {1}", "{0} {1}"};
constexpr Msg diff_summary{"{0}: {1}", "{0}: {1}"};
constexpr Msg diff_changes_one{"{0} change", "{0} Änderung"};
constexpr Msg diff_changes_many{"{0} changes", "{0} Änderungen"};
constexpr Msg diff_portfolio{"Portfolio", "Portfolio"};
constexpr Msg diff_customers{"Customers", "Kunden"};
constexpr Msg diff_largest{"Share of the largest", "Anteil des größten"};
constexpr Msg diff_three_largest{"Share of the three largest", "Anteil der drei größten"};
constexpr Msg diff_finding_new{"New: {0}", "Neu: {0}"};
constexpr Msg diff_finding_gone{"Gone: {0}", "Entfallen: {0}"};
constexpr Msg diff_assessment{"Assessment of {0} ({1})", "Bewertung vom {0} ({1})"};
constexpr Msg diff_ratings_one{"{0} requirement", "{0} Kundenanforderung"};
constexpr Msg diff_ratings_many{"{0} requirements", "{0} Kundenanforderungen"};
constexpr Msg diff_gate_met{"Gate {0}: met, {1} judged", "Vorgabe {0}: erfüllt, {1} geprüft"};
constexpr Msg diff_gate_missed{"Gate {0}: missed by {1}, {2} judged",
                               "Vorgabe {0}: verfehlt bei {1}, {2} geprüft"};
constexpr Msg diff_gate_skipped{"{0}, {1} without a value before", "{0}, {1} vorher ohne Wert"};
constexpr Msg diff_gate_lost{"{0} ({1} is no longer known)", "{0} ({1} ist nicht mehr bekannt)"};
constexpr Msg diff_gate_miss{"{0} ({1})", "{0} ({1})"};
constexpr Msg diff_limits_abc{"Limits of the ABC classes", "Grenzen der ABC-Klassen"};
constexpr Msg diff_limits_bands{"Limits of the colours", "Grenzen der Farben"};
constexpr Msg diff_limits_key_account_attractiveness{"Key account from an attractiveness of",
                                                     "Schlüsselkunde ab einer Attraktivität von"};
constexpr Msg diff_limits_key_account_partnership{"Key account from a partnership of",
                                                  "Schlüsselkunde ab einer Partnerschaft von"};
constexpr Msg diff_limits_matrix_attractiveness{"Portfolio matrix: attractive from",
                                                "Portfolio-Matrix: attraktiv ab"};
constexpr Msg diff_limits_matrix_strength{"Portfolio matrix: strong from", "Portfolio-Matrix: stark ab"};
constexpr Msg diff_limits_crosshair{"Cross-hair of the requirements", "Fadenkreuz der Anforderungen"};
constexpr Msg diff_limits_stale{"Assessments go out of date after (days)",
                                "Bewertungen veralten nach (Tagen)"};

// NOLINTEND(readability-identifier-naming)

}  // namespace kam::msg
