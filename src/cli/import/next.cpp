#include "cli/import/next.hpp"

#include <algorithm>
#include <set>
#include <vector>

#include "kam/text/messages.hpp"

namespace kam::cli {

namespace {

constexpr std::size_t kShownRows = 20;

// The request again, with what it does not change.
std::string repeat(const ImportRequest& request) {
  std::string command = "kam import " + quoted(request.file);
  if (request.contacts) command += " --contacts";
  for (const auto& mapping : request.map) command += " --map " + quoted(mapping);
  if (!request.year.empty()) command += " --year " + quoted(request.year);
  if (!request.decimal.empty()) command += " --decimal " + quoted(request.decimal);
  if (request.create_only) command += " --create-only";
  if (request.update_only) command += " --update-only";
  return command;
}

// The option that answers a question; where nobody can know its value, a word in its place.
std::string answer(const ImportQuestion& question, Language language) {
  if (question.option.empty()) return {};
  if (question.value.empty()) return question.option + " " + say(Msg::preview_any_year, language);
  if (question.value.ends_with('='))
    return question.option + " " + question.value + say(Msg::preview_any_column, language);
  return question.option + " " + quoted(question.value);
}

// The options that answer what is open, each once.
std::vector<std::string> find_answers(const ImportList& list, const ListPlan& plan, const Problems& problems,
                                      Language language) {
  std::vector<std::string> answers;
  for (const auto& question : plan.questions) {
    auto option = answer(question, language);
    if (!option.empty() && std::ranges::find(answers, option) == answers.end())
      answers.push_back(std::move(option));
  }
  if (std::ranges::find(problems, kAmbiguousNumber, &Problem::code) != problems.end())
    answers.emplace_back(list.table.separator == ';' ? "--decimal ," : "--decimal .");
  return answers;
}

}  // namespace

std::string next_command(const ImportRequest& request, const ImportList& list, const ListPlan& plan,
                         const Problems& problems, Language language) {
  std::string command = repeat(request);
  const auto answers = find_answers(list, plan, problems, language);
  for (const auto& option : answers) command += " " + option;
  if (!answers.empty() || !plan.questions.empty()) return command + " --preview";
  if (!problems.empty() || request.keep_going) command += " --keep-going";
  return command + " --dry-run";
}

ShortProblems shorten(const Problems& problems) {
  ShortProblems shown;
  std::set<int> lines;
  std::set<std::string> hints;
  for (const auto& problem : problems) {
    lines.insert(problem.line);
    if (lines.size() > kShownRows) continue;
    shown.problems.push_back(problem);
    if (!hints.insert(problem.hint).second) shown.problems.back().hint.clear();
  }
  shown.more_rows = lines.size() - std::min(lines.size(), kShownRows);
  return shown;
}

}  // namespace kam::cli
