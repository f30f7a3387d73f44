#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "kam/document/data.hpp"
#include "kam/document/document.hpp"
#include "kam/report/inventory.hpp"
#include "kam/report/report.hpp"
#include "kam/score/compare.hpp"

namespace kam {

// Which state of the portfolio it is.
struct StateName {
  std::string revision;  // as it was asked for; empty: the working tree
  std::string commit;    // the full id
  std::optional<Date> day;
};

// A condition on the difference of a column, after − before, in its own unit.
struct DifferenceGate {
  std::string text;  // as given
  Condition condition;
};
// Throws UsageError as `parse_condition`, and where the column is no number.
DifferenceGate parse_difference_gate(std::string_view text);

// Judged are the accounts that both sides have, former customers apart, where the value was known before. One
// that is not known any more misses every gate.
struct GateMisses {
  std::string text;
  std::string_view column;
  int judged = 0;
  int skipped = 0;  // on both sides, but without a value before
  struct Miss {
    std::size_t account = 0;  // in the view after
    std::optional<double> difference;
  };
  std::vector<Miss> misses;
};

// The views are of one day and one language.
struct PortfolioDiff {
  const View& before;
  const View& after;
  StateName from;
  StateName to;
  std::string remark;  // how `from` was found
  Comparison comparison;
  std::vector<GateMisses> gates;
};

std::vector<GateMisses> judge_differences(const View& before, const View& after, const Comparison& comparison,
                                          std::span<const DifferenceGate> gates);

// A changed rating model first, then counts, gates and the changed accounts in a table; each account's
// details are folded.
Document build_diff(const PortfolioDiff& diff);

// {"kam", "as_of", "before", "after", "rating_model", "summary", "accounts", "gates"}
Data build_diff_data(const PortfolioDiff& diff);

}  // namespace kam
