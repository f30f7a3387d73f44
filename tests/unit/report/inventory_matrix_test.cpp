#include <algorithm>

#include "inventory_stage.hpp"

using namespace kam;

namespace {

// An account with that attractiveness and fulfilment, both in percent.
Account placed(const std::string& id, double attractiveness, double fulfilment) {
  Account account = named(id, "Firma " + id);
  account.attractiveness = {{"reference", {attractiveness / 20, ""}}};
  account.assessments = {
      {day(2026, 5, 1), Perspective::customer, "", "", {{"flexibility", {5, fulfilment / 20, {}, ""}}}}};
  return account;
}

Document matrix(const std::vector<Account>& accounts, Language language = Language::en,
                const Settings& settings = simple_settings()) {
  const Stage stage(accounts, settings);
  return build_inventory(stage.view(language), {}, Matrix::shown);
}

std::vector<Chart> charts_of(const Document& document) {
  std::vector<Chart> charts;
  for (const auto& block : document.blocks)
    if (const auto* chart = std::get_if<Chart>(&block)) charts.push_back(*chart);
  return charts;
}

std::vector<std::string> signs_of(const Document& document) {
  std::vector<std::string> signs;
  const auto chart = charts_of(document).at(0);
  for (const auto& point : std::get<ScatterChart>(chart.picture).points)
    signs.push_back(point.sign + " " + point.label);
  return signs;
}

}  // namespace

TEST_CASE("the matrix has the accounts shown by their ranks, and names who has no place") {
  const auto document = matrix({placed("a", 80, 80), placed("b", 70, 30), named("c", "Ohne Wert")});
  CHECK(headings_of(document) == Lines{"Portfolio matrix"});
  CHECK(signs_of(document) == Lines{"1 Firma a", "2 Firma b"});
  const auto chart = charts_of(document).at(0);
  CHECK(chart.not_drawn ==
        std::vector{NotDrawn{"Not placed, since attractiveness or fulfilment is not known", {"Ohne Wert"}}});
}

TEST_CASE("the matrix is headed in German") {
  CHECK(headings_of(matrix({placed("a", 80, 80)}, Language::de)) == Lines{"Portfolio-Matrix"});
}

TEST_CASE("only the accounts that are shown are drawn, and without the wish none") {
  const Stage stage({placed("a", 80, 80), placed("b", 70, 30)}, simple_settings());
  InventoryQuery query;
  query.accounts = {1};
  CHECK(signs_of(build_inventory(stage.view(), query, Matrix::shown)) == Lines{"2 Firma b"});
  CHECK(charts_of(build_inventory(stage.view(), {}, Matrix::hidden)).empty());
}

TEST_CASE("the ABC curve is drawn where nobody is left out") {
  auto accounts = std::vector{placed("a", 80, 80), placed("b", 70, 30)};
  for (auto& account : accounts) account.figures[2025].revenue = 100;
  const Stage stage(accounts, simple_settings());
  CHECK(headings_of(build_inventory(stage.view(), {}, Matrix::shown)) ==
        Lines{"Portfolio matrix", "ABC curve"});
  InventoryQuery query;
  query.top = 1;
  CHECK(headings_of(build_inventory(stage.view(), query, Matrix::shown)) == Lines{"Portfolio matrix"});
}
