#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "kam/format/format.hpp"
#include "kam/lists/import.hpp"
#include "lists/cells/currencies.hpp"
#include "lists/columns/headings_table.hpp"

namespace kam {

// The fields that a column can fill, without ratings.
std::span<const std::string_view> import_fields(ListKind list);

// Whether it is one of the fields that hold an amount a year.
bool is_figure(std::string_view field);

// The key of an account or of a contact that a list's field is; null where it is none, as `currency`.
const Field* find_list_field(std::string_view field);

// A four-digit year from 1900 to 2099, alone or behind `FY` or `GJ`; `word` is folded.
std::optional<int> parse_year(std::string_view word);

// What a column's header says.
struct ColumnHeading {
  std::string_view field;                       // empty where no field is meant
  std::optional<int> year;                      // the only year in it, whatever the field
  AmountUnit unit = AmountUnit::one;            // of an amount, whatever the field
  std::vector<const CurrencySign*> currencies;  // the same
  Claim claim = Claim::clear;                   // how sure it is
  WhyUnused unused = WhyUnused::unknown;        // where no field is meant
};

// Recognises the headers of the table, without case, blanks and punctuation.
ColumnHeading read_heading(std::string_view header, ListKind list = ListKind::accounts);

// Whether it is the header of kam's own table.
bool is_own_header(const std::vector<std::string>& header);

// What of a header counts: folded, without blanks and punctuation.
std::string heading_key(std::string_view header);

std::vector<std::string_view> split_spellings(const HeadingLine& line);

}  // namespace kam
