#include "cli/import/contacts.hpp"

#include <map>

#include <fmt/format.h>

#include "cli/commands/edit_account.hpp"
#include "cli/import/write.hpp"
#include "kam/format/facts.hpp"
#include "kam/lists/contacts.hpp"
#include "kam/model/error.hpp"
#include "kam/text/messages.hpp"

namespace kam::cli {

namespace {

struct ContactList {
  ContactPlan plan;
  MatchedContacts matched;
  Problems problems;  // of the list and of finding its accounts, by line
};

ContactList plan_list(const ImportList& list, const ImportOptions& options, const Portfolio& portfolio) {
  ContactList contacts;
  contacts.plan = plan_contacts(list.table, options, list.name);
  if (contacts.plan.questions.empty())
    contacts.matched = match_contacts(contacts.plan.rows, portfolio.accounts, list.name);
  else
    contacts.matched.matches.resize(contacts.plan.rows.size());
  contacts.problems = join_problems(contacts.plan, contacts.matched.problems);
  return contacts;
}

bool is_skipped(const ContactMatch& match, const ImportRequest& request) {
  return match.contact ? request.create_only : request.update_only;
}

// The wanted facts of each account's contacts.
std::map<std::size_t, std::vector<ContactFacts>> facts_by_account(const ContactList& list,
                                                                  const ImportRequest& request,
                                                                  ImportCounts& counts) {
  std::map<std::size_t, std::vector<ContactFacts>> facts;
  for (std::size_t i = 0; i < list.plan.rows.size(); ++i) {
    const auto& match = list.matched.matches[i];
    if (!match.account) continue;  // a row whose problem has been told
    if (is_skipped(match, request))
      ++counts.skipped;
    else
      facts[*match.account].push_back({match.contact, list.plan.rows[i].contact});
  }
  return facts;
}

ImportWrites prepare_contacts(const Loaded& loaded, const ContactList& list, const ImportRequest& request) {
  ImportWrites writes;
  for (const auto& entry : facts_by_account(list, request, writes.counts)) {
    const auto& account = loaded.portfolio.accounts[entry.first];
    for (const auto& contact : entry.second) {
      const bool changes = !plan_contact_facts(account, {contact}).empty();
      ++(!contact.index ? writes.counts.created : changes ? writes.counts.updated : writes.counts.unchanged);
    }
    auto edit = edit_account(loaded.portfolio, account.id,
                             [&](const Node&) { return plan_contact_facts(account, entry.second); });
    if (edit.before != edit.after) writes.files.push_back(std::move(edit));
  }
  return writes;
}

// One that is there keeps its name.
PreviewRows preview_rows(const ContactList& contacts, const Loaded& loaded) {
  PreviewRows rows;
  for (std::size_t i = 0; i < contacts.plan.rows.size(); ++i) {
    const auto& match = contacts.matched.matches[i];
    if (!match.account) continue;
    const auto& account = loaded.portfolio.accounts[*match.account];
    PreviewRow& row = rows[contacts.plan.rows[i].line];
    row.account = match.contact ? account.id : say(Msg::preview_new_contact, loaded.language, {account.id});
    if (match.contact) row.contact = account.contacts[*match.contact].name;
  }
  return rows;
}

}  // namespace

Exit run_import_contacts(const ImportRequest& request, const ImportList& list, Context& context) {
  auto options = parse_import_options(request);
  if (options.year)
    throw UsageError("--year is given with --contacts", "Contacts have no figures; leave it out.");
  auto target = open_target(request, context);
  if (!target || !is_readable(list, context)) return Exit::failed;

  const auto& loaded = target->loaded;
  add_settings(options, loaded.portfolio.settings);
  const auto contacts = plan_list(list, options, loaded.portfolio);
  if (request.preview)
    return preview_list(request, list, contacts.plan, contacts.problems, preview_rows(contacts, loaded),
                        loaded, context);
  if (!may_go_on(list, contacts.plan, contacts.problems, request, context)) return Exit::failed;
  const auto writes = prepare_contacts(loaded, contacts, request);
  auto status = Exit::done;
  const auto tell = [&] {
    status = finish_import(request, list, contacts.plan, contacts.problems, writes.counts, loaded, context);
  };
  tell_and_do(context, tell, [&] {
    if (!request.dry_run) write_import(writes, target->root);
  });
  return status;
}

}  // namespace kam::cli
