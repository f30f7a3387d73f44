#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/context.hpp"
#include "cli/import_write.hpp"
#include "kam/exchange/import.hpp"
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

// The request's options for reading the list; the vocabulary is the portfolio's, in both languages. Throws
// UsageError.
ImportOptions parse_import_options(const ImportRequest& request);
ImportVocabulary import_vocabulary(const Settings& settings);

// A list as it was read.
struct ImportList {
  std::string name;  // how problems call the file
  CsvTable table;    // with problems where it cannot be read as a list
};
ImportList read_list(const std::string& file);

// Tells the problems of a list that cannot be read at all, or of bad rows; whether to go on. Bad rows end
// the import unless the good ones are wanted all the same.
bool is_readable(const ImportList& list, Context& context);
bool may_go_on(const Problems& problems, const ImportRequest& request, Context& context);

// The first question of the header that no option answers. Throws UsageError where there is one.
void refuse_questions(const ListPlan& plan);

// The command that imports the list with the same options, to be tried first.
std::string dry_run_command(const ImportRequest& request);

// Prints what was done or, with --dry-run, would be.
void tell_import(const ImportRequest& request, const ImportCounts& done, const Problems& problems,
                 Language language, Context& context);

std::size_t count_rows(const Problems& problems);  // a row may have several

}  // namespace kam::cli
