#pragma once

#include <string>
#include <vector>

#include "cli/output.hpp"

namespace kam::cli {

// All options of `kam assess`. Which of them choose a mode, and which go together, is one table
// (commands/assess.cpp).
struct AssessOptions {
  std::vector<std::string> accounts;
  bool all = false;
  bool explain = false;
  bool matrix = false;
  FormatOption format{Format::text, Format::markdown, Format::json, Format::csv};
  bool keep_going = false;

  std::vector<std::string> what_if;  // REQUIREMENT=FULFILMENT

  bool interactive = false;
  bool open = false;

  std::vector<std::string> rate;            // REQUIREMENT=IMPORTANCE:FULFILMENT
  std::vector<std::string> attractiveness;  // CRITERION=RATING
  std::vector<std::string> partnership;     // CRITERION=RATING
  std::vector<std::string> intensity;       // AREA=RATING
  std::string perspective;                  // default: customer
  std::string date;                         // of the assessment; default: the as-of day
  std::string source;
  std::string by;
  bool dry_run = false;

  bool sheet = false;
  std::string from;  // a file; `-`: standard input
  std::string dialect;
  bool record_unchanged = false;
};

void add_what_if_options(Arguments& arguments, AssessOptions& options);
void add_ask_options(Arguments& arguments, AssessOptions& options);
void add_record_options(Arguments& arguments, AssessOptions& options);
void add_sheet_options(Arguments& arguments, AssessOptions& options);

// Shows the scores of one account as they would be.
Exit run_what_if(const AssessOptions& options, Context& context);

// Asks about one account and, if told so, writes the answers into its file, changing nothing else in it.
// Throws UsageError where nobody could answer or see the questions. --date, --source and --by are the
// assessment's, --dry-run shows instead of writing.
Exit run_ask(const AssessOptions& options, Context& context);

// Writes the ratings into one account's file, changing nothing else in it, and shows what changed.
Exit run_record(const AssessOptions& options, Context& context);

// Prints the sheet of the accounts; with `all` of every one.
Exit run_sheet(const AssessOptions& options, Context& context);

// Records what a sheet says: of the account named or, with an account column, of each that is in it.
Exit run_from(const AssessOptions& options, Context& context);

}  // namespace kam::cli
