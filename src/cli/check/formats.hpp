#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>

#include "cli/context.hpp"
#include "kam/check/report.hpp"

namespace kam::cli {

// What the files of a format's problems are relative to: `repository` is the git repository's root where the
// portfolio is in one, else the current directory.
enum class CheckPaths { current_directory, repository };

// A report with its paths made relative.
struct RelatedReport {
  const CheckReport& report;
  std::filesystem::path root;  // of the portfolio
  std::filesystem::path base;  // what the files of the problems are relative to
};

// A format is one function and one line in the table of formats.cpp.
struct CheckFormat {
  std::string_view name;
  CheckPaths paths;
  std::string (*render)(const RelatedReport& related, const Context& context);
};
std::span<const CheckFormat> check_formats();

std::string render_check_text(const RelatedReport& related, const Context& context);
std::string render_check_json(const RelatedReport& related, const Context& context);

}  // namespace kam::cli
