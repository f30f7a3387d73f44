#pragma once

#include <string>

#include "cli/assess/record.hpp"
#include "cli/context.hpp"

namespace CLI {
class App;
}

namespace kam::cli {

// The half of `kam assess` that asks.
struct AskOptions {
  bool interactive = false;
  bool open = false;
};

void add_ask_options(CLI::App& command, AskOptions& options);

// Throws UsageError where the options do not go together: --open without -i, or -i with options that record
// by themselves.
void check_ask_options(const AskOptions& options, const RecordOptions& record);

// Asks about one account and, if told so, writes the answers into its file, changing nothing else in it.
// Throws UsageError where nobody could answer or see the questions. --date, --source and --by are the
// assessment's, --dry-run shows instead of writing.
Exit run_ask(const std::string& account, const AskOptions& options, const RecordOptions& record,
             Context& context);

}  // namespace kam::cli
