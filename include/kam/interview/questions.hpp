#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kam/model/account.hpp"
#include "kam/model/settings.hpp"
#include "kam/score/score.hpp"
#include "kam/yaml/tree.hpp"

namespace kam {

// The handbook's questions on one account, in the order in which a dialogue asks them.

enum class InterviewSection {
  inventory,
  relationship,
  customer_view,
  customer_requirements,
  own_requirements,
  potentials,
  actions
};

// What a question asks for. Persons, potentials and actions go by their names, not by their places, so that a
// fact is found again in a file that somebody else has changed meanwhile.
enum class Topic {
  attractiveness,   // item: the criterion
  partnership,      // item: the criterion
  unique_services,  //
  manager,          //
  area,             // item: the area of collaboration; field: intensity, activities or people
  team,             // the names of all
  member,           // item: the name; field: role, unit, tasks or authority
  contacts,         // the names of the customer's people
  contact,          // item: the name; field: title, role, influence or attitude
  customer_view,    // field: goals, important_services, market_strengths or our_contribution
  source,           // group: the perspective; where its ratings come from
  requirement,      // group: the perspective; item: the requirement
  potentials,       // group: the kind, empty without one; the titles of the open ones
  potential,        // group: the kind; item: the title; field: value, probability, owner or due
  actions,          // the titles of the open ones
  action            // item: the title; field: owner, due or requirement
};

struct Fact {
  Topic topic = Topic::manager;
  std::string group{};
  std::string item{};
  std::string field{};
  bool operator==(const Fact&) const = default;
};

// The form of an answer, and which members of Answer hold it.
enum class AnswerKind {
  rating,        // number, and the reason in text
  plain_rating,  // number
  pair,          // importance in number, fulfilment in second, the best competitor's in third, note in text
  text,          // text
  list,          // items
  names,         // items, each the name of a record of its own
  money,         // number
  percent,       // number
  date,          // date
  requirement,   // text: the id
  contact_role,  // text: the id
  attitude       // text: the id
};

// Absent members are not known; an answer without any clears what was known.
struct Answer {
  std::optional<double> number{};
  std::optional<double> second{};
  std::optional<double> third{};
  std::string text{};
  std::optional<Date> date{};
  std::vector<std::string> items{};
  bool operator==(const Answer&) const = default;
  bool is_known() const { return *this != Answer{}; }
};

struct Question {
  InterviewSection section = InterviewSection::inventory;
  Fact fact;
  AnswerKind kind = AnswerKind::text;
  std::string label;     // names the fact: `Wert als Referenz`
  std::string text;      // asks for it, in words
  std::string example;   // a real answer; empty where the form or the catalogue entry says enough
  Answer value;          // so far
  std::string origin;    // where the value comes from; empty where nothing is known
  std::string measured;  // what the figures say of it, where they do
};

// One state of the account.
struct Known {
  Account account;
  AccountScores scores;
};

enum class Asking { all, open };  // open: only what the file does not say

struct Inquiry {
  const Settings& settings;
  const Known& before;  // what the file says
  const Node& tree;     // of the file
  std::string file;     // `accounts/ID.yaml`
  const Known& now;     // with the answers given so far; what is new in it is asked about as well
  Asking asking = Asking::all;
  bool asks_source = true;  // false where it is known from elsewhere
  Language language = Language::en;
};

// Criteria that are measured from the figures are left out, as are areas of collaboration without intensity
// but for that question. Of open potentials and actions that the file has, what it lacks is asked; with
// Asking::open not for the requirement that an action serves, as there need not be one.
std::vector<Question> build_questions(const Inquiry& inquiry);

// What `known` says of a fact; nothing of a source, which no file says by itself.
Answer find_value(const Known& known, const Fact& fact);

}  // namespace kam
