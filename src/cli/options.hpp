#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "kam/model/date.hpp"
#include "kam/model/error.hpp"
#include "kam/model/ids.hpp"
#include "kam/model/settings.hpp"

namespace kam::cli {

// The values of options, checked in kam's words: each throws UsageError naming the option and what would be
// right.

// `--external-id` for the key `external_id`.
std::string option_name(std::string_view key);

// The position of `value` among `choices`.
std::size_t parse_choice(std::string_view value, std::span<const std::string_view> choices,
                         std::string_view option);
inline std::size_t parse_choice(std::string_view value, std::initializer_list<std::string_view> choices,
                                std::string_view option) {
  return parse_choice(value, std::span(choices.begin(), choices.size()), option);
}
template <class Enum>
Enum parse_choice(std::string_view value, std::string_view option) {
  return static_cast<Enum>(parse_choice(value, ids_of<Enum>(), option));
}

Date parse_day(std::string_view text, std::string_view option);

// A plain number; what people type with grouping or a decimal comma is refused with the mend.
double parse_amount(std::string_view text, std::string_view option);

// A rating from 0 to `scale`.
double parse_rating(std::string_view text, double scale, std::string_view option);

// `KEY=VALUE`, split at the first `=`.
enum class EmptyValue { refused, allowed };
std::pair<std::string, std::string> parse_pair(std::string_view text, std::string_view option,
                                               std::string_view form, EmptyValue empty = EmptyValue::refused);

// A whole number from 1.
std::size_t parse_count(std::string_view text, std::string_view option);

// Four digits.
int parse_year(std::string_view text, std::string_view option);

// `[YEAR=]AMOUNT`
struct YearAmount {
  int year = 0;
  double amount = 0;
};
YearAmount parse_year_amount(std::string_view text, int default_year, std::string_view option);

}  // namespace kam::cli
