#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "kam/model/account.hpp"

namespace kam {

// Whose influence reaches four fifths of the ratings' scale; nobody whose influence is not known.
bool is_influential(const Contact& contact, double scale);

// Who of ours knows whom on the customer's side (Betreuung der Ansprechpartner): contacts by their place in
// the account's list.
struct StakeholderCoverage {
  struct Keeper {
    std::string name;                   // the contacts' `owner`, as the first of them spells it
    std::vector<std::size_t> contacts;  // in the file's order
  };
  std::vector<Keeper> keepers;  // most contacts first, of equals in the file's order
  std::vector<std::size_t>
      unkept;  // contacts without an owner: decision makers first, then the most influential
};

// Names that differ only in blanks at their ends are one.
StakeholderCoverage cover_stakeholders(const Account& account);

}  // namespace kam
