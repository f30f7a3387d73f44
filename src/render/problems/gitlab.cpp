#include "kam/document/data.hpp"
#include "kam/render/problems.hpp"
#include "kam/render/render.hpp"
#include "kam/unicode/unicode.hpp"
#include "render/problems/fingerprint.hpp"

namespace kam {

namespace {

std::string_view severity_of(const Problem& problem) {
  switch (problem.severity) {
    case Severity::note:
      return "info";
    case Severity::warning:
      return "minor";
    case Severity::error:
      break;
  }
  return "major";
}

}  // namespace

std::string render_gitlab(const Problems& problems) {
  const auto prints = fingerprints(problems);
  Data::List report;
  for (std::size_t i = 0; i < problems.size(); ++i) {
    const auto& problem = problems[i];
    auto description = escape_controls(problem.message);
    if (!problem.hint.empty()) description += ". " + escape_controls(problem.hint);
    const Data::Record lines{{"begin", std::max(problem.line, 1)}};
    report.emplace_back(Data::Record{{"description", description},
                                     {"check_name", problem.code},
                                     {"fingerprint", prints[i]},
                                     {"severity", severity_of(problem)},
                                     {"location", Data::Record{{"path", problem.file}, {"lines", lines}}}});
  }
  return render_json(Data(std::move(report)));
}

}  // namespace kam
