#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kam/lists/csv.hpp"
#include "kam/model/account.hpp"
#include "kam/model/problem.hpp"
#include "kam/model/settings.hpp"

namespace kam {

// Requirements as a list: the sheet that a customer fills in (`kam assess --sheet`) and the table of many
// accounts (`kam export --requirements`), read back from whatever a spreadsheet made of them.

// The id of a row that explains the others.
inline constexpr std::string_view kRemarkRow = "#";

// One row that says something. What its cells leave open is absent or empty: not asked, never zero.
struct RequirementAnswer {
  int line = 1;
  std::size_t account = 0;  // index into the accounts given
  std::string requirement;
  RequirementRating rating;
  std::optional<Perspective> perspective;
  std::optional<Date> date;
  std::string source;
  std::string by;
};

struct RequirementList {
  std::vector<RequirementAnswer> answers;
  std::size_t not_asked = 0;        // rows of requirements without any answer
  std::vector<std::string> unused;  // header texts that say nothing of a requirement
  Problems problems;                // every bad row by its line
};

// Whether the header is that of a requirement list of many accounts rather than of a customer list.
bool is_requirement_list(const CsvTable& table);

// What the rows of a list are about.
struct RequirementListFrame {
  const std::vector<Account>& accounts;
  const Settings& settings;
  // The one that all rows are of: the list then needs no account column, and a row of another is a problem.
  std::optional<std::size_t> account;
  std::map<std::string, std::string> words;  // folded label -> id, for rows that give no id
};

// Columns may stand in any order, among others, named by key or in German or English: `account` or `name`,
// `id`, `requirement` (in words), `importance`, `fulfilment`, `best_competitor`, `note`, `perspective`,
// `date`, `source`, `by`. Decimals may have a comma, dates the German form. A row whose id is
// `kRemarkRow` is passed over, as is one with neither an id nor a rating.
//
// Throws UsageError where a column that is needed is missing or there twice.
RequirementList read_requirement_list(const CsvTable& table, const RequirementListFrame& frame,
                                      const std::string& file);

}  // namespace kam
