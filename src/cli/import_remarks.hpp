#pragma once

#include <string>
#include <vector>

#include "cli/context.hpp"
#include "kam/exchange/import.hpp"

namespace kam::cli {

// What an import tells of its list beside problems: rows and columns that it does not take over.
void remark_unused(const std::vector<UnusedColumn>& unused, Language language, Context& context);
void remark_rows(const std::vector<RowRemark>& remarks, const std::vector<int>& blank_lines,
                 Language language, Context& context);

// The sentences of `remark_rows`.
std::vector<std::string> row_sentences(const std::vector<RowRemark>& remarks,
                                       const std::vector<int>& blank_lines, Language language);

// How a column without a header is called: `column 5`.
std::string column_name(const UnusedColumn& column, Language language);

}  // namespace kam::cli
