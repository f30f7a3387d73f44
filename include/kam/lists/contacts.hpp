#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kam/lists/import.hpp"
#include "kam/model/account.hpp"

namespace kam {

// From a CSV list of the customers' people to contacts of accounts. Pure; `format` plans how they are
// written.

struct ContactRow {
  int line = 1;
  std::string account;      // as the list calls it: by name, id or external id
  std::string external_id;  // of the account; one of the two is given
  Contact contact;          // its name never empty
};

struct ContactPlan : ListPlan {
  std::vector<ContactRow> rows;  // the good ones
};

// For a table without problems, as `plan_import`. A name may be in one column or in two (`Vorname`,
// `Nachname`); academic titles in a column of salutations or titles are put before it. Throws UsageError as
// `plan_import` does.
ContactPlan plan_contacts(const CsvTable& table, const ImportOptions& options, const std::string& file);

struct ContactMatch {
  std::optional<std::size_t> account;  // index into `accounts`; absent where the row has a problem
  std::optional<std::size_t> contact;  // index into the account's contacts; absent: a new one
};
struct MatchedContacts {
  std::vector<ContactMatch> matches;  // one a row
  Problems problems;
};

// Whose contact each row is: the account by external id, else by what the list calls it; the contact by
// name, compared folded, then without academic titles. `problems`: an account that there is not (with the
// nearest) or is there twice, and a contact that an earlier row has.
MatchedContacts match_contacts(const std::vector<ContactRow>& rows, const std::vector<Account>& accounts,
                               const std::string& file);

}  // namespace kam
