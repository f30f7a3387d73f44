#pragma once

#include <initializer_list>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "kam/score/score.hpp"

// Accounts and settings that the tests of the room start from, and shorthands to build them.
namespace kam::sample {

// 24 November 2026, after all that the worked example records and before its action is due.
extern const Date kToday;

Date day(std::string_view iso);

// The default kam.yaml with one offering.
Settings settings();

// A kam.yaml without any criterion, area or requirement.
Settings bare_settings();

// The worked example, key by key.
Account nordlicht();

// An account of which nothing is known but its id.
Account unknown_account(const std::string& id = "unknown");

struct Given {
  std::string id;
  std::optional<double> importance;
  std::optional<double> fulfilment;
};
Assessment assessment(std::string_view date, Perspective perspective, std::initializer_list<Given> ratings);

// An account whose revenue of 2025 is the one given.
Account account_with_revenue(const std::string& id, double revenue);

const RequirementScore& find(const PerspectiveScore& perspective, std::string_view id);
const CriterionScore& find(const WeightedScore& weighted, std::string_view id);

// For `CHECK(known(x) == about(y))`: what is not known equals nothing.
inline double known(std::optional<double> value) {
  return value.value_or(std::numeric_limits<double>::quiet_NaN());
}
inline doctest::Approx about(double value) {
  return doctest::Approx(value).epsilon(1e-12);
}

}  // namespace kam::sample
