#pragma once

#include <string>

#include "kam/document/data.hpp"
#include "report/sections.hpp"

namespace kam {

// Who of ours keeps which contacts, and whom nobody keeps: the decision makers first. Nothing where the
// account has no contacts.
Blocks coverage_blocks(const AccountView& of);

// That nobody is named as a decision maker; empty where somebody is, or nobody is named at all.
std::string no_decision_maker_sentence(const AccountView& of);

// {"keepers": [{"owner", "contacts": [{"name", "role", "influence", "attitude"}]}], "unkept": [contact]}
Data stakeholders_data(const AccountView& of);

}  // namespace kam
