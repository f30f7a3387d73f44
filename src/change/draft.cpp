#include "kam/change/draft.hpp"

#include <utility>

#include <fmt/format.h>

#include "kam/change/schema_files.hpp"
#include "kam/disk/write.hpp"
#include "kam/format/decode.hpp"
#include "kam/format/facts.hpp"
#include "kam/model/error.hpp"
#include "kam/text/templates.hpp"

namespace kam {

namespace {

// The text with the planned edits in it, and its tree.
EditResult carry_out(const SourceFile& source, std::span<const PlanEdits> plans, const Settings& settings) {
  if (!source.root) {
    const auto& problem = source.problems.front();
    throw Error(fmt::format("{}:{}:{}: {}", problem.file, problem.line, problem.column, problem.message),
                problem.hint);
  }
  auto result = apply_plans(source.text, *source.root, plans, account_key_order(settings));
  if (!result.refusal.empty())
    throw Error(fmt::format("{}:{}:{}: {}", account_file(source.id), result.place.line, result.place.column,
                            result.refusal),
                result.hint.empty() ? "The file was left as it is; make this change in an editor."
                                    : "The file was left as it is. " + result.hint);
  return result;
}

}  // namespace

Draft edit_account(const SourceFile& source, const PlanEdits& plan, const Settings& settings) {
  return edit_account(source, std::span(&plan, 1), settings);
}

Draft edit_account(const SourceFile& source, std::span<const PlanEdits> plans, const Settings& settings) {
  auto result = carry_out(source, plans, settings);
  auto decoded = decode_account(*result.root, account_file(source.id), source.id, settings);
  if (const auto* const error = first_error(decoded.problems))
    throw Error(fmt::format("the result would not read: {}:{}:{}: {}", error->file, error->line,
                            error->column, error->message),
                "The file was left as it is; make this change in an editor.");
  return {source.id, source.text, std::move(result.text), *std::move(result.root),
          std::move(decoded.account)};
}

Draft record_facts(const SourceFile& source, const Account& current, const Account& facts,
                   const Settings& settings) {
  return edit_account(
      source, [&](const Node& tree) { return plan_facts(tree, current, facts); }, settings);
}

Draft draft_new_account(const std::string& id, const Account& facts, const ScoredPortfolio& state) {
  const auto sections = account_sections_text(state.portfolio.settings, state.as_of, state.language);
  return {.id = id, .after = schema_line(FileKind::account) + new_account_file(facts, sections)};
}

ScoredPortfolio with_drafts(const ScoredPortfolio& before, std::span<const Draft> drafts) {
  auto portfolio = before.portfolio;
  for (const auto& draft : drafts)
    if (const auto index = find_account_index(portfolio, draft.id))
      portfolio.accounts[*index] = draft.account;
  return score_state(std::move(portfolio), before.as_of, before.language);
}

void write_drafts(const std::filesystem::path& root, std::span<const Draft> drafts) {
  for (const auto& draft : drafts) {
    if (!draft.is_changed()) continue;
    const auto file = root / account_file(draft.id);
    if (draft.before) {
      replace_file(file, *draft.before, draft.after);
    } else {
      make_directories(file.parent_path());
      create_file(file, draft.after);
    }
  }
}

}  // namespace kam
