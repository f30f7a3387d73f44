#pragma once

#include <optional>

#include "kam/interview/questions.hpp"
#include "kam/yaml/edit.hpp"

namespace kam {

// Where a fact stands in the file, or would stand; nothing for what has no single place (sources, ratings of
// requirements) and for the fields of a person, potential or action that the file does not name.
std::optional<Path> find_path(const Node& root, const Fact& fact);

// Whether the record in `root` is one of those that a list of names (Topic::team, contacts, potentials,
// actions) is about: of that kind, and open.
bool is_listed(const Fact& fact, const Node& record);

// Whether the topic is our people or the customer's, whose records have no status.
bool is_about_people(Topic topic);

// The key of a record that names it: `name` or `title`.
std::string_view name_key(Topic topic);

// Whether the fact is about a person, potential or action that the account does not have (any more).
bool is_orphan(const Known& known, const Fact& fact);

}  // namespace kam
