#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kam {

constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Parses kam's one way to write a number in a file: `-12`, `0.5`, `1240000`. The whole text must match
// `-?(0|[1-9][0-9]*)(\.[0-9]+)?`; no exponent, no sign `+`, no grouping, no leading zero, no blanks, nothing
// that is not finite. The locale plays no part.
std::optional<double> parse_plain_number(std::string_view text);

// The shortest text that `parse_plain_number` reads back as the same value, never with an exponent.
std::string format_plain_number(double value);

// The other amount that somebody may mean who types the plain number `text` where a point groups thousands:
// 40000 of `40.000`. Absent where the text has no such form.
std::optional<double> grouped_reading(std::string_view text);

// Half away from zero at `decimals` (0 to 6) places. Values within 1e-9 of a half count as the half, so that
// 0.285 read from a file rounds as its reader expects. Never returns a negative zero.
double round_half_away(double value, int decimals);

// Two scores that differ by less than 1e-9 are equal.
bool nearly_equal(double a, double b);
// a >= b and a < b under that equality.
bool reaches(double value, double threshold);

}  // namespace kam
