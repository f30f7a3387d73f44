#pragma once

#include <string>

#include "report/sections.hpp"

namespace kam {

// The key account plan's sections, in its order; each adds its heading and what is known, or what to ask.
std::string plan_opening(const AccountView& of);
// The opening's first part: who the customer is, what it buys, and whether it should be a key account.
std::string who_and_what_for(const AccountView& of);
// How many of the questions about the customer are open; empty where none is.
std::string open_questions_sentence(const AccountView& of);
void add_facts_section(Document& document, const AccountView& of);
void add_summary_section(Document& document, const AccountView& of);
void add_profile_section(Document& document, const AccountView& of);
void add_customer_goals_section(Document& document, const AccountView& of);
void add_people_section(Document& document, const AccountView& of);
void add_collaboration_section(Document& document, const AccountView& of);
void add_requirements_section(Document& document, const AccountView& of);
void add_position_section(Document& document, const AccountView& of);
void add_swot_section(Document& document, const AccountView& of);
void add_potentials_section(Document& document, const AccountView& of);
void add_objectives_section(Document& document, const AccountView& of);
void add_actions_section(Document& document, const AccountView& of);
void add_open_questions_section(Document& document, const AccountView& of);

// Whose view the fulfilment is and when it was last given; empty where there is none.
std::string fulfilment_basis(const AccountView& of);

// The criteria of a weighted score with rating, weight, points and reason, as far as one of them has it.
Table criteria_table(const AccountView& of, const WeightedScore& weighted, const CriterionList& catalogue,
                     Vocabulary vocabulary);

// That table and the result in a sentence; nothing where no criterion is known.
Blocks criteria_blocks(const AccountView& of, const WeightedScore& weighted, const CriterionList& catalogue,
                       Vocabulary vocabulary);

// The result of a weighted score in one sentence.
std::string weighted_sentence(const WeightedScore& weighted, std::string_view field, const View& view);

}  // namespace kam
