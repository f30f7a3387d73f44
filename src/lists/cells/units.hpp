#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "kam/lists/import.hpp"
#include "lists/cells/currencies.hpp"

namespace kam {

// The words of a folded text, without punctuation; a currency sign counts as a letter.
std::vector<std::string_view> split_words(std::string_view folded);

// What words say of amounts.
struct AmountWords {
  AmountUnit unit = AmountUnit::one;
  std::vector<const CurrencySign*> currencies;
};

// Takes the words that say the unit and the currency of an amount (`in`, `T€`, `Mio.`, `EUR`) out of
// `words`. Nothing where they say two units.
std::optional<AmountWords> take_unit(std::vector<std::string_view>& words);

}  // namespace kam
