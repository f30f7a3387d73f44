#pragma once

#include <functional>
#include <span>
#include <string_view>

#include "cli/arguments.hpp"
#include "cli/context.hpp"

namespace kam::cli {

// A command's options live in the closure that `add` returns; it runs after everything is parsed.
using Run = std::function<Exit(Context&)>;

struct Command {
  std::string_view name;
  std::string_view summary;
  Run (*add)(Arguments& arguments);  // declares what it takes
  Exit not_done = Exit::failed;      // the status where it did not do its work, whatever the reason
};

// The one list of commands: help, dispatch and spelling hints read it. Each is implemented in the file of its
// name.
std::span<const Command> commands();

Run add_init(Arguments& arguments);
Run add_add_account(Arguments& arguments);
Run add_add_contact(Arguments& arguments);
Run add_add_action(Arguments& arguments);
Run add_add_potential(Arguments& arguments);
Run add_inventory(Arguments& arguments);
Run add_assess(Arguments& arguments);
Run add_set(Arguments& arguments);
Run add_edit(Arguments& arguments);
Run add_check(Arguments& arguments);
Run add_report(Arguments& arguments);
Run add_agenda(Arguments& arguments);
Run add_diff(Arguments& arguments);
Run add_git_setup(Arguments& arguments);
Run add_history(Arguments& arguments);
Run add_import(Arguments& arguments);
Run add_merge_driver(Arguments& arguments);
Run add_export(Arguments& arguments);
Run add_schema(Arguments& arguments);

}  // namespace kam::cli
