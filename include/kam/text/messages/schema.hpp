#pragma once

#include "kam/text/messages.hpp"

namespace kam::msg {

// NOLINTBEGIN(readability-identifier-naming): ids, as in `msg::agenda_title`

constexpr Msg schema_portfolio_title{"Settings of a key account portfolio (kam.yaml)",
                                     "Einstellungen eines Schlüsselkunden-Portfolios (kam.yaml)"};
constexpr Msg schema_portfolio{"Whose customers they are, and how they are rated.",
                               "Um wessen Kunden es geht und wie sie bewertet werden."};
constexpr Msg schema_account_title{"Key account (accounts/ID.yaml)", "Schlüsselkunde (accounts/ID.yaml)"};
constexpr Msg schema_account{
    "One customer. Every key but kam and name may be left out; what is unknown is left out.",
    "Ein Kunde. Jeder Schlüssel außer kam und name darf fehlen; was unbekannt ist, wird weggelassen."};

// NOLINTEND(readability-identifier-naming)

}  // namespace kam::msg
