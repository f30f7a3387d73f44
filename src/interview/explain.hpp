#pragma once

#include <string>
#include <vector>

#include "interview/words.hpp"

namespace kam {

// What `?` says to a question: what low and high mean, the form of the answer with an example, and of a
// criterion that kam measures how. Examples fit the portfolio's scale.
std::vector<std::string> help_words(const Question& question, const Wording& wording);

}  // namespace kam
