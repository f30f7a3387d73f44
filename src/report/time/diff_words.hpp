#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "kam/report/diff.hpp"

namespace kam {

// How changes are said: the words of both sides' catalogues.

// `3 → 4`; `–` for what is not known.
std::string change_text(std::string_view before, std::string_view after);

// `71 → 80 (+8.9)`, `80` where nothing moved, `–` where nothing is known; amounts without the difference's
// decimals.
std::string value_text(const ValueChange& change, const PortfolioDiff& diff);

// `Candidate → Key account`, or the word alone.
std::string class_text(const ClassChange& change, const PortfolioDiff& diff);

// What a change of an account or of the rating model is about, and what became of it.
struct ItemWords {
  std::string label;
  std::string text;
};
// One for each item, but for an account's own facts and lists one for each fact.
std::vector<ItemWords> item_words(const ItemChange& change, const PortfolioDiff& diff,
                                  const AccountChange& account);
std::vector<ItemWords> model_words(const ItemChange& change, const PortfolioDiff& diff);

// What the finding was about, without its advice.
std::string gone_text(const Finding& finding, const AccountChange& change, const PortfolioDiff& diff);

// `HEAD~1 = 1a2b3c4d (20 Nov 2026)`, `working tree`
std::string state_text(const StateName& state, Language language);

std::string account_name(const AccountChange& change, const PortfolioDiff& diff);

}  // namespace kam
