#include "kam/change/import.hpp"

#include <map>
#include <utility>

#include "kam/format/facts.hpp"

namespace kam {

namespace {

bool is_unwanted(ImportSelection selection, bool is_there) {
  return selection == (is_there ? ImportSelection::create_only : ImportSelection::update_only);
}

}  // namespace

ImportDrafts draft_import(const ScoredPortfolio& state, std::span<const ImportRow> rows,
                          std::span<const Match> matches, ImportSelection selection) {
  ImportDrafts import;
  const auto& portfolio = state.portfolio;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto& match = matches[i];
    if (!match.account && match.id.empty()) continue;  // a row whose problem has been told
    if (is_unwanted(selection, match.account.has_value())) {
      ++import.counts.skipped;
    } else if (!match.account) {
      ++import.counts.created;
      import.drafts.push_back(draft_new_account(match.id, rows[i], state));
    } else {
      const auto& account = portfolio.accounts[*match.account];
      auto draft = record_facts(*find_source(portfolio, account.id), account, rows[i], portfolio.settings);
      ++(draft.is_changed() ? import.counts.updated : import.counts.unchanged);
      if (draft.is_changed()) import.drafts.push_back(std::move(draft));
    }
  }
  return import;
}

ImportDrafts draft_contacts(const ScoredPortfolio& state, std::span<const ContactRow> rows,
                            std::span<const ContactMatch> matches, ImportSelection selection) {
  ImportDrafts import;
  const auto& portfolio = state.portfolio;
  std::map<std::size_t, std::vector<ContactFacts>> by_account;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto& match = matches[i];
    if (!match.account) continue;  // a row whose problem has been told
    if (is_unwanted(selection, match.contact.has_value()))
      ++import.counts.skipped;
    else
      by_account[*match.account].push_back({match.contact, rows[i].contact});
  }
  for (const auto& [index, contacts] : by_account) {
    const auto& account = portfolio.accounts[index];
    for (const auto& contact : contacts) {
      const bool changes = !plan_contact_facts(account, {contact}).empty();
      ++(!contact.index ? import.counts.created : changes ? import.counts.updated : import.counts.unchanged);
    }
    auto draft = edit_account(
        *find_source(portfolio, account.id),
        [&, &facts = contacts](const Node&) { return plan_contact_facts(account, facts); },
        portfolio.settings);
    if (draft.is_changed()) import.drafts.push_back(std::move(draft));
  }
  return import;
}

}  // namespace kam
