#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "check/doubts.hpp"
#include "kam/model/number.hpp"

namespace kam {

namespace {

constexpr std::size_t kFewestAccounts = 3;  // of fewer nobody can say that they are alike by mistake
constexpr std::size_t kQuintiles = 5;

struct MeasuredSection {
  const char* key;
  CriterionList Settings::*criteria;
};
constexpr std::array kMeasuredSections{MeasuredSection{"attractiveness", &Settings::attractiveness},
                                       MeasuredSection{"partnership", &Settings::partnership}};

std::vector<double> measured_values(const CheckedPortfolio& portfolio, Measure measure) {
  std::vector<double> values;
  for (const auto& account : portfolio.accounts)
    if (is_customer(account))
      if (const auto measured = measure_value(account, measure, portfolio.as_of))
        values.push_back(measured->value);
  std::ranges::sort(values);
  return values;
}

std::ptrdiff_t steps_reached(const std::vector<double>& steps, double value) {
  return std::ranges::count_if(steps, [value](double step) { return reaches(value, step); });
}

// Down to two digits that count, so that the value itself still reaches the step.
double rounded_down(double value) {
  if (value == 0) return 0;
  const double unit = std::pow(10, std::floor(std::log10(std::abs(value))) - 1);
  const double rounded = std::floor(value / unit + 1e-9) * unit;
  return unit < 1 ? round_half_away(rounded, 6) : std::round(rounded);
}

// The least value of each fifth of the accounts: as steps they give a fifth of the accounts each rating.
std::vector<double> quintile_steps(const std::vector<double>& ascending) {
  std::vector<double> steps;
  for (std::size_t i = 0; i < kQuintiles; ++i) {
    const double step = rounded_down(ascending[i * ascending.size() / kQuintiles]);
    if (steps.empty() || step > steps.back()) steps.push_back(step);
  }
  return steps;
}

std::optional<Doubt> check_steps(const CheckedPortfolio& portfolio, const Criterion& criterion,
                                 const char* section) {
  if (!criterion.measure || criterion.steps.empty()) return std::nullopt;
  const auto values = measured_values(portfolio, *criterion.measure);
  if (values.size() < kFewestAccounts || nearly_equal(values.front(), values.back())) return std::nullopt;
  const auto lowest = steps_reached(criterion.steps, values.front());
  if (lowest != steps_reached(criterion.steps, values.back())) return std::nullopt;
  std::vector<std::string> fitting;
  for (const double step : quintile_steps(values)) fitting.push_back(format_plain_number(step));
  return Doubt{Trail{section, criterion.id, "steps"},
               fmt::format("{} rates all {} accounts alike: each reaches {} of {} steps", criterion.id,
                           values.size(), lowest, criterion.steps.size()),
               fmt::format("Steps at the quintiles of this portfolio: [{}].", fmt::join(fitting, ", ")),
               portfolio.files.front().file};
}

}  // namespace

Doubts find_steps_that_rate_alike(const CheckedPortfolio& portfolio) {
  Doubts doubts;
  if (portfolio.settings == nullptr) return doubts;
  for (const auto& section : kMeasuredSections)
    for (const auto& criterion : portfolio.settings->*section.criteria)
      if (auto doubt = check_steps(portfolio, criterion, section.key)) doubts.push_back(std::move(*doubt));
  return doubts;
}

}  // namespace kam
