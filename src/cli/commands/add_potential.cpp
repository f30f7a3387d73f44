#include "cli/commands/add_item.hpp"

namespace kam::cli {

Run add_add_potential(Arguments& arguments) {
  return add_item_command(arguments, {"potentials",
                                      "title",
                                      "What we can open up for the customer",
                                      {{"kind", "A kind of kam.yaml, such as process_optimisation"},
                                       {"value", "What it is worth to us, in the portfolio's currency"},
                                       {"probability", "In percent"},
                                       {"status", "open, won or lost (default: open)"},
                                       {"owner", "Who pursues it"},
                                       {"due", "Until when: YYYY-MM-DD"}}});
}

}  // namespace kam::cli
