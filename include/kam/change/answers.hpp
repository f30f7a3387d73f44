#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "kam/change/draft.hpp"
#include "kam/lists/requirement_list.hpp"

namespace kam {

// What happens to answers that hold already: a sheet is printed with them, so that they come back without
// anybody having said them again.
enum class Unchanged { passed_over, recorded };

// What is to be recorded of one account.
struct AccountFacts {
  std::size_t account = 0;  // index into the portfolio
  Account facts;
};

struct NewAnswers {
  std::vector<AccountFacts> facts;  // one assessment for each account, date, perspective and source
  std::size_t recorded = 0;         // answers
  std::size_t unchanged = 0;
};

// What of the answers is new. `defaults`: date, perspective, source and by of answers that give none. Values
// that hold already stay with the assessment that gave them; of a requirement that is answered twice the last
// counts, value by value.
NewAnswers find_new_answers(const ScoredPortfolio& state, std::span<const RequirementAnswer> answers,
                            const Assessment& defaults, Unchanged unchanged);

// A draft for each of them. Throws as `record_facts`.
std::vector<Draft> draft_facts(const ScoredPortfolio& state, std::span<const AccountFacts> all);

}  // namespace kam
