#include "lists/cells/amount.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <vector>

#include "kam/model/number.hpp"
#include "kam/unicode/unicode.hpp"
#include "lists/cells/units.hpp"

namespace kam {

namespace {

using namespace std::string_view_literals;

// Blanks of any width.
constexpr std::array kBlanks{" "sv,      "\u00A0"sv, "\u2002"sv, "\u2003"sv, "\u2004"sv,
                             "\u2005"sv, "\u2006"sv, "\u2007"sv, "\u2008"sv, "\u2009"sv,
                             "\u200A"sv, "\u202F"sv, "\u205F"sv, "\u3000"sv};
constexpr std::array kApostrophes{"'"sv, "\u2019"sv};
constexpr std::array kMinuses{"-"sv, "\u2212"sv};
bool take_from_begin(std::string_view& text, std::span<const std::string_view> marks) {
  for (const std::string_view mark : marks) {
    if (!text.starts_with(mark)) continue;
    text.remove_prefix(mark.size());
    return true;
  }
  return false;
}

bool take_from_end(std::string_view& text, std::span<const std::string_view> marks) {
  for (const std::string_view mark : marks) {
    if (!text.ends_with(mark)) continue;
    text.remove_suffix(mark.size());
    return true;
  }
  return false;
}

void trim_blanks(std::string_view& text) {
  while (take_from_begin(text, kBlanks) || take_from_end(text, kBlanks)) continue;
}

// Takes a currency off. Only what is known to be one: `5 Mio` is not five.
const CurrencySign* take_currency(std::string_view& text) {
  const CurrencySign* taken = nullptr;
  for (const CurrencySign& currency : currency_signs()) {
    const std::array sign{currency.sign};
    if (!take_from_begin(text, sign) && !take_from_end(text, sign)) continue;
    taken = &currency;
    break;
  }
  trim_blanks(text);
  return taken;
}

// Takes one sign off, wherever bookkeeping programs put it: `-5`, `5-`, `(5)`.
bool take_minus(std::string_view& text) {
  const bool is_bracketed = text.starts_with('(') && text.ends_with(')');
  if (is_bracketed) text = text.substr(1, text.size() - 2);
  const bool is_taken = is_bracketed || take_from_begin(text, kMinuses) || take_from_end(text, kMinuses);
  trim_blanks(text);
  return is_taken;
}

// The digits of a whole number, which `group` (empty: nothing) may part into threes.
std::optional<std::string> join_groups(std::string_view text, std::string_view group) {
  std::string digits;
  std::size_t size = 0;  // of the group being read
  std::size_t groups = 1;
  while (!text.empty()) {
    if (is_digit(text.front())) {
      digits += text.front();
      ++size;
      text.remove_prefix(1);
    } else if (!group.empty() && text.starts_with(group) && size > 0 &&
               (groups == 1 ? size <= 3 : size == 3)) {
      size = 0;
      ++groups;
      text.remove_prefix(group.size());
    } else {
      return std::nullopt;
    }
  }
  if (size == 0 || (groups > 1 && size != 3)) return std::nullopt;
  return digits;
}

// The first mark in a whole number that is no digit: the other of comma and point, a blank or an apostrophe.
std::string_view find_group_mark(std::string_view whole, char decimal) {
  const std::string_view other = decimal == ',' ? "."sv : ","sv;
  const auto mark = std::ranges::find_if_not(whole, is_digit);
  const auto rest = whole.substr(static_cast<std::size_t>(mark - whole.begin()));
  if (rest.starts_with(other)) return other;
  const auto begins = [&](std::string_view group) { return rest.starts_with(group); };
  if (const auto blank = std::ranges::find_if(kBlanks, begins); blank != kBlanks.end()) return *blank;
  const auto known = std::ranges::find_if(kApostrophes, begins);
  return known == kApostrophes.end() ? std::string_view{} : *known;
}

// A plain number times a power of ten, in decimal, so that no binary noise comes in.
std::string shift_decimals(const std::string& number, std::size_t places) {
  const auto mark = number.find('.');
  std::string whole = number.substr(0, mark);
  std::string decimals = mark == std::string::npos ? std::string{} : number.substr(mark + 1);
  if (decimals.size() < places) decimals.resize(places, '0');
  whole += decimals.substr(0, places);
  whole.erase(0, std::min(whole.find_first_not_of('0'), whole.size() - 1));
  decimals.erase(0, places);
  return decimals.empty() ? whole : whole + '.' + decimals;
}

// An unsigned number without currency.
std::optional<double> read_number(std::string_view text, char decimal, AmountUnit unit) {
  const auto mark = text.find(decimal);
  const std::string_view whole = text.substr(0, mark);
  auto number = join_groups(whole, find_group_mark(whole, decimal));
  if (!number) return std::nullopt;
  if (mark != std::string_view::npos) (*number += '.') += text.substr(mark + 1);
  if (!parse_plain_number(*number)) return std::nullopt;
  return parse_plain_number(shift_decimals(*number, 3 * static_cast<std::size_t>(unit)));
}

// Takes off the dash that stands for no decimals: `1.234,-`, `1'234.--`.
void take_empty_decimals(std::string_view& text, char decimal) {
  constexpr std::array kDashes{"--"sv, "-"sv, "\u2013"sv, "\u2014"sv};
  for (const std::string_view dash : kDashes) {
    if (!text.ends_with(dash) || text.size() == dash.size()) continue;
    if (text[text.size() - dash.size() - 1] != decimal) continue;
    text.remove_suffix(dash.size() + 1);
    return;
  }
}

// A cell, read with one decimal mark.
struct Reading {
  bool is_number = false;
  double value = 0;
  const CurrencySign* currency = nullptr;  // as the cell names it
};

// A currency may stand before or behind, inside or outside of the sign: `-5 €`, `€ -5`, `(€ 5)`.
Reading read_with(std::string_view text, char decimal, AmountUnit unit) {
  trim_blanks(text);
  const CurrencySign* currency = take_currency(text);
  take_empty_decimals(text, decimal);
  const bool is_negative = take_minus(text);
  if (currency == nullptr) currency = take_currency(text);
  const auto value = read_number(text, decimal, unit);
  if (!value) return {};
  return {true, is_negative ? -*value : *value, currency};
}

// A cell without the unit that it names.
struct BareAmount {
  std::string text;
  AmountUnit unit = AmountUnit::one;            // `one` where it names none
  std::vector<const CurrencySign*> currencies;  // named with the unit
};

// The minuses and brackets of what stands beside a number.
std::string keep_signs(std::string_view text) {
  std::string signs;
  for (const char c : text)
    if (c == '-' || c == '(' || c == ')') signs += c;
  return text.find("\u2212") == std::string_view::npos ? signs : signs + '-';
}

BareAmount take_cell_unit(std::string_view cell) {
  const auto begin = std::ranges::find_if(cell, is_digit);
  const auto end = std::find_if(cell.rbegin(), cell.rend(), is_digit).base();
  if (begin == cell.end()) return {std::string(cell), {}, {}};
  const std::string_view before(cell.begin(), begin);
  const std::string_view behind(end, cell.end());
  const std::string beside = fold_name(std::string(before) + ' ' + std::string(behind));
  std::vector<std::string_view> words = split_words(beside);
  std::erase(words, "\u2212"sv);
  const auto said = take_unit(words);
  if (!said || said->unit == AmountUnit::one || !words.empty()) return {std::string(cell), {}, {}};
  return {keep_signs(before) + std::string(begin, end) + keep_signs(behind), said->unit, said->currencies};
}

}  // namespace

Amount read_amount(std::string_view text, DecimalMark mark, AmountUnit unit, std::string_view currency) {
  BareAmount bare = take_cell_unit(text);
  const Reading comma = mark == DecimalMark::point ? Reading{} : read_with(bare.text, ',', unit);
  const Reading point = mark == DecimalMark::comma ? Reading{} : read_with(bare.text, '.', unit);
  const Reading& read = comma.is_number ? comma : point;
  if (!read.is_number) return {};
  if (read.currency != nullptr) bare.currencies.push_back(read.currency);
  const auto is_other = [&](const CurrencySign* named) { return !may_mean(*named, currency); };
  if (std::ranges::any_of(bare.currencies, is_other)) return {AmountKind::other_currency, 0};
  if (bare.unit != AmountUnit::one && bare.unit != unit) return {AmountKind::other_unit, 0};
  const bool is_unit_missing = bare.unit == AmountUnit::one && unit != AmountUnit::one;
  if (is_unit_missing && read.currency != nullptr) return {AmountKind::whole_currency, 0};
  if (!comma.is_number || !point.is_number)
    return {comma.is_number ? AmountKind::comma : AmountKind::point, read.value};
  if (comma.value != point.value) return {AmountKind::ambiguous, 0};
  return {AmountKind::plain, read.value};
}

DecimalMark find_decimal_mark(std::span<const std::string> cells) {
  bool has_comma = false;
  bool has_point = false;
  for (const std::string& cell : cells) {
    const AmountKind kind = read_amount(take_cell_unit(cell).text, DecimalMark::automatic).kind;
    has_comma = has_comma || kind == AmountKind::comma;
    has_point = has_point || kind == AmountKind::point;
  }
  if (has_comma == has_point) return DecimalMark::automatic;
  return has_comma ? DecimalMark::comma : DecimalMark::point;
}

}  // namespace kam
