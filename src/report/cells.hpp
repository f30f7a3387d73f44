#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kam/document/document.hpp"
#include "kam/format/format.hpp"
#include "kam/model/account.hpp"
#include "kam/score/score.hpp"
#include "kam/text/labels.hpp"

namespace kam {

// Cells of what may be unknown: absent numbers and empty texts become `Unknown`, never zero and never blank.
Cell text_cell(std::string_view text);
Cell list_cell(const std::vector<std::string>& items);
Cell year_cell(std::optional<int> year);
Cell rating_cell(std::optional<double> rating);
Cell money_cell(std::optional<double> amount);
Cell percent_cell(std::optional<double> percent);
Cell date_cell(std::optional<Date> date);

enum class Sign { plain, shown };
Cell points_cell(std::optional<double> points, Sign sign = Sign::plain);

// What stands at a key of the format: scalars and lists of texts; a number is an amount of money.
Cell field_cell(const Field& field, const void* owner, Language language);

// A measure's value with its unit: money or percent; without a measure a bare number.
Cell measure_cell(std::optional<Measure> measure, std::optional<double> value);

// The account's name, linked to its page.
Cell account_cell(const Account& account);

template <class Enum>
Cell term_cell(std::optional<Enum> value, Language language) {
  if (!value) return Unknown{};
  return Term{std::string(to_id(*value)), std::string(label_of(*value, language))};
}

// Scores with their band; `*` marks one of which less than half is known, `†` a fulfilment that is stale.
inline constexpr double kHalfKnown = 50;
inline constexpr std::string_view kHalfKnownMark = "*";
inline constexpr std::string_view kStaleMark = "†";
Cell weighted_cell(const WeightedScore& weighted, const Thresholds& thresholds);
Cell fulfilment_cell(const AccountScores& scores, const Thresholds& thresholds);

// Whether one of the cells carries that mark, so that it needs its footnote.
bool has_mark(const Table& table, std::string_view mark);

Column text_column(std::string key, std::string title, int rank = 0);
Column number_column(std::string key, std::string title, int rank = 0);

// Takes out the column with that key.
void drop_column(Table& table, std::string_view key);

// Takes out the columns, other than the first, in which nothing is known.
void drop_unknown_columns(Table& table);

}  // namespace kam
