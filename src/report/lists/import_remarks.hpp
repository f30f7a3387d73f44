#pragma once

#include <string>
#include <vector>

#include "kam/lists/import.hpp"

namespace kam {

// The sentences about rows that are not taken over.
std::vector<std::string> row_sentences(const ListPlan& plan, const std::vector<int>& blank_lines,
                                       Language language);

// How a column without a header is called: `column 5`.
std::string column_name(const UnusedColumn& column, Language language);

}  // namespace kam
