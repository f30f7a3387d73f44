#include "cli/commands/add_item.hpp"

namespace kam::cli {

Run add_add_action(Arguments& arguments) {
  return add_item_command(arguments, {"actions",
                                      "title",
                                      "What is to be done",
                                      {{"requirement", "The id of the requirement that it closes, if any"},
                                       {"owner", "Who does it"},
                                       {"due", "Until when: YYYY-MM-DD"},
                                       {"status", "open, done or dropped (default: open)"}}});
}

}  // namespace kam::cli
