#include "kam/model/number.hpp"

#include <array>
#include <charconv>
#include <cmath>

namespace kam {

namespace {

constexpr double kEpsilon = 1e-9;

// Whether the text has the form `-?(0|[1-9][0-9]*)(\.[0-9]+)?`.
bool is_plain_number(std::string_view text) {
  std::size_t i = text.starts_with('-') ? 1 : 0;
  const std::size_t whole = i;
  while (i < text.size() && is_digit(text[i])) ++i;
  if (i == whole || (text[whole] == '0' && i > whole + 1)) return false;
  if (i == text.size()) return true;
  if (text[i] != '.') return false;
  const std::size_t fraction = ++i;
  while (i < text.size() && is_digit(text[i])) ++i;
  return i > fraction && i == text.size();
}

}  // namespace

std::optional<double> parse_plain_number(std::string_view text) {
  if (!is_plain_number(text)) return std::nullopt;
  double value = 0;
  const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
  if (result.ec != std::errc{} || result.ptr != text.data() + text.size() || !std::isfinite(value))
    return std::nullopt;
  return value;
}

std::string format_plain_number(double value) {
  if (value == 0) return "0";       // a negative zero too
  std::array<char, 1100> buffer{};  // the longest double has 1,077 characters in fixed form
  const auto result =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed);
  return {buffer.data(), result.ptr};
}

std::optional<double> grouped_reading(std::string_view text) {
  constexpr std::size_t kGroup = 3;
  const auto point = text.find('.');
  if (!parse_plain_number(text) || point == std::string_view::npos || text.size() - point - 1 != kGroup)
    return std::nullopt;
  const auto whole = text.substr(0, point);
  const auto digits = whole.size() - (whole.starts_with('-') ? 1 : 0);
  if (digits > kGroup || (digits == 1 && whole.ends_with('0'))) return std::nullopt;  // 0.285 groups nothing
  return parse_plain_number(std::string(whole) + std::string(text.substr(point + 1)));
}

double round_half_away(double value, int decimals) {
  double factor = 1;
  for (int i = 0; i < decimals; ++i) factor *= 10;
  const double scaled = std::abs(value) * factor;
  const double rounded = std::floor(scaled + 0.5 + kEpsilon * factor) / factor;
  if (rounded == 0) return 0;
  return value < 0 ? -rounded : rounded;
}

bool nearly_equal(double a, double b) {
  return std::abs(a - b) < kEpsilon;
}

bool reaches(double value, double threshold) {
  return value >= threshold || nearly_equal(value, threshold);
}

}  // namespace kam
