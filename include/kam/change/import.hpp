#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "kam/change/draft.hpp"
#include "kam/lists/contacts.hpp"
#include "kam/lists/import.hpp"

namespace kam {

enum class ImportSelection { all, create_only, update_only };

struct ImportCounts {
  std::size_t created = 0;
  std::size_t updated = 0;
  std::size_t unchanged = 0;
  std::size_t skipped = 0;  // by the selection
};

// Every file that a list makes or changes, complete before the first is written.
struct ImportDrafts {
  std::vector<Draft> drafts;
  ImportCounts counts;  // of rows
};

// Accounts as `match_rows` found them; a row without a match is left out. Throws as `edit_account`.
ImportDrafts draft_import(const ScoredPortfolio& state, std::span<const ImportRow> rows,
                          std::span<const Match> matches, ImportSelection selection);
// The same of people, as `match_contacts` found them.
ImportDrafts draft_contacts(const ScoredPortfolio& state, std::span<const ContactRow> rows,
                            std::span<const ContactMatch> matches, ImportSelection selection);

}  // namespace kam
