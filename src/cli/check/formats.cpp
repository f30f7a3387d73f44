#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "cli/check/formats.hpp"
#include "cli/load.hpp"
#include "cli/problem_text.hpp"
#include "kam/check/check.hpp"
#include "kam/render/problems.hpp"
#include "kam/render/render.hpp"
#include "kam/unicode/invisible.hpp"
#include "kam/unicode/unicode.hpp"

namespace kam::cli {

namespace {

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

constexpr std::array kFormats{
    CheckFormat{"text", CheckPaths::current_directory, render_check_text},
    CheckFormat{"json", CheckPaths::repository, render_check_json},
    CheckFormat{"github", CheckPaths::repository, render_check_github},
    CheckFormat{"gitlab", CheckPaths::repository, render_check_gitlab},
    CheckFormat{"sarif", CheckPaths::repository, render_check_sarif},
};

Data text_or_null(const std::string& text) {
  return text.empty() ? Data() : Data(text);
}

// Lines and columns count from 1; a problem of the file as a whole has neither.
Data place_or_null(int number) {
  return number > 0 ? Data(number) : Data();
}

Data whole(std::size_t number) {
  return static_cast<std::int64_t>(number);
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

// What is noted in more files than `kMany` is told of the first few, and of the others by their number.
constexpr std::size_t kMany = 10;
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

}  // namespace

std::span<const CheckFormat> check_formats() {
  return kFormats;
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

std::string render_check_text(const RelatedReport& related, const Context& context) {
  const auto& report = related.report;
  const auto many = find_many_notes(report);
  TextWriter writer(related, context);
  for (const auto& problem : problems_and_misses(report))
    if (!is_left_out(problem, many)) writer.add(problem);
  for (const auto& [code, files] : many) writer.add_rest(code, files.size() - static_cast<std::size_t>(kFew));
  return writer.take();
}

}  // namespace kam::cli
