#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>

#include "kam/disk/portfolio.hpp"
#include "support/problem_lines.hpp"

using namespace kam;

namespace {

// The problems of an account whose third line is `line`.
std::string problems_of(const std::string& line) {
  const auto text = fmt::format("kam: 1\nname: A\n{}\n", line);
  return problem_lines(decode_account(text, "accounts/a.yaml", "a", default_settings()).problems);
}

struct Row {
  std::string line;
  std::string problems;
};

void check(std::initializer_list<Row> table) {
  for (const auto& row : table) {
    CAPTURE(row.line);
    CHECK(problems_of(row.line) == row.problems);
  }
}

std::string figure(const std::string& value) {
  return fmt::format("figures: {{2025: {{revenue: {}}}}}", value);
}

}  // namespace

TEST_CASE("where a number is asked, only a plain number is one") {
  const std::string where = "3:27 ";
  const std::string generic =
      " [not-a-number] Write a plain number such as 1240000 or 2.5, or leave it out where it is unknown.";
  struct {
    std::string value;
    std::string problem;
  } const table[] = {
      {"no", "no is not a plain number" + generic},
      {"true", "true is not a plain number" + generic},
      {"12:30", "12:30 is not a plain number" + generic},
      {".nan", ".nan is not a plain number" + generic},
      {"-.inf", "-.inf is not a plain number" + generic},
      {"2026-01-31", "2026-01-31 is not a plain number" + generic},
      {"010", "010 is not a plain number [not-a-number] Write 10 without the leading zero."},
      {"0x1F", "0x1F is not a plain number [not-a-number] Write 31 in decimal digits."},
      {"1_000", "1_000 is not a plain number [not-a-number] Write 1000 without grouping."},
      {"1.240.000", "1.240.000 is not a plain number [not-a-number] Write 1240000 without grouping."},
      {"1e3", "1e3 is not a plain number [not-a-number] Write 1000 without the exponent."},
      {"+5", "+5 is not a plain number [not-a-number] Write 5 without the plus sign."},
      {"\"5\"", "\"5\" is in quotes, so it is a text and no number [quoted-number] Take the quotes off: 5."},
      {"'-2.5'",
       "\"-2.5\" is in quotes, so it is a text and no number [quoted-number] Take the quotes off: -2.5."},
      {"'1,5'",
       "\"1,5\" is in quotes, so it is a text and no number [quoted-number] "
       "Write a plain number such as 1240000 or 2.5, or leave it out where it is unknown."},
      {"10000000000001",
       "revenue 10000000000001 is above 10000000000000 [number-out-of-range] "
       "Write a number from -10000000000000 to 10000000000000."},
      {"-10000000000001",
       "revenue -10000000000001 is below -10000000000000 [number-out-of-range] "
       "Write a number from -10000000000000 to 10000000000000."},
      {"[5]",
       "a number belongs here, not a list [wrong-kind] Write a plain number such as 1240000 or 2.5, or leave "
       "it out where it is unknown."},
      {"{a: 5}",
       "a number belongs here, not a map [wrong-kind] Write a plain number such as 1240000 or 2.5, or leave "
       "it out where it is unknown."},
  };
  for (const auto& row : table) {
    CAPTURE(row.value);
    CHECK(problems_of(figure(row.value)) == where + row.problem);
  }
  CHECK(problems_of("figures:\n  2025:\n    revenue: 1,5") ==
        "5:14 1,5 is not a plain number [not-a-number] Write 1.5 with a decimal point.");
  CHECK(problems_of("figures:\n  2025:\n    revenue: |\n      5") ==
        "5:14 \"5…\" is in quotes, so it is a text and no number [quoted-number] "
        "Write a plain number such as 1240000 or 2.5, or leave it out where it is unknown.");
}

TEST_CASE("plain numbers, negative ones too, and the largest there are") {
  for (const std::string value :
       {"0", "-12", "0.5", "1240000", "10000000000000", "-10000000000000", "~", "null", ""})
    CHECK(problems_of(figure(value)).empty());
}

TEST_CASE("ratings run from 0 to the scale") {
  const std::string hint = " [rating-out-of-range] Ratings run from 0 to 5 (scale in kam.yaml).";
  const std::string generic =
      " [not-a-number] Write a number from 0 to 5, or leave it out where it is unknown.";
  check({
      {"attractiveness: {reference: 0}", ""},
      {"attractiveness: {reference: 5}", ""},
      {"attractiveness: {reference: 5.0}", ""},
      {"attractiveness: {reference: 7}", "3:29 rating 7 is above the scale's 5" + hint},
      {"attractiveness: {reference: 5.01}", "3:29 rating 5.01 is above the scale's 5" + hint},
      {"attractiveness: {reference: -1}", "3:29 rating -1 is below 0" + hint},
      {"attractiveness: {reference: {rating: 6}}", "3:38 rating 6 is above the scale's 5" + hint},
      {"partnership: {partner_acceptance: 7}", "3:35 rating 7 is above the scale's 5" + hint},
      {"collaboration: {logistics: {intensity: 9}}", "3:40 rating 9 is above the scale's 5" + hint},
      {"contacts: [{influence: 8}]", "3:24 rating 8 is above the scale's 5" + hint},
      {"attractiveness: {reference: hoch}", "3:29 hoch is not a plain number" + generic},
      {"attractiveness: {reference: '4'}",
       "3:29 \"4\" is in quotes, so it is a text and no number [quoted-number] Take the quotes off: 4."},
      {"attractiveness: {reference: [4]}",
       "3:29 a rating or a map belongs here, not a list [wrong-kind] Write it with its keys: rating, "
       "reason."},
  });
  auto ten = default_settings();
  ten.scale = 7.5;
  const auto problems =
      decode_account("kam: 1\nname: A\nattractiveness: {reference: 8}\n", "f", "a", ten).problems;
  CHECK(problem_lines(problems) ==
        "3:29 rating 8 is above the scale's 7.5 [rating-out-of-range] Ratings run from 0 to 7.5 (scale in "
        "kam.yaml).");
}

TEST_CASE("percentages, years and dates") {
  check({
      {"potentials: [{probability: 0}, {probability: 100}]", ""},
      {"potentials: [{probability: 101}]",
       "3:28 percentage 101 is above 100 [number-out-of-range] Percentages run from 0 to 100."},
      {"potentials: [{probability: -1}]",
       "3:28 percentage -1 is below 0 [number-out-of-range] Percentages run from 0 to 100."},
      {"potentials: [{probability: viel}]",
       "3:28 viel is not a plain number [not-a-number] Write a number from 0 to 100, or leave it out where "
       "it is "
       "unknown."},
      {"customer_since: 1000", ""},
      {"customer_since: 14", "3:17 14 is not a year of four digits [not-a-year] Write the year as in 2026."},
      {"customer_since: 02014",
       "3:17 02014 is not a year of four digits [not-a-year] Write the year as in 2026."},
      {"customer_since: 0999",
       "3:17 0999 is not a year of four digits [not-a-year] Write the year as in 2026."},
      {"customer_since: 20a4",
       "3:17 20a4 is not a year of four digits [not-a-year] Write the year as in 2026."},
      {"customer_since: '2014'",
       "3:17 \"2014\" is in quotes, so it is a text and no number [quoted-number] Take the quotes off: "
       "2014."},
      {"customer_since: [2014]",
       "3:17 a year belongs here, not a list [wrong-kind] Write the year as in 2026."},
      {"actions: [{due: 2026-12-15}, {due: '2026-12-15'}]", ""},
      {"actions: [{due: 2026-02-30}]",
       "3:17 2026-02-30 is a day that no calendar has [no-such-day] That month runs from 2026-02-01 to "
       "2026-02-28."},
      {"actions: [{due: 31.03.2026}]",
       "3:17 31.03.2026 is not a date in the form YYYY-MM-DD [not-a-date] Write 2026-03-31."},
      {"actions: [{due: bald}]",
       "3:17 bald is not a date in the form YYYY-MM-DD [not-a-date] Write it as in 2026-03-31."},
      {"actions: [{due: {year: 2026}}]",
       "3:17 a date belongs here, not a map [wrong-kind] Write it as in 2026-03-31."},
  });
}

TEST_CASE("words of a list name what there is, and the nearest") {
  check({
      {"status: key-account",
       "3:9 status key-account is not known [unknown-value] Did you mean key_account? Write one of prospect, "
       "candidate, key_account, former."},
      {"status: no",
       "3:9 status no is not known [unknown-value] Write one of prospect, candidate, key_account, former."},
      {"status: ''",
       "3:9 status \"\" is not known [unknown-value] Write one of prospect, candidate, key_account, former."},
      {"status: [former]",
       "3:9 one word belongs here, not a list [wrong-kind] Write one of prospect, candidate, key_account, "
       "former."},
      {"contacts: [{role: chef}]",
       "3:19 role chef is not known [unknown-value] Write one of decision_maker, approver, evaluator, user, "
       "other."},
      {"contacts: [{attitude: suporter}]",
       "3:23 attitude suporter is not known [unknown-value] Did you mean supporter? Write one of champion, "
       "supporter, "
       "neutral, critic, opponent."},
      {"actions: [{status: offen}]",
       "3:20 status offen is not known [unknown-value] Write one of open, done, dropped."},
      {"potentials: [{kind: New Offerings}]",
       "3:21 New Offerings is not an id in snake_case [not-snake-case] Write new_offerings: small letters, "
       "digits and "
       "underscores, a letter first."},
      {"potentials: [{kind: 3D}]",
       "3:21 3D is not an id in snake_case [not-snake-case] Write it in small letters, digits and "
       "underscores, a "
       "letter first."},
      {"actions: [{requirement: [flexibility]}]",
       "3:25 an id belongs here, not a list [wrong-kind] Write one id in snake_case."},
  });
}

TEST_CASE("a message quotes a text's first line, and no more than 40 columns of it") {
  const std::string hint =
      " is not known [unknown-value] Write one of prospect, candidate, key_account, former.";
  check({
      {"status: " + std::string(40, 'x'), "3:9 status " + std::string(40, 'x') + hint},
      {"status: " + std::string(41, 'x'), "3:9 status " + std::string(39, 'x') + "…" + hint},
      {"status: |\n  one\n  two", "3:9 status one…" + hint},
  });
}

TEST_CASE("where a text is asked, it stays as it is written") {
  for (const std::string text :
       {"01067", "1.10", "NO", "12:30", "2026-01-31", "true", "0x1F", "1e3", "off", "=", "5"}) {
    CAPTURE(text);
    const auto file = fmt::format("kam: 1\nname: {0}\nindustry: '{0}'\ntags: [{0}]\n", text);
    const auto decoded = decode_account(file, "f", "a", default_settings());
    CHECK(decoded.problems.empty());
    CHECK(decoded.account.name == text);
    CHECK(decoded.account.industry == text);
    CHECK(decoded.account.tags == std::vector<std::string>{text});
  }
  check({
      {"manager: [Anna]",
       "3:10 a text belongs here, not a list [wrong-kind] Write one text, in quotes where it starts with a "
       "bracket or "
       "holds a colon and a blank."},
      {"tags:\n  - Rabatt: 5 %",
       "4:5 a text belongs here, not a map [wrong-kind] Write one text, in quotes where it starts with a "
       "bracket or "
       "holds a colon and a blank."},
  });
}

TEST_CASE("what is null is unknown, like what is not there") {
  const auto decoded = decode_account(
      "kam: 1\nname: A\nstatus:\nindustry: ~\ncustomer_since: null\ntags: [a, ~, b]\nfigures: {2025: ~, "
      "2026: {revenue: ~}}\n"
      "attractiveness: {reference: }\nteam: [~, {name: ~, tasks: }]\ncustomer_view:\nswot: {strengths: ~}\n",
      "f", "a", default_settings());
  CHECK(problem_lines(decoded.problems).empty());
  Account expected;
  expected.id = "a";
  expected.name = "A";
  expected.tags = {"a", "b"};
  expected.figures[2026] = {};
  expected.team.emplace_back();
  CHECK(decoded.account == expected);
}
