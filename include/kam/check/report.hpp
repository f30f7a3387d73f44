#pragma once

#include <cstddef>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "kam/check/check.hpp"
#include "kam/document/data.hpp"
#include "kam/model/date.hpp"
#include "kam/model/problem.hpp"
#include "kam/report/inventory.hpp"

namespace kam {

// What `kam check` found, before any format.

struct Gate {
  std::string text;  // as it was asked for
  Condition condition;
};

struct GateMiss {
  std::string id;
  std::string name;
  Data value;       // null where it is unknown
  Problem problem;  // the miss told as a problem of the account's file
};

struct GateResult {
  std::string gate;
  std::size_t accounts = 0;      // that had to meet it
  std::vector<GateMiss> misses;  // by id
};

struct ProblemCounts {
  std::size_t errors = 0;
  std::size_t warnings = 0;
  std::size_t notes = 0;
};
ProblemCounts count_problems(const Problems& problems);

struct CheckRequest {
  std::vector<std::string> files;  // of the command line; none: all
  Severity least = Severity::note;
  std::vector<std::string> only;
  std::vector<std::string> ignore;
  std::vector<Gate> gates;
  std::vector<Condition> where;  // which accounts must meet the gates
};

struct CheckReport {
  Date as_of;
  Problems problems;              // those that were asked for, by file, line and column
  ProblemCounts not_shown;        // those that were not
  std::size_t files = 0;          // that were looked at
  bool settings_read = true;      // without them the accounts are looked at for their YAML only
  std::vector<GateResult> gates;  // none where kam.yaml has an error
  // Whether a format for people may tell many of one kind by their number.
  enum class Notes { each, some } notes = Notes::some;
};

// `portfolio` without settings has no accounts and no gates. `files`: what was asked for, as it names them;
// empty: all.
CheckReport build_check_report(const CheckedPortfolio& portfolio, const CheckRequest& request,
                               const std::set<std::string>& files);

// Adds what was found beside the files, unless the request names some.
void add_problems(CheckReport& report, const CheckRequest& request, const Problems& found);

// No error, shown or not, and no gate missed.
bool is_clean(const CheckReport& report);

// How many there are, in full sentences.
std::vector<std::string> summarise(const CheckReport& report);

// The problems, then the gates' misses as problems.
Problems problems_and_misses(const CheckReport& report);

// The accounts that have to meet the gates: those among `accounts` (indices) that meet all of `where`, or
// without conditions all but former ones. Each miss is told at the account's name in its file.
std::vector<GateResult> judge_gates(const View& view, std::span<const CheckedFile> files,
                                    std::span<const Gate> gates, std::span<const Condition> where,
                                    std::vector<std::size_t> accounts);

}  // namespace kam
