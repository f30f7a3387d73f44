#include "lists/columns/totals.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "kam/model/number.hpp"
#include "kam/unicode/unicode.hpp"
#include "lists/columns/headings.hpp"

namespace kam {

namespace {

using namespace std::string_view_literals;

// By what of a heading counts. There are customers called Total, and none called Gesamtsumme.
constexpr std::array kTotals{"summe"sv,
                             "summen"sv,
                             "gesamt"sv,
                             "gesamtsumme"sv,
                             "gesamtergebnis"sv,
                             "insgesamt"sv,
                             "zwischensumme"sv,
                             "zwischenergebnis"sv,
                             "teilergebnis"sv,
                             "endsumme"sv,
                             "summegesamt"sv,
                             "summeinsgesamt"sv,
                             "totals"sv,
                             "grandtotal"sv,
                             "grandtotals"sv,
                             "subtotal"sv,
                             "subtotals"sv,
                             "overalltotal"sv,
                             "sumtotal"sv,
                             "σ"sv,
                             "∑"sv};
constexpr std::array kNameLike{"total"sv, "sum"sv};

// Takes a count as in `Total (85 records)` off; whether there was one.
bool take_count(std::string_view& text) {
  const auto open = text.rfind('(');
  if (open == std::string_view::npos || !text.ends_with(')')) return false;
  if (!is_digit(text[open + 1])) return false;
  text = text.substr(0, open);
  return true;
}

}  // namespace

TotalWord read_total_word(std::string_view text) {
  const bool has_count = take_count(text);
  const std::string key = heading_key(text);
  if (std::ranges::find(kTotals, key) != kTotals.end()) return TotalWord::is;
  if (std::ranges::find(kNameLike, key) == kNameLike.end()) return TotalWord::none;
  return has_count ? TotalWord::is : TotalWord::may_be;
}

RunningSums::RunningSums(const std::vector<double>& steps) {
  for (const double step : steps) columns_.push_back({step, {}, {}});
}

void RunningSums::Sum::add(const Amount& amount) {
  if (!is_number(amount.kind)) {
    is_known = false;
    return;
  }
  value += amount.value;
  ++rows;
}

// Rows that were rounded before they were summed may be half a unit off each, but never a fiftieth in all.
bool RunningSums::Sum::fits(double total, double step) const {
  const double difference = std::abs(total - value);
  const double rounding = std::min(0.5 * step * (rows + 1), std::abs(value) / 50);
  return rows > 0 && difference <= std::max(rounding, 0.005);
}

void RunningSums::add(const Amounts& row) {
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (!row[i]) continue;
    columns_[i].all.add(*row[i]);
    columns_[i].group.add(*row[i]);
  }
}

void RunningSums::begin_group() {
  for (Column& column : columns_) column.group = {};
}

SumCheck RunningSums::check(const Amounts& row) const {
  SumCheck check = SumCheck::nothing;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (!row[i]) continue;
    const auto& [step, all, group] = columns_[i];
    if (!is_number(row[i]->kind) || !group.is_known) return SumCheck::unknown;
    const bool fits = group.fits(row[i]->value, step) || (all.is_known && all.fits(row[i]->value, step));
    if (!fits) return all.is_known ? SumCheck::differs : SumCheck::unknown;
    if (row[i]->value != 0) check = SumCheck::fits;
  }
  return check;
}

RowKind find_row_kind(const RowLook& look, SumCheck check) {
  if (look.has_number) return RowKind::customer;
  if (!look.has_name) {
    if (look.word != TotalWord::none)
      return check == SumCheck::differs ? RowKind::total_that_differs : RowKind::total;
    return check == SumCheck::fits && !look.has_facts ? RowKind::total : RowKind::customer;
  }
  if (look.word == TotalWord::is)
    return check == SumCheck::differs ? RowKind::total_that_differs : RowKind::total;
  if (look.word == TotalWord::none) return RowKind::customer;
  return check == SumCheck::fits && !look.has_facts ? RowKind::total : RowKind::kept;
}

}  // namespace kam
