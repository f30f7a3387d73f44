#include "cli/import/contacts.hpp"

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

// One that is there keeps its name.
PreviewRows preview_rows(const ContactList& contacts, const ScoredPortfolio& loaded) {
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

  const auto& loaded = target->state;
  add_settings(options, loaded.portfolio.settings);
  const auto contacts = plan_list(list, options, loaded.portfolio);
  if (request.preview)
    return preview_list(request, list, contacts.plan, contacts.problems, preview_rows(contacts, loaded),
                        loaded, context);
  if (!may_go_on(list, contacts.plan, contacts.problems, request, context)) return Exit::failed;
  const auto import =
      draft_contacts(loaded, contacts.plan.rows, contacts.matched.matches, parse_selection(request));
  auto status = Exit::done;
  const auto tell = [&] {
    status = finish_import(request, list, contacts.plan, contacts.problems, import.counts, loaded, context);
  };
  tell_and_do(context, tell, [&] {
    if (!request.dry_run) write_drafts(loaded.portfolio.root, import.drafts);
  });
  return status;
}

}  // namespace kam::cli
