#include "score/measures.hpp"

#include <algorithm>
#include <initializer_list>

#include "kam/model/number.hpp"

namespace kam {

namespace {

using Figure = std::optional<double> FigureYear::*;
using Year = std::map<int, FigureYear>::value_type;

// The latest year up to as_of's in which all the figures are known, or null.
const Year* find_latest_year(const Account& account, std::initializer_list<Figure> figures, Date as_of) {
  auto year = account.figures.upper_bound(static_cast<int>(as_of.year()));
  while (year != account.figures.begin()) {
    --year;
    const FigureYear& known = year->second;
    if (std::ranges::all_of(figures, [&](Figure figure) { return (known.*figure).has_value(); }))
      return &*year;
  }
  return nullptr;
}

std::optional<MeasuredValue> measure_figure(const Account& account, Figure figure, Date as_of) {
  const Year* year = find_latest_year(account, {figure}, as_of);
  if (year == nullptr) return std::nullopt;
  return MeasuredValue{*(year->second.*figure), year->first};
}

std::optional<MeasuredValue> measure_ratio(const Account& account, Figure dividend, Figure divisor,
                                           Date as_of) {
  const Year* year = find_latest_year(account, {dividend, divisor}, as_of);
  if (year == nullptr || reaches(0, *(year->second.*divisor))) return std::nullopt;
  return MeasuredValue{100 * *(year->second.*dividend) / *(year->second.*divisor), year->first};
}

std::optional<MeasuredValue> measure_growth(const Account& account, Date as_of) {
  const Year* latest = find_latest_year(account, {&FigureYear::revenue}, as_of);
  if (latest == nullptr) return std::nullopt;
  const auto before = account.figures.find(latest->first - 1);
  if (before == account.figures.end() || !before->second.revenue) return std::nullopt;
  const double old_revenue = *before->second.revenue;
  if (reaches(0, old_revenue)) return std::nullopt;
  return MeasuredValue{100 * (*latest->second.revenue - old_revenue) / old_revenue, latest->first};
}

}  // namespace

std::optional<MeasuredValue> measure_value(const Account& account, Measure measure, Date as_of) {
  switch (measure) {
    case Measure::revenue:
      return measure_figure(account, &FigureYear::revenue, as_of);
    case Measure::contribution_margin:
      return measure_figure(account, &FigureYear::contribution_margin, as_of);
    case Measure::profit:
      return measure_figure(account, &FigureYear::profit, as_of);
    case Measure::contribution_margin_ratio:
      return measure_ratio(account, &FigureYear::contribution_margin, &FigureYear::revenue, as_of);
    case Measure::revenue_growth:
      return measure_growth(account, as_of);
    case Measure::share_of_wallet:
      return measure_ratio(account, &FigureYear::revenue, &FigureYear::purchasing_volume, as_of);
  }
  return std::nullopt;
}

FigureSummary score_figures(const Account& account, Date as_of) {
  const auto value_of = [&](Measure measure) -> std::optional<double> {
    const auto measured = measure_value(account, measure, as_of);
    if (!measured) return std::nullopt;
    return measured->value;
  };
  FigureSummary figures;
  if (const auto revenue = measure_value(account, Measure::revenue, as_of)) {
    figures.revenue_year = revenue->year;
    figures.revenue = revenue->value;
  }
  figures.revenue_growth = value_of(Measure::revenue_growth);
  figures.contribution_margin = value_of(Measure::contribution_margin);
  figures.contribution_margin_ratio = value_of(Measure::contribution_margin_ratio);
  figures.profit = value_of(Measure::profit);
  figures.share_of_wallet = value_of(Measure::share_of_wallet);
  return figures;
}

}  // namespace kam
