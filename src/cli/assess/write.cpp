#include "cli/assess/write.hpp"

#include <algorithm>

#include "cli/commands/edit_account.hpp"
#include "kam/disk/write.hpp"
#include "kam/document/data.hpp"
#include "kam/render/diff.hpp"
#include "kam/report/assess.hpp"
#include "kam/text/format.hpp"
#include "kam/text/messages.hpp"

namespace kam::cli {

namespace {

// An account with its edit.
struct Recorded {
  std::size_t account = 0;
  AccountEdit edit;
  bool is_changed() const { return edit.before != edit.after; }
};

std::vector<Recorded> plan(const Loaded& before, const std::vector<AccountFacts>& all) {
  std::vector<Recorded> planned;
  for (const auto& [index, facts] : all) {
    const auto& account = before.portfolio.accounts[index];
    const auto plan_edits = [&, &facts = facts](const Node& tree) {
      return plan_facts(tree, account, facts);
    };
    planned.push_back({index, edit_account(before.portfolio, account.id, plan_edits)});
  }
  return planned;
}

// The same portfolio with the accounts' new content, scored.
Loaded with_edits(const Loaded& before, const std::vector<Recorded>& planned) {
  Loaded after = before;
  for (const auto& recorded : planned) after.portfolio.accounts[recorded.account] = recorded.edit.account;
  after.scores = score_portfolio(after.portfolio.accounts, after.portfolio.settings, after.as_of);
  return after;
}

std::string show_text(const Loaded& before, const Loaded& after, const std::vector<Recorded>& planned,
                      WriteMode mode, const Context& context) {
  std::string text;
  for (const auto& recorded : planned) {
    if (!recorded.is_changed()) continue;
    if (!text.empty()) text += "\n";
    text += recorded.edit.file + "\n";
    const auto change = build_change(before.view(), after.view(), recorded.account);
    if (!change.blocks.empty()) text += render_document(change, Format::text, context);
    if (mode == WriteMode::dry_run)
      text += "\n" + unified_diff(recorded.edit.before, recorded.edit.after, recorded.edit.file);
  }
  return text.empty() ? say(Msg::changed_nothing, after.language) + "\n" : text;
}

// A recording after the as-of day does not show in the scores beside it.
void remark_late(const Loaded& after, const std::vector<AccountFacts>& all, Context& context) {
  std::optional<Date> latest;
  for (const auto& of_account : all)
    for (const auto& assessment : of_account.facts.assessments)
      if (!assessment.ratings.empty() && days_between(context.today, assessment.date) > 0)
        latest = std::max(latest.value_or(assessment.date), assessment.date);
  if (latest)
    context.remark(say(Msg::recorded_after_as_of, after.language,
                       {format_date(*latest, after.language), format_date(context.today, after.language)}));
}

}  // namespace

std::string render_changes(const Loaded& before, const Loaded& after,
                           const std::vector<std::size_t>& accounts, Written written) {
  Data::List changes;
  for (const auto account : accounts) {
    auto of_account = build_change_data(before.view(), after.view(), account);
    for (auto& change : std::get<Data::List>(of_account.value())) changes.push_back(std::move(change));
  }
  auto record = std::get<Data::Record>(build_assessment_data(after.view(), accounts).value());
  record.emplace_back("changes", std::move(changes));
  record.emplace_back("written", written == Written::yes);
  return render_json(record);
}

Exit write_facts(const Loaded& before, const std::vector<AccountFacts>& recorded, WriteMode mode,
                 Format format, Context& context, const std::function<void()>& tell_more) {
  const auto planned = plan(before, recorded);
  const auto after = with_edits(before, planned);
  std::vector<std::size_t> accounts;
  for (const auto& account : planned) accounts.push_back(account.account);
  const bool written = mode == WriteMode::write && std::ranges::any_of(planned, &Recorded::is_changed);
  const auto tell = [&] {
    context.out += format == Format::json
                       ? render_changes(before, after, accounts, written ? Written::yes : Written::no)
                       : show_text(before, after, planned, mode, context);
    remark_late(after, recorded, context);
    if (mode == WriteMode::dry_run) context.remark(say(Msg::dry_run_nothing_written, after.language));
    if (tell_more) tell_more();
  };
  tell_and_do(context, tell, [&] {
    for (const auto& [account, edit] : planned)
      if (mode == WriteMode::write && edit.before != edit.after)
        replace_file(before.portfolio.root / edit.file, edit.before, edit.after);
  });
  return Exit::done;
}

}  // namespace kam::cli
