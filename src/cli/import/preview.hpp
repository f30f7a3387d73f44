#pragma once

#include <map>
#include <string>
#include <vector>

#include "kam/document/document.hpp"
#include "kam/lists/import.hpp"
#include "kam/model/settings.hpp"

namespace kam::cli {

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
  std::string next;  // the command to give then
};

Document build_import_preview(const ImportPreview& preview);

}  // namespace kam::cli
