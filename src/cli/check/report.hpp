#pragma once

#include <cstddef>
#include <filesystem>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/context.hpp"
#include "kam/disk/survey.hpp"
#include "kam/document/data.hpp"
#include "kam/model/date.hpp"
#include "kam/model/problem.hpp"
#include "kam/report/inventory.hpp"

namespace kam::cli {

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
  std::filesystem::path root;  // of the portfolio
  std::filesystem::path base;  // what the files of the problems are relative to
};

// `files`: what was asked for as the survey names it; empty: all.
CheckReport build_check_report(const Survey& survey, const CheckRequest& request,
                               const std::set<std::string>& files, Date as_of);

// Adds what was found beside the files, unless the request names some.
void add_problems(CheckReport& report, const CheckRequest& request, const Problems& found);

// No error, shown or not, and no gate missed.
bool is_clean(const CheckReport& report);

// How many there are, in full sentences.
std::vector<std::string> summarise(const CheckReport& report);

// The problems, then the gates' misses as problems.
Problems problems_and_misses(const CheckReport& report);

// The accounts that have to meet the gates: those among `accounts` (indices) that meet all of `where`, or
// without conditions all but former ones. Each miss is told at the account's name.
std::vector<GateResult> evaluate_gates(const Survey& survey, const View& view, std::span<const Gate> gates,
                                       std::span<const Condition> where, std::vector<std::size_t> accounts);

// ---- formats ----

// What the files of a format's problems are relative to: `repository` is the git repository's root where the
// portfolio is in one, else the current directory.
enum class CheckPaths { current_directory, repository };

// A format is one function and one line in the table of check_formats.cpp.
struct CheckFormat {
  std::string_view name;
  CheckPaths paths;
  std::string (*render)(const CheckReport& report, const Context& context);
};
std::span<const CheckFormat> check_formats();

std::string render_check_text(const CheckReport& report, const Context& context);
std::string render_check_json(const CheckReport& report, const Context& context);

}  // namespace kam::cli
