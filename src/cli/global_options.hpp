#pragma once

#include <optional>
#include <string>

#include "cli/app.hpp"
#include "cli/arguments.hpp"
#include "cli/context.hpp"

namespace kam::cli {

// The options that every command has.
struct GlobalOptions {
  std::string directory;
  std::optional<std::string> as_of;
  std::optional<std::string> as_of_file;
  std::optional<std::string> lang;
  std::string color = "auto";
  bool quiet = false;
  bool follow = false;
};

void add_global_options(Arguments& arguments, GlobalOptions& options);

// What the options and the environment say; `as_of_file` is left to `day_of_file`, since its name counts from
// the directory that `-C` enters. Throws UsageError.
void fill_context(Context& context, const GlobalOptions& options, const World& world);

// The day that a file holds. Throws Error where it holds anything else.
Date day_of_file(const std::string& file);

}  // namespace kam::cli
