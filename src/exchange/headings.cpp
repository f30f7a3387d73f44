#include "exchange/headings.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

#include "kam/unicode/unicode.hpp"

namespace kam {

namespace {

using namespace std::string_view_literals;

constexpr std::array kFields{"name"sv,   "external_id"sv, "industry"sv,           "manager"sv,
                             "status"sv, "revenue"sv,     "contribution_margin"sv};

struct FieldNames {
  std::string_view field;
  std::string_view names;  // folded, without blanks and punctuation; each between blanks
};

// `annual revenue` and `Jahresumsatz` are left out on purpose: in a CRM that is the customer's own turnover.
// So is `Ansprechpartner`: as a rule the customer's person, not ours.
constexpr std::array kNames{
    FieldNames{"name",
               " name name1 account accountname company companyname customer customername client clientname"
               " organisation organization firma firmenname kunde kundenname unternehmen unternehmensname "},
    FieldNames{
        "external_id",
        " id externalid accountid accountno accountnumber companyid customerid customerno customernumber"
        " clientid clientnumber recordid kundenid kundennr kundennummer debitor debitornr debitornummer"
        " debitorennr debitorennummer "},
    FieldNames{"industry", " industry sector industrysector branche wirtschaftszweig "},
    FieldNames{
        "manager",
        " manager accountmanager keyaccountmanager keyaccountmanagerin kam owner accountowner companyowner"
        " betreuer betreuerin kundenbetreuer kundenbetreuerin verantwortlicher kundenverantwortlicher "},
    FieldNames{"status", " status accountstatus kundenstatus "},
    FieldNames{"revenue",
               " revenue ourrevenue netrevenue revenuewithus sales netsales umsatz umsätze nettoumsatz"
               " umsatznetto umsatzmituns "},
    FieldNames{"contribution_margin", " contributionmargin contribution deckungsbeitrag db "},
};

// Words beside the year that say in which currency an amount is.
constexpr std::array kCurrencyWords{"in"sv, "eur"sv, "euro"sv, "€"sv, "usd"sv, "chf"sv, "gbp"sv, "£"sv};

// The words of a folded text, without punctuation.
std::vector<std::string_view> split_words(std::string_view text) {
  const auto is_part = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
  };
  std::vector<std::string_view> words;
  for (auto begin = std::ranges::find_if(text, is_part); begin != text.end();) {
    const auto end = std::find_if_not(begin, text.end(), is_part);
    words.emplace_back(begin, end);
    begin = std::find_if(end, text.end(), is_part);
  }
  return words;
}

}  // namespace

std::span<const std::string_view> import_fields() {
  return kFields;
}

bool is_money(std::string_view field) {
  return field == "revenue" || field == "contribution_margin";
}

std::optional<int> parse_year(std::string_view word) {
  if (word.starts_with("fy") || word.starts_with("gj")) word.remove_prefix(2);
  int year = 0;
  const auto result = std::from_chars(word.data(), word.data() + word.size(), year);
  const bool is_whole = result.ec == std::errc{} && result.ptr == word.data() + word.size();
  if (!is_whole || word.size() != 4 || year < 1900 || year > 2099) return std::nullopt;
  return year;
}

ColumnHeading read_heading(std::string_view header) {
  const std::string folded = fold_name(header);
  ColumnHeading heading;
  std::string key;
  std::string key_without_currency;
  for (const std::string_view word : split_words(folded)) {
    const auto year = parse_year(word);
    if (year && !heading.year) {
      heading.year = year;
      continue;
    }
    key += word;
    if (std::ranges::find(kCurrencyWords, word) == kCurrencyWords.end()) key_without_currency += word;
  }
  for (const auto& [field, names] : kNames) {
    if (!is_money(field) && heading.year) continue;
    const std::string& wanted = is_money(field) ? key_without_currency : key;
    if (!wanted.empty() && names.find(' ' + wanted + ' ') != std::string_view::npos) heading.field = field;
  }
  heading.is_vague = key == "id";
  return heading;
}

}  // namespace kam
