#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/change.hpp"
#include "cli/import/preview.hpp"
#include "kam/change/import.hpp"
#include "kam/lists/import.hpp"
#include "kam/model/settings.hpp"

namespace kam::cli {

// What `kam import` is asked to do with a list.
struct ImportRequest {
  std::string file;
  std::vector<std::string> map;
  std::string year;
  std::string decimal;
  bool contacts = false;
  bool requirements = false;
  bool preview = false;
  bool create_only = false;
  bool update_only = false;
  bool keep_going = false;
  bool dry_run = false;
};

// The request's options for reading the list. Throws UsageError.
ImportOptions parse_import_options(const ImportRequest& request);
// What of them is the portfolio's: its currency, and its words in both languages.
void add_settings(ImportOptions& options, const Settings& settings);

// A list as it was read.
struct ImportList {
  std::string name;  // how problems call the file
  std::string text;  // its bytes; a pipe cannot be read twice to show a line of it
  CsvTable table;    // with problems where it cannot be read as a list
};
ImportList read_list(const std::string& file);  // - is standard input

// The portfolio that a list is brought into. Nothing where an account has faults, which is told; a preview
// leaves those out.
std::optional<Opened> open_target(const ImportRequest& request, Context& context);

// Which rows are wanted.
ImportSelection parse_selection(const ImportRequest& request);

// Each problem with its line of the list.
void print_problems(Context& context, const Problems& problems, const ImportList& list);

// Whether it is a list at all; else tells what is wrong with it.
bool is_readable(const ImportList& list, Context& context);

// The problems of a list and of finding its accounts, by line.
Problems join_problems(const ListPlan& plan, const Problems& matching);

// Refuses a header that leaves a question, and tells bad rows: whether to go on. They end the import unless
// the good ones are wanted all the same. Throws UsageError.
bool may_go_on(const ImportList& list, const ListPlan& plan, const Problems& problems,
               const ImportRequest& request, Context& context);

// Shows a list before it is imported. `rows` names the account of each good row, by its line.
Exit preview_list(const ImportRequest& request, const ImportList& list, const ListPlan& plan,
                  const Problems& problems, PreviewRows rows, const ScoredPortfolio& loaded,
                  Context& context);

// Tells what was done or, with --dry-run, would be, and what was not taken over.
Exit finish_import(const ImportRequest& request, const ImportList& list, const ListPlan& plan,
                   const Problems& problems, const ImportCounts& done, const ScoredPortfolio& loaded,
                   Context& context);

// A word of a shell's command line.
std::string quoted(const std::string& word);

std::size_t count_rows(const Problems& problems);  // a row may have several

}  // namespace kam::cli
