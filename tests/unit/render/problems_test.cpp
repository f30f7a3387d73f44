#include "kam/render/problems.hpp"

#include <doctest/doctest.h>

#include <array>
#include <set>
#include <string>

#include <nlohmann/json.hpp>

using namespace kam;
using nlohmann::json;

namespace {

Problem problem(std::string file, int line, int column, Severity severity, std::string message,
                std::string hint = "") {
  return {std::move(file), line, column, severity, "some-code", std::move(message), std::move(hint)};
}

std::string fingerprint_of(const Problem& of) {
  return json::parse(render_gitlab({of}))[0]["fingerprint"];
}

}  // namespace

TEST_CASE("GitHub's workflow commands escape what would end them") {
  CHECK(
      render_github({problem("accounts/a.yaml", 12, 9, Severity::error, "rating 7 is above the scale's 5",
                             "Ratings run from 0 to 5.")}) ==
      "::error file=accounts/a.yaml,line=12,col=9,title=some-code::rating 7 is above the scale's 5. Ratings "
      "run from 0 to 5.\n");
  CHECK(render_github({problem("a,b:c%.yaml", 0, 0, Severity::warning, "100 % : a,b\n\x1B[31m")}) ==
        "::warning file=a%2Cb%3Ac%25.yaml,line=1,title=some-code::100 %25 : a,b\\u{a}\\u{1b}[31m\n");
  CHECK(render_github({problem("ä.yaml", 1, 1, Severity::note, "Müller")}) ==
        "::notice file=ä.yaml,line=1,col=1,title=some-code::Müller\n");
  CHECK(render_github({}).empty());
}

TEST_CASE("GitLab's report has one entry a problem") {
  const auto report =
      json::parse(render_gitlab({problem("accounts/a.yaml", 12, 9, Severity::error, "m", "H."),
                                 problem("kam.yaml", 0, 0, Severity::note, "n")}));
  CHECK(report[0]["description"] == "m. H.");
  CHECK(report[0]["check_name"] == "some-code");
  CHECK(report[0]["severity"] == "major");
  CHECK(report[0]["location"] == json::parse(R"({"path": "accounts/a.yaml", "lines": {"begin": 12}})"));
  CHECK(report[1]["severity"] == "info");
  CHECK(report[1]["location"]["lines"]["begin"] == 1);
  CHECK(render_gitlab({}) == "[]\n");
}

TEST_CASE("a fingerprint stays when lines move, and differs between problems") {
  const auto first = problem("a.yaml", 12, 9, Severity::error, "twice, first on line 3");
  const auto moved = problem("a.yaml", 40, 1, Severity::error, "twice, first on line 31");
  CHECK(fingerprint_of(first) == fingerprint_of(moved));
  CHECK(fingerprint_of(first).size() == 32);
  std::set<std::string> prints;
  const auto report =
      json::parse(render_gitlab({first, first, problem("b.yaml", 12, 9, Severity::error, "twice"),
                                 problem("a.yaml", 12, 9, Severity::error, "once")}));
  for (const auto& entry : report) prints.insert(entry["fingerprint"].get<std::string>());
  CHECK(prints.size() == 4);
}

TEST_CASE("SARIF names its rules and places") {
  const std::array kinds{ProblemKind{"other-code", "something else", Severity::note},
                         ProblemKind{"some-code", "something", Severity::error}};
  const auto log = json::parse(
      render_sarif({problem("accounts/größe 1.yaml", 12, 9, Severity::warning, "m", "H.")}, kinds, "0.1.0"));
  CHECK(log["version"] == "2.1.0");
  const auto& run = log["runs"][0];
  CHECK(run["tool"]["driver"]["version"] == "0.1.0");
  CHECK(run["tool"]["driver"]["rules"].size() == 2);
  CHECK(run["tool"]["driver"]["rules"][0] == json::parse(R"({
    "id": "other-code",
    "shortDescription": {"text": "something else"},
    "defaultConfiguration": {"level": "note"}})"));
  const auto& result = run["results"][0];
  CHECK(result["ruleId"] == "some-code");
  CHECK(result["ruleIndex"] == 1);
  CHECK(result["level"] == "warning");
  CHECK(result["message"]["text"] == "m. H.");
  CHECK(result["locations"][0]["physicalLocation"] == json::parse(R"({
    "artifactLocation": {"uri": "accounts/gr%C3%B6%C3%9Fe%201.yaml", "uriBaseId": "%SRCROOT%"},
    "region": {"startLine": 12, "startColumn": 9}})"));
}

TEST_CASE("a path becomes a relative reference, letter by letter") {
  const auto reference_of = [](const std::string& file) {
    const auto log = render_sarif({problem(file, 1, 1, Severity::warning, "m", "H.")}, {}, "0.1.0");
    const auto begin = log.find("\"uri\": \"", log.find("artifactLocation")) + 8;
    return log.substr(begin, log.find('"', begin) - begin);
  };
  CHECK(reference_of("az/AZ/09-._~!$&'()*+,;=@") == "az/AZ/09-._~!$&'()*+,;=@");
  CHECK(reference_of("`{@[:% \x7f#?^") == "%60%7B@%5B%3A%25%20%7F%23%3F%5E");
}
