#pragma once

#include <string>
#include <string_view>

#include "interview/words.hpp"
#include "kam/interview/questions.hpp"

namespace kam {

// Criteria that kam measures from the figures, asked about where these are silent or were overruled.

// The criterion that a fact is the rating of, if it is measured: has a measure, and steps to rate it by.
const Criterion* find_measured(const Settings& settings, const Fact& fact);

// `1.240.000 EUR`, `4,5 %`
std::string measured_words(Measure measure, double value, const Wording& wording);

// What the file needs for it: `revenue`, `contribution_margin und revenue eines Jahres`.
std::string figures_words(Measure measure, Language language);

// `ab 50.000 EUR: 1; ab 100.000 EUR: 2`
std::string steps_words(const Criterion& criterion, const Wording& wording);

// Whether a line is a figure rather than a rating: a number with a unit behind it, or one that no rating
// could be meant by.
bool is_figure(std::string_view line, Measure measure, const Settings& settings, Language language);

}  // namespace kam
