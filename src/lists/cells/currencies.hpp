#pragma once

#include <span>
#include <string_view>

namespace kam {

// The currencies that lists name.

struct CurrencySign {
  std::string_view sign;   // `€`, `Euro`, `EUR`
  std::string_view codes;  // of ISO 4217 that it may mean, parted by blanks: a `$` is that of many
};

// By sign and by code. No sign stands before one that begins or ends with it.
std::span<const CurrencySign> currency_signs();

// The one that a folded word is; null where it is none.
const CurrencySign* find_currency(std::string_view word);

// Whether the sign may mean that currency; an empty `code` is any.
bool may_mean(const CurrencySign& sign, std::string_view code);

}  // namespace kam
