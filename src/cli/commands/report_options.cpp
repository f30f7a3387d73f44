#include "cli/commands/report_options.hpp"

#include <filesystem>

#include <fmt/format.h>

#include "cli/options.hpp"

namespace kam::cli {

namespace {

// Of the kinds that are a page about one customer and nothing else.
std::string name_of_page(ReportKind kind) {
  if (kind == ReportKind::review) return "a review";
  if (kind == ReportKind::onepager) return "a one-pager";
  return {};
}

void check_usage(const ReportOptions& options, ReportKind kind, Format format) {
  if (options.check && options.output.empty())
    throw UsageError("--check is given without -o",
                     "Name the file or directory that is to be checked with -o.");
  const bool directory = !options.output.empty() && names_directory(options.output);
  if (directory && format == Format::json)
    throw UsageError("a report as json is one file", "Name it with its ending, as in -o report.json.");
  if (directory && !options.accounts.empty())
    throw UsageError("a report directory holds every account",
                     "Leave the accounts out, or name one file with its ending, as in -o plan.md.");
  if (format == Format::html && options.accounts.size() > 1)
    throw UsageError("a page in html is about one account",
                     "Name one of them, or write all of them with -o DIR, as in -o report/.");
  const std::string page = name_of_page(kind);
  if (!page.empty() && format == Format::json)
    throw UsageError(page + " is for people and has no json", "Leave --format out.");
  if (!page.empty() && options.accounts.empty() && !directory)
    throw UsageError(page + " is about one customer", "Name an account, or write all of them with -o DIR.");
  if (const auto ending = std::filesystem::path(options.output).extension();
      ending == ".yaml" || ending == ".yml")
    throw UsageError(
        fmt::format("-o cannot be `{}`: a report is no YAML, and a portfolio's files are", options.output),
        "Name a file with another ending, as in -o plan.md.");
}

// In Markdown, Mermaid in a directory, since that is for GitHub or GitLab, which draw it; elsewhere it would
// be read as it is.
Pictures pictures_of(const ReportOptions& options, Format format) {
  const bool directory = !options.output.empty() && names_directory(options.output);
  if (options.charts.empty()) {
    if (format == Format::html) return Pictures::svg;
    return directory ? Pictures::mermaid : Pictures::none;
  }
  const auto pictures =
      static_cast<Pictures>(parse_choice(options.charts, {"none", "mermaid", "svg"}, "--charts"));
  if (format == Format::json)
    throw UsageError("a report as json has no charts", "Leave --charts or --format out.");
  if (format == Format::html && pictures == Pictures::mermaid)
    throw UsageError("a page in html has its charts as svg, not as mermaid",
                     "Leave --charts out, or give --charts none.");
  if (format == Format::markdown && pictures == Pictures::svg && !directory)
    throw UsageError("--charts svg writes a file for each picture, which needs a directory",
                     "Name one with -o, as in -o report/, or give --charts mermaid.");
  return pictures;
}

}  // namespace

bool names_directory(const std::string& output) {
  const std::filesystem::path path = output;
  return output.ends_with('/') || std::filesystem::is_directory(path) || !path.has_extension();
}

ReportRequest parse_report_options(const ReportOptions& options) {
  const auto format = options.format.chosen();
  const auto kind =
      static_cast<ReportKind>(parse_choice(options.kind, {"plan", "review", "onepager"}, "--kind"));
  check_usage(options, kind, format);
  return {kind, {format, pictures_of(options, format)}};
}

}  // namespace kam::cli
