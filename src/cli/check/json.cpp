#include <set>

#include "cli/check/formats.hpp"
#include "cli/problem_text.hpp"
#include "kam/render/render.hpp"

namespace kam::cli {

namespace {

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

}  // namespace

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

}  // namespace kam::cli
