#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/context.hpp"
#include "cli/output.hpp"

namespace kam::cli {

struct HistoryOptions {
  std::vector<std::string> accounts;
  bool all = false;
  std::string by;
  std::optional<std::string> revisions;  // a range, or empty
  std::string each;
  FormatOption format{Format::text, Format::markdown, Format::csv, Format::tsv, Format::json};
  bool keep_going = false;
};

// `kam history --revisions`
Exit run_revisions(const HistoryOptions& options, Format format, Context& context);

}  // namespace kam::cli
