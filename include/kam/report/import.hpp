#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "kam/document/document.hpp"
#include "kam/lists/import.hpp"
#include "kam/model/settings.hpp"

namespace kam {

// What `kam import` says of a list.

// What a row becomes, in words.
struct PreviewRow {
  std::string account;
  std::string contact;  // the name of one that is there
};
using PreviewRows = std::map<int, PreviewRow>;  // by line: those that would be taken over

// What a list would become, for people to look at before it is imported.
struct ImportPreview {
  ListKind list;
  const std::string& file;
  const ListPlan& plan;
  const Problems& problems;  // of the list, and of finding its accounts
  const std::vector<int>& blank_lines;
  PreviewRows rows;
  const Settings& settings;
  Language language;
  std::string next;  // the command to give then, in code
};

Document build_import_preview(const ImportPreview& preview);

// What is told of a list beside problems: the rows, then the columns that are not taken over. `currency` is
// the portfolio's.
std::vector<std::string> import_remarks(const ListPlan& plan, const std::vector<int>& blank_lines,
                                        const std::string& currency, Language language);

// The options that answer what a list leaves open, each once; where nobody can know a value, a word in its
// place.
std::vector<std::string> answering_options(const ListPlan& plan, const Problems& problems,
                                           DecimalMark usual_mark, Language language);

// Problems as people read them: of the first rows only, and what to do once, however often it is to be done.
struct ShortProblems {
  Problems problems;
  std::size_t more_rows = 0;  // that are not among them
};
ShortProblems shorten(const Problems& problems);
std::size_t count_rows(const Problems& problems);  // a row may have several

}  // namespace kam
