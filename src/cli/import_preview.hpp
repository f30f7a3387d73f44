#pragma once

#include <map>
#include <string>
#include <vector>

#include "kam/document/document.hpp"
#include "kam/exchange/import.hpp"
#include "kam/model/settings.hpp"

namespace kam::cli {

// What a list would become, for people to look at before it is imported.
struct ImportPreview {
  ListKind list;
  const std::string& file;
  const ListPlan& plan;
  std::size_t rows;          // that would be taken over
  const Problems& problems;  // of the list, and of finding its accounts
  const std::vector<int>& blank_lines;
  std::map<int, std::string> accounts;  // by line: which account a row is, in words
  const Settings& settings;
  Language language;
  std::string next;  // the command that imports it
};

Document build_import_preview(const ImportPreview& preview);

}  // namespace kam::cli
