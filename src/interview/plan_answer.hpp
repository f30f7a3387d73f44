#pragma once

#include <vector>

#include "kam/format/facts.hpp"
#include "kam/interview/questions.hpp"
#include "kam/yaml/edit.hpp"

namespace kam {

// The edits that make the file whose tree is `root` say the answer. `assessment` has the day, perspective,
// source and author that the rating of a requirement goes under.
std::vector<Edit> plan_answer(const Node& root, const Fact& fact, AnswerKind kind, const Answer& answer,
                              const Assessment& assessment);

}  // namespace kam
