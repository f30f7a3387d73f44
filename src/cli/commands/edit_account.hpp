#pragma once

#include <string>
#include <vector>

#include "kam/disk/portfolio.hpp"
#include "kam/yaml/edit.hpp"

namespace kam::cli {

// An account file before and after an edit that is not written yet.
struct AccountEdit {
  std::string file;    // `accounts/ID.yaml`
  std::string before;  // the bytes as they lie on disk
  std::string after;
  Account account;  // what `after` says
};

// Reads the account's file, plans edits on its tree and applies them; of several plans each sees what the
// ones before it left. Throws Error, naming file, place and reason, where the editor refuses or the result
// would not read.
AccountEdit edit_account(const Portfolio& portfolio, const std::string& id, const PlanEdits& plan);
AccountEdit edit_account(const Portfolio& portfolio, const std::string& id,
                         const std::vector<PlanEdits>& plans);

}  // namespace kam::cli
