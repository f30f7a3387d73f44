#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/context.hpp"

namespace kam::cli {

// What `main` read from the world: arguments without the program's name, environment, terminal, clock.
struct World {
  std::vector<std::string> arguments;
  std::string kam_lang;           // KAM_LANG
  std::string source_date_epoch;  // SOURCE_DATE_EPOCH
  std::string kam_follow;         // KAM_FOLLOW
  bool no_color = false;          // NO_COLOR is set, or TERM is dumb
  std::optional<int> width;       // of stdout, where it is a terminal
  Date today;                     // by the local clock
};

// Parses, dispatches and turns every Error into its message: the whole program but for the streams. Throws
// std::bad_alloc and std::length_error where there is not enough memory.
Exit run(const World& world, Context& context);

// As everything is that goes to stderr: no line gives an order to a runner of CI or a forge (orders.hpp), and
// what shows as nothing is seen. `run` leaves `err` so.
std::string to_stderr(std::string_view text);

}  // namespace kam::cli
