#pragma once

#include <functional>
#include <span>
#include <string_view>

#include "cli/context.hpp"

namespace CLI {
class App;
}

namespace kam::cli {

// A command's options live in the closure that `add` returns; it runs after everything is parsed.
using Run = std::function<Exit(Context&)>;

struct Command {
  std::string_view name;
  std::string_view summary;
  Run (*add)(CLI::App& command);  // declares options on `command`
  Exit not_done = Exit::failed;   // the status where it did not do its work, whatever the reason
};

// The one list of commands: help, dispatch and spelling hints read it. Each is implemented in the file of its
// name.
std::span<const Command> commands();

Run add_init(CLI::App& command);
Run add_add_account(CLI::App& command);
Run add_add_contact(CLI::App& command);
Run add_add_action(CLI::App& command);
Run add_add_potential(CLI::App& command);
Run add_inventory(CLI::App& command);
Run add_assess(CLI::App& command);
Run add_set(CLI::App& command);
Run add_edit(CLI::App& command);
Run add_check(CLI::App& command);
Run add_report(CLI::App& command);
Run add_agenda(CLI::App& command);
Run add_diff(CLI::App& command);
Run add_git_setup(CLI::App& command);
Run add_history(CLI::App& command);
Run add_import(CLI::App& command);
Run add_merge_driver(CLI::App& command);
Run add_export(CLI::App& command);
Run add_schema(CLI::App& command);

}  // namespace kam::cli
