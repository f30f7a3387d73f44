#pragma once

#include <string>

#include "kam/interview/questions.hpp"

namespace kam {

// Where the value of a fact comes from: the file's line, or the assessment that gave it; `eben eingegeben`
// where the answers so far changed it. Empty where nothing is known.
std::string describe_origin(const Inquiry& inquiry, const Fact& fact);

// What the figures say of a criterion: `1.240.000 EUR (2025)`; empty where they say nothing.
std::string describe_measured(const Inquiry& inquiry, const Fact& fact);

// The assessment that gave the latest rating of a requirement: `Jahresgespräch 2026, 31.03.2026`.
std::string describe_assessment(const Known& known, const Fact& fact, Language language);

}  // namespace kam
