#pragma once

#include <span>
#include <string>
#include <string_view>

#include "kam/exchange/import.hpp"

namespace kam {

// Amounts of money as lists hold them: `101744.50`, `1,234,567.89`, `1.234.567,89`, `1 234 567`,
// `1'234.50`, `€ 1.234,00`, `1.234 EUR`, `-5`, `5-`, `(5)`.

enum class AmountKind {
  unreadable,
  plain,      // the same number whichever mark the decimals have
  comma,      // a number only with decimals after a comma
  point,      // a number only with decimals after a point
  ambiguous,  // two numbers: `1.234`
};

struct Amount {
  AmountKind kind = AmountKind::unreadable;
  double value = 0;  // 0 where unreadable or ambiguous
};

// Reads `text` with that decimal mark; `automatic` tries both.
Amount read_amount(std::string_view text, DecimalMark mark);

// The mark that the cells of one column agree on: at least one can be read in one way only, and no other
// contradicts it. Else `automatic`.
DecimalMark find_decimal_mark(std::span<const std::string> cells);

}  // namespace kam
