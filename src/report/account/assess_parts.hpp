#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kam/report/assess.hpp"
#include "report/sections.hpp"

namespace kam {

// One weighted score with what is needed to name it: the file's section, the words, the catalogue.
struct WeightedPart {
  std::string_view field;  // `attractiveness`, `partnership` or `collaboration`
  Vocabulary vocabulary;
  const WeightedScore& score;
  const CriterionList& catalogue;
};
std::vector<WeightedPart> weighted_parts(const AccountView& of);

// The scores at a glance: name, score, how sure and how it moved.
Table scores_table(const AccountView& of);

void add_criteria(Document& document, const AccountView& of, const WeightedPart& part);
void add_requirements(Document& document, const AccountView& of);

// The arithmetic, line by line.
std::vector<std::string> explain_lines(const AccountView& of);

// Change of the headline perspective's fulfilment since its assessment before the last one.
struct Trend {
  Date since;
  double change = 0;
};
std::optional<Trend> fulfilment_trend(const AccountScores& scores);

// `+4`, `0`, `-3.5`: the unrounded difference, to one decimal.
std::string signed_points(double change, Language language);

}  // namespace kam
