#pragma once

#include <string>
#include <vector>

#include "cli/commands/report_pages.hpp"
#include "cli/output.hpp"

namespace kam::cli {

// The options of `kam report` as they are given.
struct ReportOptions {
  std::vector<std::string> accounts;
  std::string kind = "plan";
  FormatOption format{Format::markdown, Format::html, Format::json};
  std::string charts;  // empty: as fits the output
  std::string output;
  bool check = false;
  bool keep_going = false;
};

struct ReportRequest {
  ReportKind kind = ReportKind::plan;
  PageForm form;  // the format may also be json, which is no page
};

// Throws UsageError where options contradict each other.
ReportRequest parse_report_options(const ReportOptions& options);

// `report/`, a directory that is there, or a name without an ending.
bool names_directory(const std::string& output);

}  // namespace kam::cli
