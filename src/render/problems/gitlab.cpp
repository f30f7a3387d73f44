#define XXH_INLINE_ALL
#include <xxhash.h>
#include <map>
#include <string_view>

#include <fmt/format.h>

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

// A message may name another line (`first on line 3`), which moves too.
std::string without_line_numbers(std::string_view message) {
  constexpr std::string_view kLine = " line ";
  std::string text;
  while (true) {
    const auto found = message.find(kLine);
    if (found == std::string_view::npos) return text.append(message);
    text.append(message.substr(0, found + kLine.size()));
    message.remove_prefix(found + kLine.size());
    message.remove_prefix(std::min(message.find_first_not_of("0123456789"), message.size()));
  }
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

std::string hash_text(const std::string& text) {
  const auto value = XXH3_128bits(text.data(), text.size());
  return fmt::format("{:016x}{:016x}", value.high64, value.low64);
}

std::vector<std::string> fingerprints(const Problems& problems) {
  std::vector<std::string> prints;
  std::map<std::string, int> seen;
  for (const auto& problem : problems) {
    const auto key =
        fmt::format("{}\n{}\n{}", problem.file, problem.code, without_line_numbers(problem.message));
    prints.push_back(hash_text(fmt::format("{}\n{}", key, ++seen[key])));
  }
  return prints;
}

}  // namespace kam
