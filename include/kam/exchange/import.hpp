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

enum class AmountUnit { one, thousand, million };  // in which the amounts of a column are

struct ImportOptions {
  // FIELD=COLUMN as given: field name -> header text. A money field may name its year (`revenue.2025`); an
  // empty column leaves the field out, whatever the headers say.
  std::vector<std::pair<std::string, std::string>> map;
  std::optional<int> year;  // for money columns whose header names none
  DecimalMark decimal = DecimalMark::automatic;
};

// What a column of the list becomes.
struct ColumnUse {
  std::size_t column = 0;
  // `name`, `external_id`, `industry`, `manager`, `status`, `revenue`, `contribution_margin`
  std::string field;
  std::optional<int> year;            // of revenue and contribution_margin, always
  AmountUnit unit = AmountUnit::one;  // of the same, as the header says
};

enum class WhyUnused {
  unknown,        // no field is known by that header, or another column has it
  own_turnover,   // `Annual Revenue`: the customer's own turnover, not ours with it
  gross_figure,   // `Jahresverkehrszahl`: of a ledger, with tax
  program_column  // `(Do Not Modify) Row Checksum`
};

// A column that no field takes.
struct UnusedColumn {
  std::size_t column = 0;
  std::string header;
  WhyUnused why = WhyUnused::unknown;
  bool operator==(const UnusedColumn&) const = default;
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
  std::vector<UnusedColumn> unused;
  std::vector<ImportRow> rows;  // the good ones
  Problems problems;            // every bad row by its line, with all that is wrong in it
};

// For a table without problems. Headers are recognised in German and English; a CRM's `Annual Revenue` is
// the customer's own turnover and no revenue. An amount with two meanings (`1.234`) is decided by
// `options.decimal`, else by the other cells of its column, else it is a problem. An empty cell is unknown.
//
// Throws UsageError where a `--map` names an unknown field or column (with the nearest), or no column holds
// the name, or two could hold the same, or a money column has neither a year in its header nor `--year`.
ImportPlan plan_import(const CsvTable& table, const ImportOptions& options, const std::string& file);

struct Match {
  std::optional<std::size_t> account;  // index into `accounts`; absent: a new one
  std::string id;                      // of a new one: from its name, made unique; else empty
};
struct MatchedRows {
  std::vector<Match> matches;  // one a row; of a row with a problem neither account nor id
  Problems problems;
};

// Which account of the portfolio each row is: by external id, else by name (compared folded), unless both
// have external ids that differ. `problems`: a row that fits two accounts, or one that an earlier row fits
// too, or of whose name no id can be made.
MatchedRows match_rows(const std::vector<ImportRow>& rows, const std::vector<Account>& accounts,
                       const std::string& file);

}  // namespace kam
