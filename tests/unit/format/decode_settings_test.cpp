#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>

#include "kam/disk/portfolio.hpp"
#include "support/problem_lines.hpp"
#include "support/worked_example.hpp"

using namespace kam;

namespace {

DecodedSettings decode(const std::string& below_kam) {
  return decode_settings("kam: 1\n" + below_kam, "kam.yaml");
}

struct Row {
  std::string text;
  std::string problems;
};

void check(std::initializer_list<Row> table) {
  for (const auto& row : table) {
    CAPTURE(row.text);
    CHECK(problem_lines(decode(row.text + "\n").problems) == row.problems);
  }
}

}  // namespace

TEST_CASE("the format's own kam.yaml is the default, and says whose it is") {
  const auto decoded = decode_settings(kWorkedSettings, "kam.yaml");
  CHECK(problem_lines(decoded.problems).empty());
  auto expected = default_settings();
  expected.company = "Beispiel Antriebstechnik AG";
  expected.language = Language::de;
  CHECK(decoded.settings == expected);
}

TEST_CASE("what is missing takes the default") {
  CHECK(decode("").settings == default_settings());
  CHECK(decode("attractiveness:\nthresholds: ~\n").settings == default_settings());
  const auto partial = decode(
      "thresholds:\n  bands: [40, 70]\n  key_account: {partnership: 55}\n  matrix: {strength: 60}\n"
      "  crosshair: {importance: 2}\n");
  CHECK(partial.problems.empty());
  auto expected = default_settings();
  expected.thresholds.bands = {40, 70};
  expected.thresholds.key_account_partnership = 55;
  expected.thresholds.matrix_strength = 60;
  expected.thresholds.crosshair.importance = 2;
  CHECK(partial.settings == expected);
}

TEST_CASE("every setting arrives") {
  const auto decoded = decode(
      "company: 4711\nlanguage: de\ncurrency: CHF\nscale: 10\n"
      "attractiveness:\n  size: {weight: 2.5, measure: share_of_wallet, steps: [10, 20.5], label: Größe}\n  "
      "fit:\n"
      "partnership: {trust: {label: {de: Vertrauen, en: Trust}}}\n"
      "collaboration: {service: {weight: 0}}\nrequirements: {speed: }\npotentials: {}\n"
      "offerings: {spare_parts: {label: Ersatzteile}}\n"
      "thresholds: {abc: [70, 90], bands: [0, 100], key_account: {attractiveness: 1, partnership: 2}, "
      "matrix: {attractiveness: 3, strength: 4}, crosshair: {importance: 10, fulfilment: 0}, "
      "stale_after_days: 30}\n");
  CHECK(problem_lines(decoded.problems).empty());
  Settings expected;
  expected.company = "4711";
  expected.language = Language::de;
  expected.currency = "CHF";
  expected.scale = 10;
  expected.attractiveness = {{"size", 2.5, Measure::share_of_wallet, {10, 20.5}, {"Größe", "", ""}},
                             {"fit", 1, {}, {}, {}}};
  expected.partnership = {{"trust", 1, {}, {}, {"", "Vertrauen", "Trust"}}};
  expected.collaboration = {{"service", 0, {}, {}, {}}};
  expected.requirements = {{"speed", {}}};
  expected.offerings = {{"spare_parts", {"Ersatzteile", "", ""}}};
  expected.thresholds.abc = {70, 90};
  expected.thresholds.bands = {0, 100};
  expected.thresholds.key_account_attractiveness = 1;
  expected.thresholds.key_account_partnership = 2;
  expected.thresholds.matrix_attractiveness = 3;
  expected.thresholds.matrix_strength = 4;
  expected.thresholds.crosshair = {Crosshair::Kind::fixed, 10, 0};
  expected.thresholds.stale_after_days = 30;
  CHECK(decoded.settings == expected);
}

TEST_CASE("the crosshair may be a word") {
  CHECK(decode("thresholds: {crosshair: mean}").settings.thresholds.crosshair.kind == Crosshair::Kind::mean);
  CHECK(decode("thresholds: {crosshair: median}").settings.thresholds.crosshair.kind ==
        Crosshair::Kind::median);
  CHECK(decode("thresholds: {crosshair: midpoint}").settings.thresholds.crosshair.kind ==
        Crosshair::Kind::midpoint);
  check({
      {"thresholds: {crosshair: medium}",
       "2:25 crosshair medium is not known [unknown-value] Did you mean median? Write one of mean, median, "
       "midpoint."},
      {"thresholds: {crosshair: [3, 3.5]}",
       "2:25 one word or a map belongs here, not a list [wrong-kind] Write it with its keys: importance, "
       "fulfilment."},
      {"scale: 4\nthresholds: {crosshair: {importance: 5, fulfilment: -1}}",
       "3:38 rating 5 is above the scale's 4 [rating-out-of-range] Ratings run from 0 to 4 (scale in "
       "kam.yaml).\n"
       "3:53 rating -1 is below 0 [rating-out-of-range] Ratings run from 0 to 4 (scale in kam.yaml)."},
      {"thresholds: {crosshair: {importance: 8}}\nscale: 10", ""},
  });
}

TEST_CASE("the head of kam.yaml") {
  check({
      {"scale: 3", ""},
      {"scale: 2.9", "2:8 scale 2.9 is below 3 [number-out-of-range] Write a number from 3 to 10."},
      {"scale: 11", "2:8 scale 11 is above 10 [number-out-of-range] Write a number from 3 to 10."},
      {"scale: fünf", "2:8 fünf is not a plain number [not-a-number] Write a number from 3 to 10."},
      {"language: german", "2:11 language german is not known [unknown-value] Write one of en, de."},
      {"currency: euro",
       "2:11 euro is not a currency code [not-a-currency] Write its ISO 4217 code in three capital letters, "
       "such as EUR."},
      {"currency: eur",
       "2:11 eur is not a currency code [not-a-currency] Write its ISO 4217 code in three capital letters, "
       "such as EUR."},
      {"currency: [EUR]",
       "2:11 a currency code belongs here, not a list [wrong-kind] Write its ISO 4217 code in three capital "
       "letters, "
       "such as EUR."},
      {"compnay: A",
       "2:1 warning: the key compnay is not known [unknown-key] Did you mean company? A key of your own "
       "starts with x_."},
      {"x_mine: 1", ""},
  });
  CHECK(problem_lines(decode_settings("company: A\n", "kam.yaml").problems) ==
        "1:1 kam is missing [missing-kam] Write it as in `kam: 1`.");
  CHECK(problem_lines(decode_settings("kam: 2\nscale: x\n", "kam.yaml").problems) ==
        "1:6 format 2 is not known [unknown-format] This kam reads format 1; look for a newer one, or write "
        "kam: 1.");
  const auto broken = decode_settings("kam: 1\nkam: 1\n", "kam.yaml");
  REQUIRE(broken.problems.size() == 1);
  CHECK(broken.problems[0].code == "duplicate-key");
}

TEST_CASE("criteria: weights, measures and steps") {
  const std::string section = "attractiveness: {growth: ";
  check({
      {section + "{weight: 0}}", ""},
      {section + "{weight: 1000000}}", ""},
      {section + "{weight: -1}}",
       "2:35 weight -1 is below 0 [number-out-of-range] Write a number from 0 to 1000000."},
      {section + "{weight: 1000001}}",
       "2:35 weight 1000001 is above 1000000 [number-out-of-range] Write a number from 0 to 1000000."},
      {section + "{measure: revenue}}",
       "2:27 measure stands without steps [measure-without-steps] Add steps, or take measure out."},
      {section + "{steps: [1, 2]}}",
       "2:27 steps stands without measure [steps-without-measure] Add measure, or take steps out."},
      {section + "{measure: ~, steps: [1, 2]}}",
       "2:39 steps stands without measure [steps-without-measure] Add measure, or take steps out."},
      {section + "{measure: umsatz, steps: [1]}}",
       "2:36 measure umsatz is not known [unknown-value] Write one of revenue, contribution_margin, profit, "
       "contribution_margin_ratio, revenue_growth, share_of_wallet."},
      {section + "{measure: profit, steps: [1]}}", ""},
      {section + "{measure: profit, steps: [-5, 0]}}", ""},
      {section + "{measure: profit, steps: []}}",
       "2:51 steps has no numbers [wrong-count] Write ascending numbers, such as [10, 20, 50]."},
      {section + "{measure: profit, steps: [1, 3, 2, 2]}}",
       "2:58 steps do not ascend: 2 follows 3 [not-ascending] Write the lowest first, and none twice.\n"
       "2:61 steps do not ascend: 2 follows 2 [not-ascending] Write the lowest first, and none twice."},
      {section + "{measure: profit, steps: 5}}",
       "2:51 a list belongs here, not a single value [wrong-kind] Write ascending numbers, such as [10, 20, "
       "50]."},
      {section + "{measure: profit, steps: [1, ~, 1_000, [3]]}}",
       "2:55 a number belongs here, not nothing [wrong-kind] Write a plain number such as 1240000 or 2.5, or "
       "leave it "
       "out where it is unknown.\n"
       "2:58 1_000 is not a plain number [not-a-number] Write 1000 without grouping.\n"
       "2:65 a number belongs here, not a list [wrong-kind] Write a plain number such as 1240000 or 2.5, or "
       "leave it "
       "out where it is unknown."},
      {"collaboration: {logistics: {measure: revenue}}",
       "2:29 warning: the key measure is not known [unknown-key] A key of your own starts with x_."},
      {"partnership: {Trust: {}}",
       "2:15 Trust is not an id in snake_case [not-snake-case] Write trust: small letters, digits and "
       "underscores, a "
       "letter first."},
      {"requirements: [speed]",
       "2:15 a map belongs here, not a list [wrong-kind] Write one line for each id below it, indented."},
      {"offerings: {parts: Ersatzteile}",
       "2:20 a map belongs here, not a single value [wrong-kind] Write it with its keys: label."},
  });
}

TEST_CASE("thresholds") {
  const std::string two = " [wrong-count] Write two ascending numbers, such as [34, 67].";
  check({
      {"thresholds: [1]",
       "2:13 a map belongs here, not a list [wrong-kind] Write it with its keys: abc, bands, key_account, "
       "matrix, "
       "crosshair, stale_after_days."},
      {"thresholds: {abc: [80]}", "2:19 abc has 1 number, where 2 belong" + two},
      {"thresholds: {abc: []}", "2:19 abc has 0 numbers, where 2 belong" + two},
      {"thresholds: {bands: [1, 2, 3]}", "2:21 bands has 3 numbers, where 2 belong" + two},
      {"thresholds: {bands: 34}",
       "2:21 a list belongs here, not a single value [wrong-kind] Write two ascending numbers, such as [34, "
       "67]."},
      {"thresholds: {bands: [67, 34]}",
       "2:26 bands do not ascend: 34 follows 67 [not-ascending] Write the lowest first, and none twice."},
      {"thresholds: {bands: [50, 50]}",
       "2:26 bands do not ascend: 50 follows 50 [not-ascending] Write the lowest first, and none twice."},
      {"thresholds: {abc: [-1, 101]}",
       "2:20 abc -1 is below 0 [number-out-of-range] Write a number from 0 to 100.\n"
       "2:24 abc 101 is above 100 [number-out-of-range] Write a number from 0 to 100."},
      {"thresholds: {key_account: 60}",
       "2:27 a map belongs here, not a single value [wrong-kind] Write it with its keys: attractiveness, "
       "partnership."},
      {"thresholds: {key_account: {attractiveness: 101}}",
       "2:44 percentage 101 is above 100 [number-out-of-range] Percentages run from 0 to 100."},
      {"thresholds: {matrix: {strenght: 50}}",
       "2:23 warning: the key strenght is not known [unknown-key] Did you mean strength? A key of your own "
       "starts with "
       "x_."},
      {"thresholds: {stale_after_days: 0}", ""},
      {"thresholds: {stale_after_days: 36500}", ""},
      {"thresholds: {stale_after_days: 1.5}",
       "2:32 stale_after_days 1.5 is not a whole number [not-a-whole-number] Write a whole number, such as "
       "365."},
      {"thresholds: {stale_after_days: -1}",
       "2:32 stale_after_days -1 is below 0 [number-out-of-range] Write a number from 0 to 36500."},
      {"thresholds: {stale_after_days: 36501}",
       "2:32 stale_after_days 36501 is above 36500 [number-out-of-range] Write a number from 0 to 36500."},
      {"thresholds: {stale_after_days: ein Jahr}",
       "2:32 ein Jahr is not a plain number [not-a-number] Write a whole number, such as 365."},
  });
}

TEST_CASE("a fault leaves the defaults of its place alone") {
  const auto decoded = decode("scale: 11\nthresholds: {abc: [95, 80], bands: [1]}\nattractiveness: [1]\n");
  CHECK(decoded.problems.size() == 4);
  CHECK(decoded.settings == default_settings());
}
