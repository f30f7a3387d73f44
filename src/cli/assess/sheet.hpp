#pragma once

#include <string>
#include <vector>

#include "cli/assess/record.hpp"
#include "cli/output.hpp"

namespace kam::cli {

// The halves of `kam assess` that print the requirement sheet and read it back.
struct SheetOptions {
  bool sheet = false;
  std::string from;  // a file; `-`: standard input
  std::string dialect;
  bool record_unchanged = false;
};

void add_sheet_options(CLI::App& command, SheetOptions& options);

// Throws UsageError where options contradict each other.
void check_sheet_options(const SheetOptions& options, const RecordOptions& record);

// Prints the sheet of these accounts; with `all` of every one.
Exit run_sheet(const std::vector<std::string>& accounts, bool all, const SheetOptions& options,
               const RecordOptions& record, Context& context);

// Records what a sheet says: of the account named or, with an account column, of each that is in it.
Exit run_from(const std::vector<std::string>& accounts, const SheetOptions& options,
              const RecordOptions& record, Format format, Context& context);

}  // namespace kam::cli
