#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kam/lists/import.hpp"
#include "kam/model/error.hpp"

namespace kam {

// `--map FIELD=COLUMN`, understood.
struct Mapping {
  std::string field;
  std::optional<int> year;            // where FIELD names one
  std::optional<std::size_t> column;  // absent: the field is left out
};

// Reads FIELD: `name`, `revenue.2025` or `revenue 2025`, `attractiveness.reference`. Throws UsageError with
// the nearest field.
Mapping read_mapping(const std::string& field, ListKind list, const ImportVocabulary& vocabulary);

// The column with that header, compared folded. Throws UsageError where there is none, or two.
std::size_t find_column(const std::string& name, const std::vector<std::string>& header);

std::string list_columns(const std::vector<std::string>& header);
std::string describe_field(std::string_view field, std::optional<int> year);  // `revenue.2025`

}  // namespace kam
