#pragma once

#include <string>
#include <vector>

#include "cli/context.hpp"
#include "kam/lists/import.hpp"

namespace kam::cli {

// What an import tells of its list beside problems: rows and columns that it does not take over. `currency`
// is the portfolio's.
void remark_list(const ListPlan& plan, const std::vector<int>& blank_lines, const std::string& currency,
                 Language language, Context& context);

// The sentences about rows.
std::vector<std::string> row_sentences(const ListPlan& plan, const std::vector<int>& blank_lines,
                                       Language language);

// How a column without a header is called: `column 5`.
std::string column_name(const UnusedColumn& column, Language language);

}  // namespace kam::cli
