#include "lists/columns/requirement_columns.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "kam/model/error.hpp"
#include "kam/unicode/unicode.hpp"

namespace kam {

namespace {

using namespace std::string_view_literals;

// In the order of RequirementField: the key, then what else people call it; folded, letters and digits only.
constexpr std::array<std::string_view, kRequirementFields> kNames{
    " account accountid konto kundenkürzel "sv,
    " name accountname customer customername kunde kundenname firma "sv,
    " id requirementid anforderungsid kürzel "sv,
    " requirement requirementinwords anforderung kundenanforderung "sv,
    " importance wichtigkeit gewicht "sv,
    " fulfilment fulfillment erfüllung erfüllungsgrad "sv,
    " bestcompetitor competitor besterwettbewerber wettbewerber besterlieferant "sv,
    " note notes remark comment bemerkung anmerkung notiz kommentar "sv,
    " perspective view sicht perspektive "sv,
    " date ratedon datum bewertetam "sv,
    " source quelle anlass "sv,
    " by recordedby von erfasstvon "sv};

// A header's letters and digits, folded, without what stands in brackets or on further lines:
// `Wichtigkeit (0–5)` is `wichtigkeit`.
std::string column_key(std::string_view header) {
  const std::string folded = fold_name(header.substr(0, header.find_first_of("(\n\r")));
  std::string key;
  std::ranges::copy_if(folded, std::back_inserter(key), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
  });
  return key;
}

}  // namespace

RequirementColumns::RequirementColumns(const std::vector<std::string>& header) {
  for (std::size_t i = 0; i < header.size(); ++i) {
    const std::string key = column_key(header[i]);
    const auto names = std::ranges::find_if(kNames, [&](std::string_view candidate) {
      return !key.empty() && candidate.find(' ' + key + ' ') != std::string_view::npos;
    });
    if (names == kNames.end()) {
      if (!header[i].empty()) unused_.push_back(header[i]);
      continue;
    }
    auto& column = columns_.at(static_cast<std::size_t>(names - kNames.begin()));
    if (column)
      throw UsageError(fmt::format(R"(the columns "{}" and "{}" mean the same)", header[*column], header[i]),
                       "Remove or rename one of them in the list.");
    column = i;
  }
}

std::string RequirementColumns::cell(const std::vector<std::string>& row, RequirementField field) const {
  const auto& index = column(field);
  return index ? row.at(*index) : std::string{};
}

}  // namespace kam
