#pragma once

#include <span>
#include <string_view>

#include "kam/lists/import.hpp"

namespace kam {

// The one table of headers that import recognises. The manual page's list is generated from it
// (tests/man/headings_page.cpp).

enum class Program { lists, salesforce, hubspot, pipedrive, dynamics, datev };  // `lists`: made by people

// How sure a header is of its field: where several columns claim one field, the surest has it.
enum class Claim {
  clear,
  second,  // as a rule a program's internal number beside the one that people know
  vague,   // a bare `ID`
  beside   // taken where the surer columns of a row are empty, and so never instead of them
};

// Fields of columns that are recognised in order to be left alone.
inline constexpr std::string_view kOwnTurnover = "own_turnover";      // the customer's own, not ours with it
inline constexpr std::string_view kGrossFigure = "gross_figure";      // of a ledger, with tax
inline constexpr std::string_view kProgramColumn = "program_column";  // a program's notes to itself

struct HeadingLine {
  std::string_view field;
  Program program = Program::lists;
  std::string_view spellings;  // parted by `, `; compared without case, blanks and punctuation
  Claim claim = Claim::clear;
};

// A header that contains a spelling of `kOwnTurnover`, `kGrossFigure` or
// `kProgramColumn` is that; any other must be a spelling as a whole.
std::span<const HeadingLine> list_headings(ListKind list);

std::string_view program_name(Program program);  // empty for `lists`

}  // namespace kam
