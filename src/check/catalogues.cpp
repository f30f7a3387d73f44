#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "check/doubts.hpp"
#include "kam/model/number.hpp"
#include "kam/unicode/unicode.hpp"

namespace kam {

namespace {

class Ids {
 public:
  explicit Ids(std::vector<std::string> ids) : known_(ids.begin(), ids.end()), suggestions_(std::move(ids)) {}

  bool are_none() const { return known_.empty(); }
  bool has(const std::string& id) const { return id.empty() || known_.contains(id); }
  std::string mend(const std::string& id, std::string_view section) {
    const auto add = fmt::format("add {} to {} in kam.yaml", id, section);
    const auto near = suggestions_.find(id);
    return near ? fmt::format("Did you mean {}? Else {}.", *near, add)
                : fmt::format("Correct it, or {}.", add);
  }

 private:
  std::set<std::string> known_;
  Suggestions suggestions_;
};

void add_ids(std::vector<std::string>& ids, const EntryList& catalogue) {
  for (const auto& entry : catalogue) ids.push_back(entry.id);
}

Ids ids_of(const EntryList& catalogue) {
  std::vector<std::string> ids;
  add_ids(ids, catalogue);
  return Ids(std::move(ids));
}

struct WeightedSection {
  const char* key;
  CriterionList Settings::*criteria;
};
constexpr std::array kWeightedSections{WeightedSection{"attractiveness", &Settings::attractiveness},
                                       WeightedSection{"partnership", &Settings::partnership},
                                       WeightedSection{"collaboration", &Settings::collaboration}};

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

Doubts find_unknown_action_requirements(const AccountSubject& subject) {
  std::vector<std::string> ids;
  add_ids(ids, subject.settings.requirements);
  add_ids(ids, subject.account.requirements);
  Ids known(std::move(ids));
  Doubts doubts;
  const auto& actions = subject.account.actions;
  for (std::size_t i = 0; i < actions.size(); ++i)
    if (!known.has(actions[i].requirement))
      doubts.push_back(
          {Trail{"actions", i, "requirement"},
           fmt::format("the action closes the requirement {}, which there is not", actions[i].requirement),
           known.mend(actions[i].requirement, "requirements")});
  return doubts;
}

Doubts find_unknown_potential_kinds(const AccountSubject& subject) {
  auto known = ids_of(subject.settings.potentials);
  Doubts doubts;
  const auto& potentials = subject.account.potentials;
  for (std::size_t i = 0; i < potentials.size(); ++i)
    if (!known.has(potentials[i].kind))
      doubts.push_back({Trail{"potentials", i, "kind"},
                        fmt::format("the kind of potential {} is not in kam.yaml", potentials[i].kind),
                        known.mend(potentials[i].kind, "potentials")});
  return doubts;
}

// A portfolio that lists no offerings leaves their names to the accounts.
Doubts find_unknown_offerings(const AccountSubject& subject) {
  auto known = ids_of(subject.settings.offerings);
  Doubts doubts;
  if (known.are_none()) return doubts;
  for (const auto& [id, position] : subject.account.offerings)
    if (!known.has(id))
      doubts.push_back({Trail{"offerings", id}, fmt::format("the offering {} is not in kam.yaml", id),
                        known.mend(id, "offerings")});
  return doubts;
}

Doubts find_zero_weights(const CheckedPortfolio& portfolio) {
  Doubts doubts;
  if (portfolio.settings == nullptr) return doubts;
  for (const auto& section : kWeightedSections) {
    const auto& criteria = portfolio.settings->*section.criteria;
    const auto weighs_nothing = [](const Criterion& criterion) { return criterion.weight == 0; };
    if (criteria.empty() || !std::ranges::all_of(criteria, weighs_nothing)) continue;
    doubts.push_back({Trail{section.key},
                      fmt::format("all weights of {} are zero, so no account has a score", section.key),
                      "Give what counts a weight above zero; without weight: each counts once.",
                      portfolio.files.front().file});
  }
  return doubts;
}

Doubts find_steps_that_rate_alike(const CheckedPortfolio& portfolio) {
  Doubts doubts;
  if (portfolio.settings == nullptr) return doubts;
  for (const auto& section : kMeasuredSections)
    for (const auto& criterion : portfolio.settings->*section.criteria)
      if (auto doubt = check_steps(portfolio, criterion, section.key)) doubts.push_back(std::move(*doubt));
  return doubts;
}

}  // namespace kam
