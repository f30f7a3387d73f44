#include "cli/import_contacts.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include <fmt/format.h>

#include "cli/edit_account.hpp"
#include "cli/import_preview.hpp"
#include "cli/import_remarks.hpp"
#include "cli/import_write.hpp"
#include "cli/load.hpp"
#include "cli/output.hpp"
#include "kam/exchange/contacts.hpp"
#include "kam/model/error.hpp"
#include "kam/store/record.hpp"
#include "kam/store/write.hpp"
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
  contacts.problems = contacts.plan.problems;
  contacts.problems.insert(contacts.problems.end(), contacts.matched.problems.begin(),
                           contacts.matched.problems.end());
  std::ranges::stable_sort(contacts.problems, {}, &Problem::line);
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
      const bool changes = !plan_contacts_update(account, {contact}).empty();
      ++(!contact.index ? writes.counts.created : changes ? writes.counts.updated : writes.counts.unchanged);
    }
    auto edit = edit_account(loaded.portfolio, account.id,
                             [&](const Node&) { return plan_contacts_update(account, entry.second); });
    if (edit.before != edit.after) writes.files.push_back(std::move(edit));
  }
  return writes;
}

Exit preview(const ImportRequest& request, const ImportList& list, const ContactList& contacts,
             const Loaded& loaded, Context& context) {
  std::map<int, std::string> names;
  for (std::size_t i = 0; i < contacts.plan.rows.size(); ++i) {
    const auto& match = contacts.matched.matches[i];
    if (!match.account) continue;
    const auto& id = loaded.portfolio.accounts[*match.account].id;
    names[contacts.plan.rows[i].line] =
        match.contact ? id : say(Msg::preview_new_contact, loaded.language, {id});
  }
  const auto rows = names.size();
  context.out += render_document(
      build_import_preview({ListKind::contacts, list.name, contacts.plan, rows, contacts.problems,
                            list.table.blank_lines, std::move(names), loaded.portfolio.settings,
                            loaded.language, dry_run_command(request)}),
      Format::text, context);
  return Exit::done;
}

}  // namespace

Exit run_import_contacts(const ImportRequest& request, const ImportList& list, Context& context) {
  auto options = parse_import_options(request);
  if (options.year)
    throw UsageError("--year is given with --contacts", "Contacts have no figures; leave it out.");
  const auto root = find_portfolio(std::filesystem::current_path());
  std::optional<PortfolioLock> lock;
  if (!request.dry_run && !request.preview) lock.emplace(root);
  const auto loaded = load(context, root, request.preview ? Faulty::leave_out : Faulty::refuse, {});
  if (!loaded || !is_readable(list, context)) return Exit::failed;

  options.vocabulary = import_vocabulary(loaded->portfolio.settings);
  const auto contacts = plan_list(list, options, loaded->portfolio);
  if (request.preview) return preview(request, list, contacts, *loaded, context);
  refuse_questions(contacts.plan);
  if (!may_go_on(contacts.problems, request, context)) return Exit::failed;
  const auto writes = prepare_contacts(*loaded, contacts, request);
  if (!request.dry_run) write_import(writes, root);
  tell_import(request, writes.counts, contacts.problems, loaded->language, context);
  remark_rows(contacts.plan.remarks, list.table.blank_lines, loaded->language, context);
  remark_unused(contacts.plan.unused, loaded->language, context);
  return contacts.problems.empty() ? Exit::done : Exit::answer_is_no;
}

}  // namespace kam::cli
