#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "kam/model/account.hpp"
#include "kam/yaml/edit.hpp"
#include "kam/yaml/tree.hpp"

namespace kam {

// Facts about an account, whoever they come from: options, a list, a sheet, the dialogue. They are an Account
// that says only what is known, and the edits that bring a file to them.

// The place in `assessments` of the last one of the same day, perspective and source.
std::optional<std::size_t> find_assessment(const Node& root, const Assessment& assessment);

// The edits that bring a file, whose tree is `root` and which says `current`, to `facts`: what is absent
// there stays, what is equal is not touched. Texts are equal that differ only by blanks which a cell of a
// list cannot hold; lists of texts are equal in any order, and a text that holds `;` is what a list makes of
// it. A rating in long form changes its `rating` alone. Ratings of requirements go into the last assessment
// of their day, perspective and source, else into a new one at the list's end. People, potentials, objectives
// and actions are left alone: facts of those come with their places.
std::vector<Edit> plan_facts(const Node& root, const Account& current, const Account& facts);

// A new account file: the given facts, then `sections` (comment lines with the handbook's questions) as they
// stand. Throws Error where the facts are more than a file may hold.
std::string new_account_file(const Account& facts, const std::string& sections);

// What a list says of one of the customer's people: `index` of a contact that is there, absent for a new one.
struct ContactFacts {
  std::optional<std::size_t> index;
  Contact contact;
};

// The edits that bring an account's contacts to `facts`, as `plan_facts`; new ones are appended. The name of
// one that is there stays as it is.
std::vector<Edit> plan_contact_facts(const Account& current, const std::vector<ContactFacts>& facts);

}  // namespace kam
