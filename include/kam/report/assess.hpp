#pragma once

#include <span>
#include <string>
#include <vector>

#include "kam/document/data.hpp"
#include "kam/document/document.hpp"
#include "kam/report/report.hpp"

namespace kam {

enum class Explain { no, yes };

// What is known of one account, scored. With `Explain::yes` the arithmetic behind every score, with
// `Matrix::shown` its pictures, the importance-performance matrix first.
Document build_assessment(const View& view, std::size_t account, Explain explain,
                          Matrix matrix = Matrix::hidden);

// {"kam", "as_of", "accounts": […]} as kam-assess(1) gives it.
Data build_assessment_data(const View& view, std::span<const std::size_t> accounts);

// One row a criterion, area and requirement, untranslated: for CSV.
Table build_assessment_table(const View& view, std::span<const std::size_t> accounts);

// What a recording changed: the ratings, and the scores before and after. The views differ in that account's
// content only.
Document build_change(const View& before, const View& after, std::size_t account);
// The scores alone, in the same columns; without rows where none changed.
Table build_score_change(const View& before, const View& after, std::size_t account);
// What a recording changed, for programs: [{"section", "id", "field", "before", "after"}], the scores as
// section `scores`.
Data build_change_data(const View& before, const View& after, std::size_t account);

}  // namespace kam
