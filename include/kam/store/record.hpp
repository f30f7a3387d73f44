#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "kam/model/account.hpp"
#include "kam/store/edit.hpp"
#include "kam/store/tree.hpp"

namespace kam {

// What `assess` records, and the edits that put it into a file.

struct RequirementEntry {
  std::string requirement;
  std::optional<double> importance;
  std::optional<double> fulfilment;
  std::optional<double> best_competitor{};
  std::string note{};  // empty: nothing is said
};
struct RatingEntry {
  std::string id;
  double rating = 0;
};
struct Recording {
  Date date;
  Perspective perspective = Perspective::customer;
  std::string source;
  std::string by;
  std::vector<RequirementEntry> requirements;
  std::vector<RatingEntry> attractiveness;
  std::vector<RatingEntry> partnership;
  std::vector<RatingEntry> intensity;
};

// The place in `assessments` of the last one with the recording's date, perspective and source.
std::optional<std::size_t> find_assessment(const Node& root, const Recording& recording);

// The edits that record `recording` in the file whose tree is `root`. Requirement ratings of one date,
// perspective and source go into one assessment (the last such one that is there, else a new one at the
// list's end); a rating in long form changes its `rating`, an area its `intensity`.
std::vector<Edit> plan_recording(const Node& root, const Recording& recording);

// A new account file: the given facts, then `sections` (comment lines with the handbook's questions) as they
// stand.
struct NewAccount {
  std::string name;
  std::optional<Status> status;
  std::string industry;
  std::string manager;
  std::string external_id;
  std::map<int, FigureYear> figures;
  std::optional<int> customer_since{};
  std::vector<std::string> tags{};
  std::vector<RatingEntry> attractiveness{};
  std::vector<RatingEntry> partnership{};
  std::vector<RatingEntry> intensity{};
};
std::string new_account_file(const NewAccount& facts, const std::string& sections);

// The edits that bring an existing account, whose tree is `root`, to `facts`: what is absent there stays,
// what is equal is not touched. Texts are equal that differ only by blanks which a cell of a list cannot
// hold; tags are equal in any order, and a tag that holds `;` is what a list makes of it. A rating in long
// form changes its `rating` alone.
std::vector<Edit> plan_update(const Node& root, const Account& current, const NewAccount& facts);

// What a list says of one of the customer's people: `index` of a contact that is there, absent for a new one.
struct ContactFacts {
  std::optional<std::size_t> index;
  Contact contact;
};

// The edits that bring an account's contacts to `facts`, as `plan_update`; new ones are appended. The name of
// one that is there stays as it is.
std::vector<Edit> plan_contacts_update(const Account& current, const std::vector<ContactFacts>& facts);

}  // namespace kam
