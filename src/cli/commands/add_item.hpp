#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/commands.hpp"

namespace kam::cli {

// A command that adds one item to a list of an account: an option for each key of the format's record.
struct ItemCommand {
  std::string_view list;     // `actions`
  std::string_view name;     // the key that must be given: `title`
  std::string_view meaning;  // of the first argument, for --help: what it names
  struct Help {
    std::string_view key;
    std::string_view text;
  };
  std::vector<Help> options;  // in the format's order, without `name`
};

Run add_item_command(Arguments& arguments, const ItemCommand& item);

}  // namespace kam::cli
