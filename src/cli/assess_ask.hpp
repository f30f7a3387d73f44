#pragma once

#include <string>

#include "cli/assess_record.hpp"
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

// Throws UsageError where the questions cannot be asked: nobody could answer or see them, or they go together
// with options that record by themselves.
void check_ask_options(const AskOptions& options, const RecordOptions& record, const Context& context);

// Asks about one account and, if told so, writes the answers into its file, changing nothing else in it.
// --date, --source and --by are the assessment's, --dry-run shows instead of writing.
Exit run_ask(const std::string& account, const AskOptions& options, const RecordOptions& record,
             Context& context);

}  // namespace kam::cli
