#pragma once

#include "cli/context.hpp"

namespace kam::cli {

// Where there is too little memory, kam says so and ends on the spot, with every file as it was or as it
// shall be: on the way back through the program there might be too little for that as well. So it is with
// whatever asks `new` for memory, from the first static object on.

// The end: also for who asks for memory in another way. Needs none.
[[noreturn]] void end_without_memory();

// Ends so unless there is room for the stack that kam needs: it grows as it is used, and where there is no
// room for that the system ends the program without a word.
void reserve_stack();

// The status of what could not be done: another one in git's merge driver, which is known before anything is
// parsed.
Exit failure_status();

}  // namespace kam::cli
