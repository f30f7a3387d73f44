#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace kam {

enum class RequirementField {
  account,
  name,
  id,
  requirement,
  importance,
  fulfilment,
  best_competitor,
  note,
  perspective,
  date,
  source,
  by
};
inline constexpr std::size_t kRequirementFields = 12;

// Which column of a requirement list holds which field.
class RequirementColumns {
 public:
  // Throws UsageError where two columns could be the same field.
  explicit RequirementColumns(const std::vector<std::string>& header);

  bool has(RequirementField field) const { return column(field).has_value(); }
  // The row's cell; empty where the list has no such column.
  std::string cell(const std::vector<std::string>& row, RequirementField field) const;
  const std::vector<std::string>& unused() const { return unused_; }

 private:
  const std::optional<std::size_t>& column(RequirementField field) const {
    return columns_.at(static_cast<std::size_t>(field));
  }

  std::array<std::optional<std::size_t>, kRequirementFields> columns_;
  std::vector<std::string> unused_;  // header texts that are no field
};

}  // namespace kam
