#pragma once

#include <string>

#include "cli/context.hpp"

namespace kam::cli {

// What to do with a text that could not be saved.
enum class NextStep { edit, edit_commented, leave, stop, discard, interrupted };

// Asks on the terminal, with one letter for each choice, until one is given. The end of input is `stop`.
// `context.ask` must be there.
NextStep ask_about_faults(const Context& context, const std::string& file, Language language);
// Where kam.yaml does not read: nothing can be checked by it.
NextStep ask_about_settings(const Context& context, const std::string& file, Language language);
NextStep ask_about_changes(const Context& context, const std::string& file, const std::string& difference,
                           Language language);
// Of a text that an interrupted `kam edit` left: to go on with it, leave it for another time, or discard it.
NextStep ask_about_left_copy(const Context& context, const std::string& file, const std::string& difference,
                             Language language);

}  // namespace kam::cli
