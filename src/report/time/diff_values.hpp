#pragma once

#include <string>
#include <string_view>

#include "kam/report/diff.hpp"
#include "kam/text/labels.hpp"

namespace kam {

// The catalogue's word for a criterion, area, requirement, offering or kind of potential, from the side that
// has it.
std::string entry_word(Vocabulary vocabulary, std::string_view id, const PortfolioDiff& diff,
                       const AccountChange* account);

// A fact as people read it: amounts grouped, days and numbers in the language, ids as words.
std::string fact_text(const FactValue& value, std::string_view section, std::string_view field,
                      const PortfolioDiff& diff, const AccountChange* account);

}  // namespace kam
