#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "cli/assess/write.hpp"
#include "cli/import/list.hpp"

namespace kam::cli {

// What happens to answers that hold already: a sheet is printed with them, so that they come back without
// anybody having said them again.
enum class Unchanged { passed_over, recorded };

struct RequirementListOptions {
  std::optional<std::size_t> account;  // of all rows; absent: each row names its own
  Assessment defaults;                 // date, perspective, source and by of rows that give none
  Unchanged unchanged = Unchanged::passed_over;
  WriteMode mode = WriteMode::write;
};

// Records the answers of a requirement list and shows what changed; the list's problems refuse all of it.
Exit record_requirement_list(const ImportList& list, const Loaded& loaded,
                             const RequirementListOptions& options, Format format, Context& context);

}  // namespace kam::cli
