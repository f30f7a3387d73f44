#include "cli/change.hpp"

#include <algorithm>
#include <filesystem>
#include <utility>

#include <fmt/format.h>

#include "kam/document/data.hpp"
#include "kam/render/diff.hpp"
#include "kam/report/assess.hpp"
#include "kam/text/format.hpp"
#include "kam/text/messages/assess.hpp"
#include "kam/unicode/invisible.hpp"
#include "kam/unicode/unicode.hpp"

namespace kam::cli {

namespace {

// Whether an account is the one that somebody called by its id or name; one that does not read has no name.
auto called(const std::string& word) {
  return [word, id = without_ignorable(word), folded = fold_name(word)](const std::string& of_account,
                                                                        const std::string& name) {
    return of_account == word || of_account == id || fold_name(name) == folded;
  };
}

std::optional<Opened> open(Context& context, WriteMode mode, Faulty faulty, PortfolioReading reading) {
  const auto root = find_portfolio(current_directory());
  Opened opened;
  refuse_special_files(root);
  if (mode == WriteMode::write) opened.lock = std::make_unique<DirectoryLock>(root);
  auto state = load(context, root, faulty, {}, std::move(reading));
  if (!state) return std::nullopt;
  opened.state = *std::move(state);
  return opened;
}

std::string draft_diff(const Draft& draft) {
  return unified_diff(draft.before.value_or(""), draft.after, account_file(draft.id));
}

// A recording after the as-of day does not show in the scores beside it.
void remark_late(const ScoredPortfolio& after, std::span<const AccountFacts> all, Context& context) {
  std::optional<Date> latest;
  for (const auto& of_account : all)
    for (const auto& assessment : of_account.facts.assessments)
      if (!assessment.ratings.empty() && days_between(context.today, assessment.date) > 0)
        latest = std::max(latest.value_or(assessment.date), assessment.date);
  if (latest)
    context.remark(say(msg::recorded_after_as_of, after.language,
                       {format_date(*latest, after.language), format_date(context.today, after.language)}));
}

std::string show_ratings(const ScoredPortfolio& before, const ScoredPortfolio& after,
                         std::span<const Draft> drafts, WriteMode mode, const Context& context) {
  std::string text;
  for (const auto& draft : drafts) {
    if (!draft.is_changed()) continue;
    if (!text.empty()) text += "\n";
    text += account_file(draft.id) + "\n";
    const auto change =
        build_change(before.view(), after.view(), *find_account_index(after.portfolio, draft.id));
    if (!change.blocks.empty()) text += render_document(change, context);
    if (mode == WriteMode::dry_run) text += "\n" + draft_diff(draft);
  }
  return text.empty() ? say(msg::changed_nothing, after.language) + "\n" : text;
}

// The sections whose ratings the change of scores shows anyway.
bool is_rated(const Path& path) {
  const auto& section = std::get<std::string>(path.front());
  return section == "attractiveness" || section == "partnership" || section == "assessments";
}

std::string show_places(std::span<const ChangedPlace> places) {
  std::string text;
  int widest = 0;
  std::vector<const ChangedPlace*> shown;
  for (const auto& place : places)
    if (place.before != place.after && !is_rated(place.path)) {
      shown.push_back(&place);
      widest = std::max(widest, display_width(format_path(place.path)));
    }
  for (const auto* const place : shown) {
    const auto path = format_path(place->path);
    const std::string gap(static_cast<std::size_t>(widest - display_width(path)) + 2, ' ');
    text += fmt::format("{}{}{} → {}\n", path, gap, place->before, place->after);
  }
  return text;
}

std::string show_steps(const ScoredPortfolio& before, const SteppedDraft& stepped, WriteMode mode,
                       const Context& context) {
  const auto& draft = stepped.draft;
  if (!draft.is_changed()) return say(msg::set_nothing, before.language) + "\n";
  const auto places = show_places(stepped.places);
  const auto change = build_draft_change(before, draft);
  const auto scores = change.blocks.empty() ? "" : render_document(change, context);
  auto text = fmt::format("{}\n{}{}{}", account_file(draft.id), places,
                          places.empty() || scores.empty() ? "" : "\n", scores);
  if (mode == WriteMode::dry_run) text += "\n" + draft_diff(draft);
  return text;
}

}  // namespace

std::optional<Opened> open_portfolio(Context& context, WriteMode mode,
                                     const std::optional<std::string>& word) {
  PortfolioReading reading;
  reading.keep = [](const std::string&, const std::string&) { return true; };
  if (word) reading.keep = called(*word);
  return open(context, mode, Faulty::refuse, std::move(reading));
}

std::optional<Opened> open_account(Context& context, const std::string& word, WriteMode mode) {
  const auto file = find_portfolio(current_directory()) / account_file(word);
  PortfolioReading reading;
  reading.keep = called(word);
  if (is_account_id(word) && std::filesystem::exists(std::filesystem::symlink_status(file)))
    reading.only = word;
  return open(context, mode, Faulty::pass_over, std::move(reading));
}

std::string render_changes(const ScoredPortfolio& before, const ScoredPortfolio& after,
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

Exit write_facts(const ScoredPortfolio& before, std::span<const AccountFacts> recorded, WriteMode mode,
                 Format format, Context& context, const std::function<void()>& tell_more) {
  const auto drafts = draft_facts(before, recorded);
  const auto after = with_drafts(before, drafts);
  std::vector<std::size_t> accounts;
  for (const auto& of_account : recorded) accounts.push_back(of_account.account);
  const bool written = mode == WriteMode::write && std::ranges::any_of(drafts, &Draft::is_changed);
  const auto tell = [&] {
    context.out += format == Format::json
                       ? render_changes(before, after, accounts, written ? Written::yes : Written::no)
                       : show_ratings(before, after, drafts, mode, context);
    remark_late(after, recorded, context);
    if (mode == WriteMode::dry_run) context.remark(say(msg::dry_run_nothing_written, after.language));
    if (tell_more) tell_more();
  };
  tell_and_do(context, tell, [&] {
    if (mode == WriteMode::write) write_drafts(before.portfolio.root, drafts);
  });
  return Exit::done;
}

Exit change_account(const std::string& word, std::span<const PlanStep> steps, WriteMode mode,
                    Context& context) {
  const auto opened = open_account(context, word, mode);
  if (!opened) return Exit::failed;
  const auto& before = opened->state;
  const auto& portfolio = before.portfolio;
  const auto source = find_source(portfolio, find_account_id(portfolio, word));
  const auto stepped = carry_out_steps(*source, steps, portfolio.settings);
  const auto tell = [&] {
    context.out += show_steps(before, stepped, mode, context);
    if (mode == WriteMode::dry_run) context.remark(say(msg::dry_run_nothing_written, before.language));
  };
  tell_and_do(context, tell, [&] {
    if (mode == WriteMode::write) write_drafts(portfolio.root, std::span(&stepped.draft, 1));
  });
  return Exit::done;
}

Document build_draft_change(const ScoredPortfolio& before, const Draft& draft) {
  const auto index = find_account_index(before.portfolio, draft.id);
  if (!index) return {};
  const auto after = with_drafts(before, std::span(&draft, 1));
  return build_change(before.view(), after.view(), *index);
}

}  // namespace kam::cli
