#include "kam/check/check.hpp"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "cli/check/formats.hpp"
#include "cli/commands.hpp"
#include "cli/git/merge_settings.hpp"
#include "cli/load.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"
#include "kam/disk/survey.hpp"
#include "kam/model/error.hpp"
#include "kam/unicode/unicode.hpp"

namespace kam::cli {

namespace {

namespace fs = std::filesystem;

// Absolute, with the links of the directories resolved; the file itself may be one.
fs::path absolute_path(const std::string& file) {
  const auto path = (current_directory() / file).lexically_normal();
  std::error_code error;
  const auto directory = fs::weakly_canonical(path.parent_path(), error);
  return error ? path : directory / path.filename();
}

std::string relative_path(const fs::path& file, const fs::path& base) {
  return file.lexically_relative(base).native();
}

// The file of an account by its id, else the nearest name.
std::string meant_file(const Survey& survey, const std::string& word) {
  std::vector<std::string> files;
  for (const auto& file : survey.files) {
    files.push_back(relative_path(survey.root / file.file, current_directory()));
    if (file.file == account_file(word)) return files.back();
  }
  return nearest(word, std::span<const std::string>(files)).value_or("");
}

[[noreturn]] void refuse(const Survey& survey, const std::string& word) {
  const auto meant = meant_file(survey, word);
  const auto next = meant.empty() ? std::string("Name kam.yaml or account files, as in accounts/ID.yaml.")
                                  : fmt::format("Did you mean `{}`?", meant);
  std::error_code error;
  if (!fs::exists(absolute_path(word), error))
    throw UsageError(fmt::format("there is no file `{}`", word), next);
  throw UsageError(
      fmt::format("`{}` is no file of the portfolio {}: its files are kam.yaml and accounts/ID.yaml", word,
                  survey.root.native()),
      next);
}

// The portfolio around the current directory; where there is none, that around the first of the files, so
// that a hook of a repository that holds a portfolio further down finds it.
fs::path find_checked_portfolio(const std::vector<std::string>& files) {
  try {
    return find_portfolio(current_directory());
  } catch (const Error&) {
    std::error_code error;
    const auto directory = files.empty() ? fs::path() : absolute_path(files.front()).parent_path();
    if (files.empty() || !fs::is_directory(directory, error)) throw;
    return find_portfolio(directory);
  }
}

// The files named on the command line, as the survey names them. Throws UsageError where one is no file of
// the portfolio.
std::set<std::string> find_checked_files(const Survey& survey, const std::vector<std::string>& files) {
  std::set<std::string> found;
  for (const auto& word : files) {
    const auto file = relative_path(absolute_path(word), survey.root);
    const bool known = std::ranges::find(survey.files, file, &SurveyedFile::file) != survey.files.end();
    const bool passed_over = std::ranges::find(survey.passed_over, file) != survey.passed_over.end();
    if (!known && !passed_over) refuse(survey, word);  // what is passed over has a warning of its own
    found.insert(file);
  }
  return found;
}

// Where the paths of such a format begin.
fs::path base_of_paths(const fs::path& root, CheckPaths paths) {
  std::error_code error;
  if (paths == CheckPaths::repository)
    for (auto directory = root;; directory = directory.parent_path()) {
      if (fs::exists(directory / ".git", error)) return directory;
      if (directory == directory.root_path()) break;
    }
  return current_directory();
}

// Gives every problem the path of its file as seen from `base`.
void relate_paths(CheckReport& report, const fs::path& root, const fs::path& base) {
  const auto relate = [&](Problem& problem) { problem.file = relative_path(root / problem.file, base); };
  for (auto& problem : report.problems) relate(problem);
  for (auto& result : report.gates)
    for (auto& miss : result.misses) relate(miss.problem);
}

struct Options {
  CheckRequest request;
  std::string severity = "note";
  std::vector<std::string> gates;
  std::vector<std::string> where;
  std::string format = "text";
};

void check_codes(const std::vector<std::string>& codes, std::string_view option) {
  std::vector<std::string_view> known;
  for (const auto& check : checks()) known.push_back(check.code);
  for (const auto& code : codes) {
    if (find_check(code) != nullptr) continue;
    const auto near = nearest(code, known);
    throw UsageError(fmt::format("{}: there is no code `{}`", option, code),
                     near ? fmt::format("Did you mean `{}`?", *near) : "`man kam-check` lists the codes.");
  }
}

// What the options ask for.
CheckRequest parse_request(const Options& options) {
  auto request = options.request;
  request.least = parse_choice<Severity>(options.severity, "--severity");
  check_codes(request.only, "--only");
  check_codes(request.ignore, "--ignore");
  for (const auto& text : options.gates) request.gates.push_back({text, parse_condition(text)});
  for (const auto& text : options.where) request.where.push_back(parse_condition(text));
  if (options.gates.empty() && !options.where.empty())
    throw UsageError("--where stands without --gate", "It chooses the accounts that must meet the gates.");
  return request;
}

std::vector<std::string_view> format_names() {
  std::vector<std::string_view> names;
  for (const auto& format : check_formats()) names.push_back(format.name);
  return names;
}

const CheckFormat& find_format(const std::string& name) {
  return check_formats()[parse_choice(name, format_names(), "--format")];
}

CheckReport check_survey(const Survey& survey, const CheckRequest& request,
                         const std::set<std::string>& files, Date as_of) {
  const auto scores = score_portfolio(survey.accounts, survey.settings.value_or(default_settings()), as_of);
  CheckedPortfolio portfolio{
      survey.settings ? &*survey.settings : nullptr, survey.accounts, scores, as_of, {}, survey.passed_over};
  for (const auto& file : survey.files)
    portfolio.files.push_back({file.file, file.root ? &*file.root : nullptr, file.problems, file.account});
  return build_check_report(portfolio, request, files);
}

Exit run_check(const Options& options, Context& context) {
  const auto request = parse_request(options);
  const auto& format = find_format(options.format);
  const auto root = find_checked_portfolio(request.files);
  const auto progress = reading_progress(context);
  const auto survey = survey_portfolio(root, context.follow, progress);
  end_progress(context, progress, survey.files.size());
  const auto files = find_checked_files(survey, request.files);
  auto report = check_survey(survey, request, files, context.today);
  add_problems(report, request, find_old_driver(root));
  const auto base = base_of_paths(root, format.paths);
  relate_paths(report, root, base);
  context.out += format.render({report, root, base}, context);
  for (const auto& sentence : summarise(report)) context.remark(sentence);
  return is_clean(report) ? Exit::done : Exit::answer_is_no;
}

}  // namespace

Run add_check(Arguments& arguments) {
  auto options = std::make_shared<Options>();
  auto& request = options->request;
  arguments.argument("FILE", request.files, "Only the problems of these files");
  arguments.option("--severity", options->severity, "SEVERITY",
                   "The least that is shown: error, warning or note");
  arguments.list_option("--only", request.only, "CODE,...", "Only problems of this code; repeatable");
  arguments.list_option("--ignore", request.ignore, "CODE,...", "No problems of this code; repeatable");
  arguments.option("--gate", options->gates, "COND",
                   "What every account must meet, COL OP VALUE as in `kam inventory --where`; repeatable");
  arguments.option("--where", options->where, "COND",
                   "The accounts that must meet the gates (default: all but former ones); repeatable");
  arguments.option("--format", options->format, "FORMAT", list_alternatives(format_names()));
  return [options](Context& context) { return run_check(*options, context); };
}

}  // namespace kam::cli
