#pragma once

#include <optional>
#include <string>

#include "kam/document/data.hpp"
#include "kam/model/date.hpp"
#include "kam/model/ids.hpp"
#include "kam/model/number.hpp"

namespace kam {

// Model values as plain data: what is unknown, or an empty text, is null.

inline Data number_data(const std::optional<double>& value) {
  return value ? Data(*value) : Data();
}

// Scores, points and percentages are given to two decimals (kam-assess(1), JSON).
inline Data percent_data(const std::optional<double>& value) {
  return value ? Data(round_half_away(*value, 2)) : Data();
}

inline Data text_data(const std::string& value) {
  return value.empty() ? Data() : Data(value);
}

inline Data date_data(const std::optional<Date>& value) {
  return value ? Data(format_iso_date(*value)) : Data();
}

template <class Enum>
Data id_data(const std::optional<Enum>& value) {
  return value ? Data(to_id(*value)) : Data();
}

}  // namespace kam
