#pragma once

#include "kam/text/messages.hpp"

namespace kam::msg {

// NOLINTBEGIN(readability-identifier-naming): ids, as in `msg::agenda_title`

// ---- fulfilment by assessment ----
constexpr Msg history_title{"Fulfilment over time", "Erfüllungsgrad im Zeitverlauf"};
constexpr Msg history_title_of{"{0}: fulfilment over time", "{0}: Erfüllungsgrad im Zeitverlauf"};
constexpr Msg history_course{"Course", "Verlauf"};
constexpr Msg history_course_note{"Course: at most the last {0} values, from 0 (▁) to 100 (█).",
                                  "Verlauf: höchstens die letzten {0} Werte, von 0 (▁) bis 100 (█)."};
constexpr Msg history_first{"First", "Zuerst"};
constexpr Msg history_last{"Latest", "Zuletzt"};
constexpr Msg history_since_first{"Since the first", "Seit Beginn"};
constexpr Msg history_values{"Values", "Werte"};
constexpr Msg history_unassessed{"Without a fulfilment so far: {0}.", "Bisher ohne Erfüllungsgrad: {0}."};
constexpr Msg history_nothing{"No customer has a fulfilment yet, so there is nothing to show over time.",
                              "Noch kein Kunde hat einen Erfüllungsgrad; es gibt also noch keinen Verlauf."};
constexpr Msg history_quarter{"Quarter", "Quartal"};
constexpr Msg history_quarter_of{"Q{0} {1}", "Q{0} {1}"};
constexpr Msg history_so_far{"{0}, up to {1}", "{0}, bis {1}"};

// ---- the portfolio's mean ----
constexpr Msg history_mean{"{0} (mean)", "{0} (Mittel)"};
constexpr Msg history_mean_basis{
    "The mean is that of all customers assessed by then, each with the same weight, without former ones. It "
    "also moves when a customer is assessed for the first time.",
    "Das Mittel umfasst alle bis dahin bewerteten Kunden mit gleichem Gewicht, ohne ehemalige. Es ändert "
    "sich auch, wenn ein Kunde erstmals bewertet wird."};
constexpr Msg history_mean_from{"{0}: from {1} points ({2}) on {3} to {4} points ({5}) on {6}.",
                                "{0}: von {1} Punkten ({2}) am {3} auf {4} Punkte ({5}) am {6}."};
constexpr Msg history_mean_once{"{0}: {1} points ({2}) on {3}.", "{0}: {1} Punkte ({2}) am {3}."};
constexpr Msg history_mean_point{"{0}: {1} ({2})", "{0}: {1} ({2})"};
constexpr Msg history_earlier{"Earlier periods, not shown here: {0}.",
                              "Frühere Zeiträume, hier nicht gezeigt: {0}."};

// ---- by revisions ----
constexpr Msg revisions_title{"The portfolio by revisions", "Das Portfolio nach Revisionen"};
constexpr Msg revisions_title_of{"{0}: the portfolio by revisions", "{0}: das Portfolio nach Revisionen"};
constexpr Msg revisions_title_accounts{"Customers by revisions", "Kunden nach Revisionen"};
constexpr Msg revisions_title_accounts_of{"{0}: customers by revisions", "{0}: Kunden nach Revisionen"};
constexpr Msg revisions_commit{"Commit", "Commit"};
constexpr Msg revisions_tags{"Git tags", "Git-Tags"};
constexpr Msg revisions_three_largest{"Three largest", "Drei größte"};
constexpr Msg revisions_key_accounts{"Key accounts", "Schlüsselkunden"};
constexpr Msg revisions_candidates{"Candidates", "Kandidaten"};
constexpr Msg revisions_not_yet_known{"Not yet known", "Noch offen"};
constexpr Msg revisions_unassessed{"Not assessed", "Nicht bewertet"};
constexpr Msg revisions_each{
    "Every state is scored by its own kam.yaml, as of the day of its commit.",
    "Jeder Stand ist nach seiner eigenen kam.yaml bewertet, mit dem Tag seines Commits als Stichtag."};
constexpr Msg revisions_means{
    "A mean is that of the customers with such a score, each with the same weight, without former ones.",
    "Ein Mittel umfasst die Kunden, die einen solchen Punktwert haben, mit gleichem Gewicht, ohne "
    "ehemalige."};
constexpr Msg revisions_model{
    "{0} ({1}): the rating model was changed ({2}), so scores may move without any customer having changed.",
    "{0} ({1}): Das Bewertungsmodell wurde geändert ({2}); Punktwerte können sich also ändern, ohne dass "
    "sich ein Kunde geändert hat."};
constexpr Msg revisions_broken{"{0} ({1}): does not read without errors, so it is not known.",
                               "{0} ({1}): lässt sich nicht fehlerfrei lesen und ist deshalb nicht bekannt."};
constexpr Msg revisions_broken_many{
    "{0} ({1}) to {2} ({3}): these {4} states do not read without errors, so they are not known.",
    "{0} ({1}) bis {2} ({3}): Diese {4} Stände lassen sich nicht fehlerfrei lesen und sind deshalb nicht "
    "bekannt."};
constexpr Msg revisions_renamed{"{0} ({1}): {2} was renamed from {3}; what was before stands there.",
                                "{0} ({1}): {2} wurde von {3} umbenannt; was davor war, steht dort."};
constexpr Msg revisions_unchanged_one{
    "{0} state without a change of these figures is not shown; CSV and JSON have it.",
    "{0} Stand ohne Änderung dieser Werte ist nicht gezeigt; CSV und JSON enthalten ihn."};
constexpr Msg revisions_unchanged_many{
    "{0} states without a change of these figures are not shown; CSV and JSON have them.",
    "{0} Stände ohne Änderung dieser Werte sind nicht gezeigt; CSV und JSON enthalten sie."};
constexpr Msg revisions_later_one{"{0} state committed after {1} is left out (--as-of).",
                                  "{0} Stand aus der Zeit nach dem {1} ist weggelassen (--as-of)."};
constexpr Msg revisions_later_many{"{0} states committed after {1} are left out (--as-of).",
                                   "{0} Stände aus der Zeit nach dem {1} sind weggelassen (--as-of)."};
constexpr Msg revisions_shallow{
    "The repository is a shallow clone: the history before {0} is not in it. `git fetch --unshallow` gets "
    "it.",
    "Das Repository ist ein flacher Klon: Die Geschichte vor {0} fehlt darin. `git fetch --unshallow` holt "
    "sie."};

// NOLINTEND(readability-identifier-naming)

}  // namespace kam::msg
