#include "kam/yaml/date_mend.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "kam/model/date.hpp"
#include "kam/model/number.hpp"

namespace kam {

namespace {

// The three numbers of a day written with `separator`, or empty ones.
std::array<std::string_view, 3> day_parts(std::string_view text, char separator) {
  const auto first = text.find(separator);
  const auto last = text.rfind(separator);
  if (first == last) return {};
  const std::array parts{text.substr(0, first), text.substr(first + 1, last - first - 1),
                         text.substr(last + 1)};
  for (const auto part : parts)
    if (part.empty() || !std::ranges::all_of(part, is_digit)) return {};
  return parts;
}

// The day as ISO 8601 writes it, where there is such a day.
std::string iso_day(std::string_view year, std::string_view month, std::string_view day) {
  auto iso = fmt::format("{}-{:0>2}-{:0>2}", year, month, day);
  return parse_date(iso) ? iso : std::string{};
}

// 31.3.2026, 2026/3/31, 2026-3-31, 2026-03-31T10:00
std::string meant_day(std::string_view text) {
  if (text.size() > 10 && (text[10] == 'T' || text[10] == ' ') && parse_date(text.substr(0, 10)))
    return std::string(text.substr(0, 10));
  for (const char separator : {'.', '/', '-'}) {
    const auto parts = day_parts(text, separator);
    if (parts[0].size() == 4) return iso_day(parts[0], parts[1], parts[2]);
    if (separator == '.' && parts[2].size() == 4) return iso_day(parts[2], parts[1], parts[0]);
  }
  return {};
}

}  // namespace

bool has_date_form(std::string_view text) {
  return text.size() == 10 && text[4] == '-' && text[7] == '-' && !day_parts(text, '-')[0].empty();
}

std::string date_mend(std::string_view text) {
  if (has_date_form(text)) {
    const auto first = parse_date(fmt::format("{}-01", text.substr(0, 7)));
    if (!first) return "Months run from 01 to 12.";
    const Date last =
        std::chrono::year_month_day_last{first->year(), std::chrono::month_day_last{first->month()}};
    return fmt::format("That month runs from {} to {}.", format_iso_date(*first), format_iso_date(last));
  }
  const auto day = meant_day(text);
  return day.empty() ? std::string{} : fmt::format("Write {}.", day);
}

}  // namespace kam
