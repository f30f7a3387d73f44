#pragma once

#include "kam/text/messages.hpp"

namespace kam::msg {

// NOLINTBEGIN(readability-identifier-naming): ids, as in `msg::agenda_title`

constexpr Msg edit_interrupted{
    "A `kam edit` of {0} was interrupted; the lines above are what its text changes. What next?",
    "Ein `kam edit` von {0} wurde unterbrochen; die Zeilen oben zeigen, was sein Text ändert. Wie weiter?"};
constexpr Msg edit_choose_go_on{"[e] go on editing that text", "[b] diesen Text weiter bearbeiten"};
constexpr Msg edit_choose_leave{"[l] leave it where it is, and edit the file as it is now",
                                "[l] ihn liegen lassen und die Datei bearbeiten, wie sie jetzt ist"};
constexpr Msg edit_choose_discard_left{"[d] discard it, and edit the file as it is now",
                                       "[v] ihn verwerfen und die Datei bearbeiten, wie sie jetzt ist"};
constexpr Msg edit_left{"There is a text of {0} that was not saved there: {1}",
                        "Es gibt einen Text von {0}, der dort nicht gespeichert wurde: {1}"};

// NOLINTEND(readability-identifier-naming)

}  // namespace kam::msg
