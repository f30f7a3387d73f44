#pragma once

#include <span>
#include <string>
#include <string_view>

#include "kam/model/problem.hpp"

namespace kam {

// Problems as forges and analysis tools take them. A problem of a file as a whole stands at its first line.
// Texts from files pass `escape_controls`.

// One kind of problem that there can be.
struct ProblemKind {
  std::string_view code;
  std::string_view title;  // in a few words, without full stop
  Severity severity = Severity::error;
};

// GitHub workflow commands, one a line: `::error file=…,line=…,col=…,title=CODE::message`. The hint follows
// the message. GitHub shows them at the lines of a pull request.
std::string render_github(const Problems& problems);

// GitLab's code quality report, a JSON array. Its fingerprints depend on file, code and message, of equals on
// their order, and not on the line: lines that move make no new problem.
std::string render_gitlab(const Problems& problems);

// SARIF 2.1.0 with one run; `kinds` are its rules. It carries the same fingerprints.
std::string render_sarif(const Problems& problems, std::span<const ProblemKind> kinds,
                         std::string_view version);

}  // namespace kam
