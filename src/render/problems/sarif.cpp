#include <algorithm>
#include <string>

#include <fmt/format.h>

#include "kam/document/data.hpp"
#include "kam/render/problems.hpp"
#include "kam/render/render.hpp"
#include "kam/unicode/unicode.hpp"
#include "render/problems/fingerprint.hpp"

namespace kam {

namespace {

constexpr std::string_view kSchema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

// A path as a relative reference of RFC 3986.
std::string uri_of(std::string_view path) {
  constexpr std::string_view kKept = "/-._~!$&'()*+,;=@";
  std::string uri;
  for (const char c : path) {
    const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (is_plain || kKept.find(c) != std::string_view::npos)
      uri += c;
    else
      uri += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return uri;
}

Data::Record text(std::string_view words) {
  return {{"text", escape_controls(words)}};
}

Data rule_of(const ProblemKind& kind) {
  return Data::Record{{"id", kind.code},
                      {"shortDescription", text(kind.title)},
                      {"defaultConfiguration", Data::Record{{"level", to_id(kind.severity)}}}};
}

Data location_of(const Problem& problem) {
  Data::Record region{{"startLine", std::max(problem.line, 1)}};
  if (problem.column > 0) region.emplace_back("startColumn", problem.column);
  const Data::Record artifact{{"uri", uri_of(problem.file)}, {"uriBaseId", "%SRCROOT%"}};
  return Data::Record{
      {"physicalLocation", Data::Record{{"artifactLocation", artifact}, {"region", std::move(region)}}}};
}

Data result_of(const Problem& problem, const std::string& fingerprint, std::span<const ProblemKind> kinds) {
  const auto message =
      problem.hint.empty() ? problem.message : fmt::format("{}. {}", problem.message, problem.hint);
  Data::Record result{{"ruleId", problem.code}};
  const auto kind = std::ranges::find(kinds, problem.code, &ProblemKind::code);
  if (kind != kinds.end()) result.emplace_back("ruleIndex", static_cast<std::int64_t>(kind - kinds.begin()));
  result.emplace_back("level", to_id(problem.severity));
  result.emplace_back("message", text(message));
  result.emplace_back("locations", Data::List{location_of(problem)});
  result.emplace_back("partialFingerprints", Data::Record{{"kam/v1", fingerprint}});
  return result;
}

}  // namespace

std::string render_sarif(const Problems& problems, std::span<const ProblemKind> kinds,
                         std::string_view version) {
  Data::List rules;
  for (const auto& kind : kinds) rules.push_back(rule_of(kind));
  const auto prints = fingerprints(problems);
  Data::List results;
  for (std::size_t i = 0; i < problems.size(); ++i)
    results.push_back(result_of(problems[i], prints[i], kinds));
  const Data::Record driver{{"name", "kam"}, {"version", version}, {"rules", std::move(rules)}};
  const Data::Record run{{"tool", Data::Record{{"driver", driver}}},
                         {"columnKind", "unicodeCodePoints"},
                         {"results", std::move(results)}};
  return render_json(Data::Record{{"$schema", kSchema}, {"version", "2.1.0"}, {"runs", Data::List{run}}});
}

}  // namespace kam
