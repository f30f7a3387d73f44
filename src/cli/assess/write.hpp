#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "cli/load.hpp"
#include "cli/output.hpp"
#include "kam/format/facts.hpp"

namespace kam::cli {

// What is to be recorded of one account.
struct AccountFacts {
  std::size_t account = 0;  // index into the portfolio
  Account facts;
};

enum class WriteMode { write, dry_run };

// Plans all the edits, writes them file by file (dry run: shows them), and shows what changed in ratings and
// scores, as text or JSON, and what `tell_more` adds. Throws Error before anything is written where one of
// the edits is refused.
Exit write_facts(const Loaded& before, const std::vector<AccountFacts>& recorded, WriteMode mode,
                 Format format, Context& context, const std::function<void()>& tell_more = {});

// The accounts after a change as JSON: as `kam assess` shows them, with what is different from before.
enum class Written { no, yes };
std::string render_changes(const Loaded& before, const Loaded& after,
                           const std::vector<std::size_t>& accounts, Written written);

}  // namespace kam::cli
