#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "cli/change.hpp"
#include "cli/import/list.hpp"

namespace kam::cli {

struct RequirementListOptions {
  std::optional<std::size_t> account;  // of all rows; absent: each row names its own
  Assessment defaults;                 // date, perspective, source and by of rows that give none
  Unchanged unchanged = Unchanged::passed_over;
  WriteMode mode = WriteMode::write;
};

// Records the answers of a requirement list and shows what changed; the list's problems refuse all of it.
Exit record_requirement_list(const ImportList& list, const ScoredPortfolio& state,
                             const RequirementListOptions& options, Format format, Context& context);

}  // namespace kam::cli
