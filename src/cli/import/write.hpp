#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "cli/commands/edit_account.hpp"
#include "cli/load.hpp"
#include "kam/lists/import.hpp"

namespace kam::cli {

enum class ImportSelection { all, create_only, update_only };

struct ImportCounts {
  std::size_t created = 0;
  std::size_t updated = 0;
  std::size_t unchanged = 0;
  std::size_t skipped = 0;  // by the selection
};

// Every file an import makes or changes, complete before the first is written.
struct ImportWrites {
  std::vector<AccountEdit> files;  // `before` is empty for a new one
  ImportCounts counts;
};

ImportWrites prepare_import(const Loaded& loaded, const std::vector<ImportRow>& rows,
                            const std::vector<Match>& matches, ImportSelection selection);
void write_import(const ImportWrites& writes, const std::filesystem::path& root);

}  // namespace kam::cli
