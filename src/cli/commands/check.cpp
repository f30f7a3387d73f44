#include "kam/check/check.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <filesystem>
#include <map>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "cli/commands.hpp"
#include "cli/context.hpp"
#include "cli/git/merge_settings.hpp"
#include "cli/load.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"
#include "cli/problem_text.hpp"
#include "kam/check/report.hpp"
#include "kam/model/error.hpp"
#include "kam/render/problems.hpp"
#include "kam/render/render.hpp"
#include "kam/unicode/invisible.hpp"
#include "kam/unicode/unicode.hpp"

namespace kam::cli {

namespace fs = std::filesystem;

namespace {

// What the files of a format's problems are relative to: `repository` is the git repository's root where the
// portfolio is in one, else the current directory.
enum class CheckPaths { current_directory, repository };

// A report with its paths made relative.
struct RelatedReport {
  const CheckReport& report;
  std::filesystem::path root;  // of the portfolio
  std::filesystem::path base;  // what the files of the problems are relative to
};

// A format is one function and one line in the table of formats.cpp.
struct CheckFormat {
  std::string_view name;
  CheckPaths paths;
  std::string (*render)(const RelatedReport& related, const Context& context);
};

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
std::string meant_file(const Portfolio& portfolio, const std::string& word) {
  std::vector<std::string> files;
  for (const auto& source : portfolio.sources) {
    files.push_back(relative_path(portfolio.root / source->file, current_directory()));
    if (source->file == account_file(word)) return files.back();
  }
  return nearest(word, std::span<const std::string>(files)).value_or("");
}

[[noreturn]] void refuse(const Portfolio& portfolio, const std::string& word) {
  const auto meant = meant_file(portfolio, word);
  const auto next = meant.empty() ? std::string("Name kam.yaml or account files, as in accounts/ID.yaml.")
                                  : fmt::format("Did you mean `{}`?", meant);
  std::error_code error;
  if (!fs::exists(absolute_path(word), error))
    throw UsageError(fmt::format("there is no file `{}`", word), next);
  throw UsageError(
      fmt::format("`{}` is no file of the portfolio {}: its files are kam.yaml and accounts/ID.yaml", word,
                  portfolio.root.native()),
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

// The files named on the command line, as the portfolio names them. Throws UsageError where one is no file of
// the portfolio.
std::set<std::string> find_checked_files(const Portfolio& portfolio, const std::vector<std::string>& files) {
  std::set<std::string> found;
  for (const auto& word : files) {
    const auto file = relative_path(absolute_path(word), portfolio.root);
    const bool known =
        std::ranges::any_of(portfolio.sources, [&](const auto& source) { return source->file == file; });
    const bool passed_over = std::ranges::find(portfolio.passed_over, file) != portfolio.passed_over.end();
    if (!known && !passed_over) refuse(portfolio, word);  // what is passed over has a warning of its own
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

std::string render_check_github(const RelatedReport& related, const Context&) {
  return render_github(problems_and_misses(related.report));
}

std::string render_check_gitlab(const RelatedReport& related, const Context&) {
  return render_gitlab(problems_and_misses(related.report));
}

std::string render_check_sarif(const RelatedReport& related, const Context&) {
  std::vector<ProblemKind> kinds;
  for (const auto& check : checks()) kinds.push_back({check.code, check.title, check.severity});
  return render_sarif(problems_and_misses(related.report), kinds, KAM_VERSION);
}

Data text_or_null(const std::string& text) {
  return text.empty() ? Data() : Data(text);
}

// Lines and columns count from 1; a problem of the file as a whole has neither.
Data place_or_null(int number) {
  return number > 0 ? Data(number) : Data();
}

Data problem_data(const Problem& problem) {
  return Data::Record{{"file", problem.file},
                      {"line", place_or_null(problem.line)},
                      {"column", place_or_null(problem.column)},
                      {"severity", to_id(problem.severity)},
                      {"code", problem.code},
                      {"message", problem.message},
                      {"hint", text_or_null(problem.hint)}};
}

Data whole(std::size_t number) {
  return static_cast<std::int64_t>(number);
}

Data counts_data(const ProblemCounts& counts) {
  return Data::Record{
      {"errors", whole(counts.errors)}, {"warnings", whole(counts.warnings)}, {"notes", whole(counts.notes)}};
}

Data summary_data(const CheckReport& report) {
  std::set<std::string> files;
  for (const auto& problem : report.problems) files.insert(problem.file);
  auto summary = std::get<Data::Record>(counts_data(count_problems(report.problems)).value());
  summary.emplace_back("not_shown", counts_data(report.not_shown));
  summary.emplace_back("files_with_problems", whole(files.size()));
  summary.emplace_back("files", whole(report.files));
  return summary;
}

Data gate_data(const GateResult& result) {
  Data::List missed;
  for (const auto& miss : result.misses)
    missed.emplace_back(Data::Record{
        {"id", miss.id}, {"name", miss.name}, {"file", miss.problem.file}, {"value", miss.value}});
  return Data::Record{{"gate", result.gate},
                      {"passed", result.misses.empty()},
                      {"accounts", whole(result.accounts)},
                      {"missed", std::move(missed)}};
}

std::string render_check_json(const RelatedReport& related, const Context& /*context*/) {
  const auto& report = related.report;
  Data::List problems;
  for (const auto& problem : report.problems) problems.push_back(problem_data(problem));
  Data::List gates;
  for (const auto& gate : report.gates) gates.push_back(gate_data(gate));
  return render_json(Data::Record{{"kam", 1},
                                  {"as_of", format_iso_date(report.as_of)},
                                  {"problems", std::move(problems)},
                                  {"summary", summary_data(report)},
                                  {"gates", std::move(gates)}});
}

constexpr std::ptrdiff_t kFew = 3;

class TextWriter {
 public:
  TextWriter(const RelatedReport& related, const Context& context) : related_(related), context_(context) {}

  void add(const Problem& problem) {
    text_ += fmt::format("{} [{}]\n", problem_line(problem), problem.code);
    const auto width = context_.terminal.width;
    if (width && problem.line > 0)
      if (const auto& source = source_of(problem.file)) text_ += source_excerpt(*source, problem, width);
    // What mends many problems is said once.
    if (!problem.hint.empty() && told_hints_.insert(problem.hint).second)
      text_ += fmt::format("   {}\n", escape_for_terminal(problem.hint));
  }

  void add_rest(const std::string& code, std::size_t files) {
    text_ += fmt::format("… and the same in {} more files [{}]; `kam check --only {}` shows them all.\n",
                         files, code, code);
  }

  std::string take() { return std::move(text_); }

 private:
  const std::optional<SourceLines>& source_of(const std::string& file) {
    if (file == source_file_) return source_;
    source_file_ = file;
    source_.reset();
    if (auto text =
            source_text(related_.root,
                        (related_.base / file).lexically_normal().lexically_relative(related_.root).native(),
                        context_.follow))
      source_.emplace(std::move(*text));
    return source_;
  }

  const RelatedReport& related_;
  const Context& context_;
  std::string text_;
  std::set<std::string> told_hints_;
  std::string source_file_;
  std::optional<SourceLines> source_;
};

// What is noted in more files than `kMany` is told of the first few, and of the others by their number.
constexpr std::size_t kMany = 10;

using FilesByCode = std::map<std::string, std::vector<std::string_view>>;

// The files that have notes of each code, in their order, of codes that are noted in more than `kMany`.
FilesByCode find_many_notes(const CheckReport& report) {
  FilesByCode noted;
  if (report.notes == CheckReport::Notes::each) return noted;
  for (const auto& problem : report.problems) {
    if (problem.severity != Severity::note) continue;
    auto& files = noted[problem.code];
    if (files.empty() || files.back() != problem.file) files.emplace_back(problem.file);
  }
  std::erase_if(noted, [](const auto& entry) { return entry.second.size() <= kMany; });
  return noted;
}

// Whether it is one of many, and not of the first few files.
bool is_left_out(const Problem& problem, const FilesByCode& many) {
  const auto noted = many.find(problem.code);
  if (noted == many.end()) return false;
  const auto few = noted->second.begin() + kFew;
  return std::find(noted->second.begin(), few, problem.file) == few;
}

std::string render_check_text(const RelatedReport& related, const Context& context) {
  const auto& report = related.report;
  const auto many = find_many_notes(report);
  TextWriter writer(related, context);
  for (const auto& problem : problems_and_misses(report))
    if (!is_left_out(problem, many)) writer.add(problem);
  for (const auto& [code, files] : many) writer.add_rest(code, files.size() - static_cast<std::size_t>(kFew));
  return writer.take();
}

constexpr std::array kFormats{
    CheckFormat{"text", CheckPaths::current_directory, render_check_text},
    CheckFormat{"json", CheckPaths::repository, render_check_json},
    CheckFormat{"github", CheckPaths::repository, render_check_github},
    CheckFormat{"gitlab", CheckPaths::repository, render_check_gitlab},
    CheckFormat{"sarif", CheckPaths::repository, render_check_sarif},
};

std::span<const CheckFormat> check_formats() {
  return kFormats;
}

std::vector<std::string_view> format_names() {
  std::vector<std::string_view> names;
  for (const auto& format : check_formats()) names.push_back(format.name);
  return names;
}

const CheckFormat& find_format(const std::string& name) {
  return check_formats()[parse_choice(name, format_names(), "--format")];
}

CheckReport check_files(const Portfolio& portfolio, const CheckRequest& request,
                        const std::set<std::string>& files, Date as_of) {
  const auto* const settings = portfolio.has_settings() ? &portfolio.settings : nullptr;
  const auto scores =
      score_portfolio(portfolio.accounts, settings != nullptr ? *settings : default_settings(), as_of);
  CheckedPortfolio checked{settings, portfolio.accounts, scores, as_of, {}, portfolio.passed_over};
  for (const auto& source : portfolio.sources)
    checked.files.push_back({source->file, source->root ? &*source->root : nullptr, source->problems,
                             find_account_index(portfolio, source->id)});
  return build_check_report(checked, request, files);
}

Exit run_check(const Options& options, Context& context) {
  const auto request = parse_request(options);
  const auto& format = find_format(options.format);
  const auto root = find_checked_portfolio(request.files);
  const auto progress = reading_progress(context);
  const auto portfolio = load_portfolio(
      root, {.follow = context.follow, .extent = PortfolioReading::Extent::everything, .progress = progress});
  end_progress(context, progress, portfolio.sources.size());
  const auto files = find_checked_files(portfolio, request.files);
  auto report = check_files(portfolio, request, files, context.today);
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
