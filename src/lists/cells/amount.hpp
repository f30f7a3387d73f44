#pragma once

#include <span>
#include <string>
#include <string_view>

#include "kam/lists/import.hpp"

namespace kam {

// Amounts of money as lists hold them: `101744.50`, `1,234,567.89`, `1.234.567,89`, `1 234 567`,
// `1'234.50`, `€ 1.234,00`, `1.234 EUR`, `-5`, `5-`, `(5)`; `1.234,5 T€` in a column of thousands.

enum class AmountKind {
  unreadable,
  plain,           // the same number whichever mark the decimals have
  comma,           // a number only with decimals after a comma
  point,           // a number only with decimals after a point
  ambiguous,       // two numbers: `1.234`
  other_unit,      // `5 Mio.` where amounts are not in millions
  whole_currency,  // `5 €` where amounts are in thousands of them
  other_currency   // `5 $` where amounts are in euros
};

// Whether it is one number.
constexpr bool is_number(AmountKind kind) {
  return kind == AmountKind::plain || kind == AmountKind::comma || kind == AmountKind::point;
}

struct Amount {
  AmountKind kind = AmountKind::unreadable;
  double value = 0;  // in whole units; 0 unless it is one number
};

// Reads `text`, an amount in `unit`, with that decimal mark; `automatic` tries both. The text may repeat the
// unit, and name the currency of that code (empty: any). Multiplied in decimal: 1234,5 T€ are 1234500.
Amount read_amount(std::string_view text, DecimalMark mark, AmountUnit unit = AmountUnit::one,
                   std::string_view currency = {});

// The mark that the cells of one column agree on: at least one can be read in one way only, and no other
// contradicts it. Else `automatic`.
DecimalMark find_decimal_mark(std::span<const std::string> cells);

}  // namespace kam
