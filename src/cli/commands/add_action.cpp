#include "cli/commands/add_item.hpp"

namespace kam::cli {

Run add_add_action(CLI::App& command) {
  return add_item_command(command, {"actions",
                                    "title",
                                    "What is to be done",
                                    {{"requirement", "The id of the requirement that it closes, if any"},
                                     {"owner", "Who does it"},
                                     {"due", "Until when: YYYY-MM-DD"},
                                     {"status", "open, done or dropped (default: open)"}}});
}

}  // namespace kam::cli
