#pragma once

#include <string>

#include "kam/report/report.hpp"

namespace kam {

// A measure's value as sentences say it: money or percent.
std::string measure_text(Measure measure, double value, const View& view);

// Percentages in sentences: whole from 10 up, with one decimal below, so that small ones do not vanish.
std::string percent_text(double percent, Language language);

enum class Unit { money, percent };
Unit unit_of(Measure measure);

}  // namespace kam
