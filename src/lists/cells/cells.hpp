#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kam/format/format.hpp"
#include "kam/lists/import.hpp"
#include "lists/cells/amount.hpp"

namespace kam {

// A text of one line: a quoted cell may hold line breaks and tabs.
std::string join_lines(std::string_view cell);

// A list in one cell, parted by `;`.
std::vector<std::string> split_list(const std::string& cell);

// Whether a field is held to the scale: `attractiveness.reference`, a contact's influence.
bool is_rating(std::string_view field);

// A text of a list: in kam's own table as it was, in any other on one line.
enum class Texts { exact, listed };

// How many rows a preview shows.
inline constexpr std::size_t kSampleRows = 5;

// Reads the cells of a list by what their columns are, and collects what is wrong with them.
class CellReader {
 public:
  // Finds the decimal mark of each of `uses` and writes it there.
  CellReader(const CsvTable& table, const ImportOptions& options, const std::string& file,
             std::vector<ColumnUse>& uses, Problems& problems);

  // The cell as an amount, whatever it holds; absent where it is empty. An ambiguous one is decided where
  // the table is kam's own.
  std::optional<Amount> amount(const CsvRow& row, const ColumnUse& use) const;
  // The same as a rating: a number that is ambiguous is the one within the scale.
  std::optional<Amount> rating_amount(const CsvRow& row, const ColumnUse& use) const;

  // Each absent where the cell is empty or wrong; the second is a problem.
  std::optional<double> read_figure(const CsvRow& row, const ColumnUse& use);
  std::optional<double> read_rating(const CsvRow& row, const ColumnUse& use);
  // What a field of the format may hold.
  std::optional<Value> read_value(const CsvRow& row, const ColumnUse& use, const Field& field, Texts texts);

  // The row as it would be read, without telling problems.
  SampleRow sample(const CsvRow& row, const std::vector<ColumnUse>& uses) const;

  // Tells where a row has more cells than the header.
  void check_width(const CsvRow& row);

  void add_problem(int line, const char* code, std::string message, std::string hint);

  const ImportVocabulary& vocabulary() const { return options_.vocabulary; }

 private:
  SampleCell sample_cell(const CsvRow& row, const ColumnUse& use) const;
  const std::string& header(const ColumnUse& use) const { return table_.header.cells[use.column]; }
  DecimalMark find_mark(std::size_t column) const;
  Amount read_as(const CsvRow& row, const ColumnUse& use, DecimalMark mark) const;
  void tell_ambiguous(const CsvRow& row, const ColumnUse& use);
  void tell_no_figure(const CsvRow& row, const ColumnUse& use, AmountKind kind);
  // The id that a cell of `status`, `role` or `attitude` means; absent where it means none.
  std::optional<std::string> find_word(const std::string& cell, std::string_view field) const;
  std::optional<int> read_year(const CsvRow& row, const ColumnUse& use);
  std::optional<std::string> read_word(const CsvRow& row, const ColumnUse& use);

  const CsvTable& table_;
  const ImportOptions& options_;
  const std::string& file_;
  Problems& problems_;
  DecimalMark fallback_ = DecimalMark::automatic;  // of an ambiguous number
};

}  // namespace kam
