#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "lists/cells/amount.hpp"

namespace kam {

// Telling rows of totals from customers.

// Whether a text is a word for a total: `Summe`, `Gesamtergebnis`, `Grand Totals (85 records)`. `Total` alone
// may be a customer's name.
enum class TotalWord { none, may_be, is };
TotalWord read_total_word(std::string_view text);

// How the amounts of a row compare with the sums of the rows above.
enum class SumCheck {
  nothing,  // there is no amount
  unknown,  // an amount cannot be read
  fits,
  differs
};

// The sums of the amounts of the rows so far, a column each.
class RunningSums {
 public:
  // Of a row; absent where the cell is empty or holds no amount.
  using Amounts = std::vector<std::optional<Amount>>;

  // `steps`: what 1 in a column is, 1000 of thousands.
  explicit RunningSums(const std::vector<double>& steps);
  void add(const Amounts& row);
  // The next total may be that of the rows from here on.
  void begin_group();
  // Each amount against the sum of all rows, or of those of the group, rounding allowed for.
  SumCheck check(const Amounts& row) const;

 private:
  struct Sum {
    double value = 0;
    int rows = 0;
    bool is_known = true;
    void add(const Amount& amount);
    bool fits(double total, double step) const;
  };
  struct Column {
    double step = 1;
    Sum all;
    Sum group;
  };
  std::vector<Column> columns_;
};

// What of a row, beside its amounts, tells whether it is a total.
struct RowLook {
  TotalWord word = TotalWord::none;  // of the name; of the first filled cell where there is no name
  bool has_name = false;
  bool has_number = false;  // an external id, or an account's
  bool has_facts = false;   // an industry, a manager …
};
enum class RowKind {
  customer,
  kept,   // a customer, though its name is a word for a total
  total,  // no customer
  total_that_differs
};
RowKind find_row_kind(const RowLook& look, SumCheck check);

}  // namespace kam
