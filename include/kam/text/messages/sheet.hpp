#pragma once

#include "kam/text/messages.hpp"

namespace kam::msg {

// NOLINTBEGIN(readability-identifier-naming): ids, as in `msg::agenda_title`

constexpr Msg sheet_requirement_customer{"What do you require of us?", "Was erwarten Sie von uns?"};
constexpr Msg sheet_requirement_own{"What does the customer require of us, as we see it?",
                                    "Was erwartet der Kunde aus unserer Sicht von uns?"};
constexpr Msg sheet_importance{
    "How important is it? 0 = not at all … {0} = decisive; empty = not asked",
    "Wie wichtig ist es? 0 = gar nicht … {0} = entscheidend; leer = nicht gefragt"};
constexpr Msg sheet_fulfilment{"How well do we fulfil it? 0 = not at all … {0} = fully; empty = not asked",
                               "Wie gut erfüllen wir es? 0 = gar nicht … {0} = voll; leer = nicht gefragt"};
constexpr Msg sheet_best_competitor{"How well does the best other supplier fulfil it? 0 … {0}",
                                    "Wie gut erfüllt es der beste andere Lieferant? 0 … {0}"};
constexpr Msg sheet_note{"Remark", "Bemerkung"};
constexpr Msg sheet_counts{"New answers: {0}, as before: {1}, not asked: {2}.",
                           "Neue Antworten: {0}, wie bisher: {1}, nicht gefragt: {2}."};
constexpr Msg sheet_unused{"Not taken over, since no column of the sheet: {0}.",
                           "Nicht übernommen, da keine Spalte des Bogens: {0}."};

// NOLINTEND(readability-identifier-naming)

}  // namespace kam::msg
