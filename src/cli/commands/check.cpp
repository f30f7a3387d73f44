#include "kam/check/check.hpp"

#include <memory>

#include <fmt/format.h>

#include "cli/check/files.hpp"
#include "cli/commands.hpp"
#include "cli/git/merge_settings.hpp"
#include "cli/load.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"
#include "kam/model/error.hpp"
#include "kam/unicode/unicode.hpp"

namespace kam::cli {

namespace {

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
