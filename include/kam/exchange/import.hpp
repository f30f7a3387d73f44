#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "kam/exchange/csv.hpp"
#include "kam/model/account.hpp"
#include "kam/model/problem.hpp"

namespace kam {

// From a CSV list to facts about accounts. Pure; `store` writes them.

enum class DecimalMark { automatic, comma, point };

struct ImportOptions {
  std::vector<std::pair<std::string, std::string>> map;  // FIELD=COLUMN as given: field name -> header text
  std::optional<int> year;                               // for money columns whose header names none
  DecimalMark decimal = DecimalMark::automatic;
};

// What a column of the list becomes.
struct ColumnUse {
  std::size_t column = 0;
  std::string
      field;  // `name`, `external_id`, `industry`, `manager`, `status`, `revenue`, `contribution_margin`
  std::optional<int> year;  // of revenue and contribution_margin
};

struct ImportRow {
  int line = 1;
  std::string name;         // never empty
  std::string external_id;  // empty where not given, as the rest
  std::string industry;
  std::string manager;
  std::optional<Status> status;
  std::map<int, FigureYear> figures;
};

struct ImportPlan {
  std::vector<ColumnUse> columns;
  std::vector<std::string> unused;  // header texts that no field takes
  std::vector<ImportRow> rows;      // the good ones
  Problems
      problems;  // every bad row by its line: no name, a number that cannot be read, a row that repeats one
};

// Throws UsageError where a `--map` names an unknown field or column (with the nearest), or no column holds
// the name, or a money column has neither a year in its header nor `--year`.
ImportPlan plan_import(const CsvTable& table, const ImportOptions& options, const std::string& file);

// Which account of the portfolio a row is: by external id, else by name (compared folded). `problems`: a row
// that fits two.
struct Match {
  std::optional<std::size_t> account;  // index into `accounts`; absent: a new one
  std::string id;                      // of a new one: from its name, made unique
};
struct MatchedRows {
  std::vector<Match> matches;  // one a row
  Problems problems;
};
MatchedRows match_rows(const std::vector<ImportRow>& rows, const std::vector<Account>& accounts,
                       const std::string& file);

}  // namespace kam
