#include "cli/options.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/ranges.h>

#include "kam/model/number.hpp"
#include "kam/unicode/unicode.hpp"

namespace kam::cli {

std::string option_name(std::string_view key) {
  std::string name = "--" + std::string(key);
  std::ranges::replace(name, '_', '-');
  return name;
}

std::size_t parse_choice(std::string_view value, std::span<const std::string_view> choices,
                         std::string_view option) {
  const auto found = std::ranges::find(choices, value);
  if (found != choices.end()) return static_cast<std::size_t>(found - choices.begin());
  const auto near = nearest(value, choices);
  throw UsageError(fmt::format("{} cannot be `{}`", option, value),
                   near ? fmt::format("Did you mean `{}`?", *near)
                        : fmt::format("It is one of: {}.", fmt::join(choices.begin(), choices.end(), ", ")));
}

Date parse_day(std::string_view text, std::string_view option) {
  if (const auto date = parse_date(text)) return *date;
  throw UsageError(fmt::format("{} cannot be `{}`, which is no day of the calendar", option, text),
                   "Write a date as in 2026-03-31.");
}

double parse_amount(std::string_view text, std::string_view option) {
  if (const auto number = parse_plain_number(text)) return *number;
  throw UsageError(fmt::format("{} cannot be `{}`, which is no plain number", option, text),
                   "Write it without grouping and with a decimal point, as in 1240000 or 0.5.");
}

double parse_rating(std::string_view text, double scale, std::string_view option) {
  const auto rating = parse_amount(text, option);
  if (rating >= 0 && rating <= scale) return rating;
  throw UsageError(fmt::format("{}: rating {} is {} the scale's {}", option, text,
                               rating < 0 ? "below" : "above", rating < 0 ? "0" : format_plain_number(scale)),
                   fmt::format("Ratings run from 0 to {} (scale in kam.yaml).", format_plain_number(scale)));
}

std::pair<std::string, std::string> parse_pair(std::string_view text, std::string_view option,
                                               std::string_view form, EmptyValue empty) {
  const auto equals = text.find('=');
  const bool is_empty = equals != std::string_view::npos && equals + 1 == text.size();
  if (equals == std::string_view::npos || equals == 0 || (is_empty && empty == EmptyValue::refused))
    throw UsageError(fmt::format("{} cannot be `{}`", option, text),
                     fmt::format("Write {} {}.", option, form));
  return {std::string(text.substr(0, equals)), std::string(text.substr(equals + 1))};
}

std::size_t parse_count(std::string_view text, std::string_view option) {
  std::size_t count = 0;
  const auto result = std::from_chars(text.data(), text.data() + text.size(), count);
  if (result.ec == std::errc{} && result.ptr == text.data() + text.size() && count > 0) return count;
  throw UsageError(fmt::format("{} cannot be `{}`", option, text),
                   fmt::format("Write a whole number from 1, as in {} 10.", option));
}

int parse_year(std::string_view text, std::string_view option) {
  const bool digits =
      text.size() == 4 && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
  if (!digits)
    throw UsageError(fmt::format("{}: `{}` is no year", option, text),
                     "Write a year with four digits, as in 2026.");
  int year = 0;
  std::from_chars(text.data(), text.data() + text.size(), year);
  return year;
}

namespace {

// An amount of money, where a point may also be meant to group thousands.
double parse_money(std::string_view text, std::string_view option) {
  const auto amount = parse_amount(text, option);
  if (const auto grouped = grouped_reading(text))
    throw UsageError(fmt::format("{} {} may be {} or {}", option, text, format_plain_number(amount),
                                 format_plain_number(*grouped)),
                     "Write the one that is meant, without grouping.");
  return amount;
}

}  // namespace

YearAmount parse_year_amount(std::string_view text, int default_year, std::string_view option) {
  const auto equals = text.find('=');
  if (equals == std::string_view::npos) return {default_year, parse_money(text, option)};
  return {parse_year(text.substr(0, equals), option), parse_money(text.substr(equals + 1), option)};
}

}  // namespace kam::cli
