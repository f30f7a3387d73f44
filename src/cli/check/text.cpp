#include <algorithm>
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
#include "kam/unicode/invisible.hpp"
#include "kam/unicode/unicode.hpp"

namespace kam::cli {

namespace {

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
