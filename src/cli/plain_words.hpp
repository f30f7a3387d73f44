#pragma once

#include <string>
#include <vector>

#include "cli/commands.hpp"

namespace kam::cli {

// What stands behind `--` are arguments, whatever they look like. CLI11 takes them so at the command alone:
// where the command has no place for one, it is an option again at the level above. So they are marked, by a
// byte that no argument of a program can hold, and the mark is taken off where they arrive.

// Marks the words behind the first `--` that is no option's value.
void mark_plain_words(std::vector<std::string>& words, const CLI::App& app);
bool is_marked(const std::string& word);
std::string without_mark(std::string word);

// Has the arguments of the command, as they arrive, without their marks.
void take_marks_off(CLI::App& command);

}  // namespace kam::cli
