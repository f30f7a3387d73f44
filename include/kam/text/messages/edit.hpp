#pragma once

#include "kam/text/messages.hpp"

namespace kam::msg {

// NOLINTBEGIN(readability-identifier-naming): ids, as in `msg::agenda_title`

constexpr Msg edit_unchanged{"Nothing was changed.", "Es wurde nichts geändert."};
constexpr Msg edit_faulty{"{0} would not read like this, and is as it was. What next?",
                          "{0} wäre so nicht lesbar und ist unverändert. Wie weiter?"};
constexpr Msg edit_settings_faulty{
    "kam.yaml does not read, so {0} cannot be checked and is as it was. What next?",
    "kam.yaml ist nicht lesbar, {0} deshalb nicht prüfbar und unverändert. Wie weiter?"};
constexpr Msg edit_overtaken{
    "{0} was changed meanwhile by somebody else, as follows; your text is not written. What next?",
    "{0} wurde inzwischen von jemand anderem geändert, und zwar so; Ihr Text ist nicht geschrieben. Wie "
    "weiter?"};
constexpr Msg edit_differences{
    "{0} was changed meanwhile, as follows; please take that over into your text.",
    "{0} wurde inzwischen wie folgt geändert; bitte übernehmen Sie das in Ihren Text."};
constexpr Msg edit_choose_again{"[e] edit again", "[b] weiter bearbeiten"};
constexpr Msg edit_choose_commented{
    "[c] edit again, with the errors as comments above their lines",
    "[k] weiter bearbeiten, mit den Fehlern als Kommentaren über ihren Zeilen"};
constexpr Msg edit_choose_merge{"[e] edit again, with these differences as comments at the top",
                                "[b] weiter bearbeiten, mit diesen Unterschieden als Kommentaren am Anfang"};
constexpr Msg edit_choose_stop{"[s] stop and keep your text in a copy",
                               "[a] abbrechen und den Text als Kopie behalten"};
constexpr Msg edit_choose_discard{"[d] stop and discard your text", "[v] abbrechen und den Text verwerfen"};
constexpr Msg edit_choose_one_of{"Please answer with one of these letters: {0}",
                                 "Bitte antworten Sie mit einem dieser Buchstaben: {0}"};
constexpr Msg edit_prompt{"Your choice: ", "Ihre Wahl: "};
constexpr Msg edit_copy_kept{"{0} is as it was. Your text is kept in {1}",
                             "{0} ist unverändert. Ihr Text liegt in {1}"};
constexpr Msg edit_discarded{"{0} is as it was. Your text was discarded.",
                             "{0} ist unverändert. Ihr Text wurde verworfen."};
constexpr Msg edit_overwrites{"What somebody else had written meanwhile is not in your text:",
                              "Was jemand anderes inzwischen geschrieben hatte, steht nicht in Ihrem Text:"};

// NOLINTEND(readability-identifier-naming)

}  // namespace kam::msg
