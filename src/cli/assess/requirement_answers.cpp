#include "cli/assess/requirement_answers.hpp"

#include <map>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "kam/lists/requirement_list.hpp"
#include "kam/text/labels.hpp"
#include "kam/text/messages/sheet.hpp"
#include "kam/unicode/unicode.hpp"

namespace kam::cli {

namespace {

// The words of the portfolio's requirements in both languages.
std::map<std::string, std::string> requirement_words(const Settings& settings) {
  std::map<std::string, std::string> words;
  for (const auto& entry : settings.requirements)
    for (const auto language : {Language::en, Language::de})
      words.try_emplace(fold_name(entry_label(Vocabulary::requirement, entry.id, entry.label, language)),
                        entry.id);
  return words;
}

void remark_on(const RequirementList& list, const NewAnswers& answers, Language language, Context& context) {
  context.remark(say(
      msg::sheet_counts, language,
      {std::to_string(answers.recorded), std::to_string(answers.unchanged), std::to_string(list.not_asked)}));
  if (!list.unused.empty())
    context.remark(say(msg::sheet_unused, language, {fmt::format("{}", fmt::join(list.unused, ", "))}));
}

}  // namespace

Exit record_requirement_list(const ImportList& list, const ScoredPortfolio& state,
                             const RequirementListOptions& options, Format format, Context& context) {
  if (!list.table.problems.empty()) return refuse_list(context, list.table.problems, list);
  const auto& portfolio = state.portfolio;
  const auto read = read_requirement_list(
      list.table,
      {portfolio.accounts, portfolio.settings, options.account, requirement_words(portfolio.settings)},
      list.name);
  if (!read.problems.empty()) return refuse_list(context, read.problems, list);
  const auto answers = find_new_answers(state, read.answers, options.defaults, options.unchanged);
  return write_facts(state, answers.facts, options.mode, format, context,
                     [&] { remark_on(read, answers, state.language, context); });
}

}  // namespace kam::cli
