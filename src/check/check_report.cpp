#include "kam/check/report.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace kam {

namespace {

bool contains(const std::vector<std::string>& codes, const std::string& code) {
  return std::ranges::find(codes, code) != codes.end();
}

bool is_asked(const Problem& problem, const CheckRequest& request) {
  return problem.severity >= request.least && !contains(request.ignore, problem.code) &&
         (request.only.empty() || contains(request.only, problem.code));
}

// Without the settings the other files cannot be checked, so what is wrong there concerns them all.
bool concerns(const Problem& problem, const CheckedPortfolio& portfolio, const std::set<std::string>& files) {
  return files.empty() || files.contains(problem.file) ||
         (portfolio.settings == nullptr && problem.file == portfolio.files.front().file);
}

// The accounts whose files were named, or all.
std::vector<std::size_t> accounts_of(const CheckedPortfolio& portfolio, const std::set<std::string>& files) {
  std::vector<std::size_t> accounts;
  for (const auto& file : portfolio.files)
    if (file.account && (files.empty() || files.contains(file.file))) accounts.push_back(*file.account);
  return accounts;
}

// `2 errors, 1 note`; empty where there is none.
std::string counts_text(const ProblemCounts& counts) {
  std::vector<std::string> parts;
  const auto add = [&](std::size_t count, std::string_view noun) {
    if (count > 0) parts.push_back(fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s"));
  };
  add(counts.errors, "error");
  add(counts.warnings, "warning");
  add(counts.notes, "note");
  return fmt::format("{}", fmt::join(parts, ", "));
}

std::size_t count_files(const Problems& problems) {
  std::set<std::string_view> files;
  for (const auto& problem : problems) files.insert(problem.file);
  return files.size();
}

std::string gates_text(const std::vector<GateResult>& gates) {
  std::set<std::string_view> missing;
  for (const auto& gate : gates)
    for (const auto& miss : gate.misses) missing.insert(miss.id);
  const auto accounts = gates.front().accounts;
  if (accounts == 0) return "No account has to meet the gates.";
  return fmt::format("{} of {} account{} {} a gate.",
                     missing.empty() ? "None" : std::to_string(missing.size()), accounts,
                     accounts == 1 ? "" : "s", missing.size() > 1 ? "miss" : "misses");
}

}  // namespace

CheckReport build_check_report(const CheckedPortfolio& portfolio, const CheckRequest& request,
                               const std::set<std::string>& files) {
  CheckReport report;
  report.as_of = portfolio.as_of;
  report.files = files.empty() ? portfolio.files.size() + portfolio.passed_over.size() : files.size();
  if (!files.empty() || !request.only.empty()) report.notes = CheckReport::Notes::each;
  Problems not_shown;
  for (auto& problem : check_portfolio(portfolio))
    if (concerns(problem, portfolio, files))
      (is_asked(problem, request) ? report.problems : not_shown).push_back(std::move(problem));
  report.not_shown = count_problems(not_shown);
  report.settings_read = portfolio.settings != nullptr;
  if (portfolio.settings != nullptr)
    report.gates = judge_gates({*portfolio.settings, portfolio.accounts, portfolio.scores, portfolio.as_of},
                               portfolio.files, request.gates, request.where, accounts_of(portfolio, files));
  return report;
}

void add_problems(CheckReport& report, const CheckRequest& request, const Problems& found) {
  if (!request.files.empty()) return;
  for (const auto& problem : found) {
    if (is_asked(problem, request)) {
      report.problems.insert(std::ranges::lower_bound(report.problems, problem.file, {}, &Problem::file),
                             problem);
    } else {
      ++report.not_shown.warnings;
    }
  }
}

bool is_clean(const CheckReport& report) {
  return count_problems(report.problems).errors == 0 && report.not_shown.errors == 0 &&
         std::ranges::all_of(report.gates, [](const GateResult& gate) { return gate.misses.empty(); });
}

std::vector<std::string> summarise(const CheckReport& report) {
  std::vector<std::string> sentences;
  const auto counts = counts_text(count_problems(report.problems));
  const auto hidden = counts_text(report.not_shown);
  const auto files = fmt::format("{} file{}", report.files, report.files == 1 ? "" : "s");
  sentences.push_back((counts.empty()
                           ? fmt::format("No problems in {}", files)
                           : fmt::format("{} in {} of {}", counts, count_files(report.problems), files)) +
                      (hidden.empty() ? "." : fmt::format("; not shown: {}.", hidden)));
  if (!report.settings_read)
    sentences.emplace_back("kam.yaml has an error, so the accounts were checked for their YAML only.");
  if (!report.gates.empty()) sentences.push_back(gates_text(report.gates));
  return sentences;
}

ProblemCounts count_problems(const Problems& problems) {
  const auto count = [&](Severity severity) {
    return static_cast<std::size_t>(std::ranges::count(problems, severity, &Problem::severity));
  };
  return {count(Severity::error), count(Severity::warning), count(Severity::note)};
}

Problems problems_and_misses(const CheckReport& report) {
  auto problems = report.problems;
  for (const auto& result : report.gates)
    for (const auto& miss : result.misses) problems.push_back(miss.problem);
  return problems;
}

}  // namespace kam
