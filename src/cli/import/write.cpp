#include "cli/import/write.hpp"
#include "cli/commands/schema_files.hpp"

#include <fmt/format.h>

#include "kam/disk/write.hpp"
#include "kam/format/facts.hpp"
#include "kam/model/error.hpp"
#include "kam/text/templates.hpp"

namespace kam::cli {

ImportWrites prepare_import(const Loaded& loaded, const std::vector<ImportRow>& rows,
                            const std::vector<Match>& matches, ImportSelection selection) {
  ImportWrites writes;
  const auto& portfolio = loaded.portfolio;
  const auto sections = account_sections_text(portfolio.settings, loaded.as_of, loaded.language);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Account& facts = rows[i];
    const auto& match = matches[i];
    if (!match.account && match.id.empty()) continue;  // a row whose problem has been told
    const auto unwanted = match.account ? ImportSelection::create_only : ImportSelection::update_only;
    if (selection == unwanted) {
      ++writes.counts.skipped;
    } else if (!match.account) {
      ++writes.counts.created;
      AccountEdit created;
      created.file = account_file(match.id);
      created.after = schema_line(FileKind::account) + new_account_file(facts, sections);
      writes.files.push_back(std::move(created));
    } else {
      const auto& account = portfolio.accounts[*match.account];
      auto edit = edit_account(portfolio, account.id,
                               [&](const Node& tree) { return plan_facts(tree, account, facts); });
      const bool changed = edit.before != edit.after;
      ++(changed ? writes.counts.updated : writes.counts.unchanged);
      if (changed) writes.files.push_back(std::move(edit));
    }
  }
  return writes;
}

void write_import(const ImportWrites& writes, const std::filesystem::path& root) {
  make_directories(root / "accounts");
  for (const auto& file : writes.files) {
    if (file.before.empty()) {
      create_file(root / file.file, file.after);
    } else {
      replace_file(root / file.file, file.before, file.after);
    }
  }
}

}  // namespace kam::cli
