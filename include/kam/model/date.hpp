#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace kam {

// A calendar day. Always valid (`ok()`) where kam hands one out; years have four digits.
using Date = std::chrono::year_month_day;

// Parses ISO 8601 `YYYY-MM-DD`, exactly ten characters. Nothing for any other text, and nothing for a
// day that no calendar has, such as 2026-02-30.
std::optional<Date> parse_date(std::string_view text);

// `YYYY-MM-DD`.
std::string format_iso_date(Date date);

// Days from `from` to `to`; negative where `to` is earlier.
int days_between(Date from, Date to);

}  // namespace kam
