#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>

#include "kam/disk/portfolio.hpp"
#include "support/problem_lines.hpp"

using namespace kam;

namespace {

std::string problems_of(const std::string& text) {
  return problem_lines(decode_account(text, "accounts/a.yaml", "a", default_settings()).problems);
}

struct Row {
  std::string text;
  std::string problems;
};

// The text stands below `kam: 1` and `name: A`.
void check(std::initializer_list<Row> table) {
  for (const auto& row : table) {
    CAPTURE(row.text);
    CHECK(problems_of("kam: 1\nname: A\n" + row.text + "\n") == row.problems);
  }
}

}  // namespace

TEST_CASE("every file says its format") {
  struct {
    std::string text;
    std::string problems;
  } const table[] = {
      {"kam: 1\nname: A\n", ""},
      {"kam: 1.0\nname: A\n", ""},
      {"kam: 2\nname: [1]\nstatus: x\n",
       "1:6 format 2 is not known [unknown-format] This kam reads format 1; look for a newer one, or write "
       "kam: 1."},
      {"name: A\nkam: 0\n",
       "2:6 format 0 is not known [unknown-format] This kam reads format 1; look for a newer one, or write "
       "kam: 1."},
      {"name: A\n", "1:1 kam is missing [missing-kam] Write it as in `kam: 1`."},
      {"kam:\nname: A\n", "1:5 kam is empty [missing-kam] Write it as in `kam: 1`."},
      {"kam: \"1\"\nname: A\n",
       "1:6 \"1\" is in quotes, so it is a text and no number [quoted-number] Take the quotes off: 1."},
      {"kam: \"2\"\nname: A\n",
       "1:6 \"2\" is in quotes, so it is a text and no number [quoted-number] Take the quotes off: 2."},
      {"kam: yes\nname: A\n", "1:6 yes is not a plain number [not-a-number] Write kam: 1."},
      {"kam: [2]\nname: A\n", "1:6 a number belongs here, not a list [wrong-kind] Write kam: 1."},
  };
  for (const auto& row : table) {
    CAPTURE(row.text);
    CHECK(problems_of(row.text) == row.problems);
  }
}

TEST_CASE("an account has a name") {
  const std::string hint = " [missing-name] Write it as in `name: Nordlicht Windkraft GmbH`.";
  CHECK(problems_of("kam: 1\n") == "1:1 name is missing" + hint);
  CHECK(problems_of("kam: 1\nname:\n") == "2:6 name is empty" + hint);
  CHECK(problems_of("kam: 1\nname: \"\"\n") == "2:7 name is empty" + hint);
  CHECK(problems_of("kam: 1\nname: \" \\t\"\n") == "2:7 name is empty" + hint);
  CHECK(problems_of("") ==
        "1:1 kam is missing [missing-kam] Write it as in `kam: 1`.\n1:1 name is missing" + hint);
  CHECK(problems_of("kam: 1\nname: {de: A}\n") ==
        "2:7 a text belongs here, not a map [wrong-kind] Write one text, in quotes where it starts with a "
        "bracket or "
        "holds a colon and a blank.");
}

TEST_CASE("a list or a single value where a map belongs, and the like") {
  const std::string by_id = " [wrong-kind] Write one line for each id below it, indented.";
  const std::string by_year =
      " [wrong-kind] Write one line for each year below it, indented: 2026: {revenue: 1240000}.";
  const std::string member = "name, role, unit, tasks, authority.";
  check({
      {"attractiveness: [reference]", "3:17 a map belongs here, not a list" + by_id},
      {"attractiveness: 4", "3:17 a map belongs here, not a single value" + by_id},
      {"figures: [2025]", "3:10 a map belongs here, not a list" + by_year},
      {"figures: {2025: 1240000}",
       "3:17 a map belongs here, not a single value [wrong-kind] Write it with its keys: revenue, "
       "contribution_margin, profit, purchasing_volume, revenue_plan."},
      {"collaboration: {logistics: 4}",
       "3:28 a map belongs here, not a single value [wrong-kind] Write it with its keys: intensity, "
       "activities, "
       "people."},
      {"swot: [a]",
       "3:7 a map belongs here, not a list [wrong-kind] Write it with its keys: strengths, weaknesses, "
       "opportunities, threats."},
      {"team: Anna",
       "3:7 a list belongs here, not a single value [wrong-kind] Write a list, each item with its keys: " +
           member},
      {"team: {name: Anna}",
       "3:7 a list belongs here, not a map [wrong-kind] Write a list, each item with its keys: " + member},
      {"team: [Anna, {name: B}, [C]]",
       "3:8 a map belongs here, not a single value [wrong-kind] Write it with its keys: " + member + "\n" +
           "3:25 a map belongs here, not a list [wrong-kind] Write it with its keys: " + member},
      {"tags: export", "3:7 a list belongs here, not a single value [wrong-kind] Write [export]."},
      {"unique_services: \"a, b\"",
       "3:18 a list belongs here, not a single value [wrong-kind] Write [\"a, b\"]."},
      {"tags: {export: }",
       "3:7 a list belongs here, not a map [wrong-kind] Write a list of texts, such as [one, two]."},
      {"requirements: {english: [a]}",
       "3:25 a map belongs here, not a list [wrong-kind] Write it with its keys: label."},
      {"requirements: {english: {label: [a]}}",
       "3:33 a text or a map belongs here, not a list [wrong-kind] Write it with its keys: de, en."},
      {"assessments:\n  - date: 2026-01-01\n    perspective: own\n    ratings: {flexibility: 4}",
       "6:28 a map belongs here, not a single value [wrong-kind] Write it with its keys: importance, "
       "fulfilment, "
       "best_competitor, note."},
  });
}

TEST_CASE("an assessment says when and whose view it is") {
  check({
      {"assessments: [{source: x}]",
       "3:15 date is missing [missing-date] Write it as in `date: 2026-03-31`.\n"
       "3:15 perspective is missing [missing-perspective] Write it as in `perspective: customer`."},
      {"assessments: [{date: '', perspective: }]",
       "3:22 date is empty [missing-date] Write it as in `date: 2026-03-31`.\n"
       "3:38 perspective is empty [missing-perspective] Write it as in `perspective: customer`."},
      {"assessments: [{date: 2026-01-01, perspective: ours}]",
       "3:47 perspective ours is not known [unknown-value] Write one of customer, own."},
  });
}

TEST_CASE("keys of maps are years of four digits and ids in snake_case") {
  check({
      {"figures: {25: {revenue: 1}, 2025: {revenue: 2}, 02025: {revenue: x}}",
       "3:11 25 is not a year of four digits [not-a-year] Write the year as in 2026.\n"
       "3:49 02025 is not a year of four digits [not-a-year] Write the year as in 2026."},
      {"figures: {\"2025\": {revenue: 1}, x_note: mine}", ""},
      {"offerings: {Spare Parts: {current: 1}}",
       "3:13 Spare Parts is not an id in snake_case [not-snake-case] Write spare_parts: small letters, "
       "digits and "
       "underscores, a letter first."},
      {"requirements: {9lives: {}}",
       "3:16 9lives is not an id in snake_case [not-snake-case] Write it in small letters, digits and "
       "underscores, a "
       "letter first."},
      {"attractiveness: {x_mine: [1]}", ""},
  });
}

TEST_CASE("unknown keys are kept, with a warning and the nearest known one") {
  check({
      {"mangaer: Anna",
       "3:1 warning: the key mangaer is not known [unknown-key] Did you mean manager? A key of your own "
       "starts with x_."},
      {"zzz: [1]", "3:1 warning: the key zzz is not known [unknown-key] A key of your own starts with x_."},
      {"x_zzz: [1]\nx_: 2", ""},
      {"swot: {strenghts: [a]}",
       "3:8 warning: the key strenghts is not known [unknown-key] Did you mean strengths? A key of your own "
       "starts "
       "with x_."},
      {"team: [{nam: A}]",
       "3:9 warning: the key nam is not known [unknown-key] Did you mean name? A key of your own starts with "
       "x_."},
  });
}

TEST_CASE("ratings of what kam.yaml lacks are told, since they count for nothing") {
  const std::string correct = "Correct it, or add ";
  check({
      {"attractiveness: {refrence: 4, zzzz: 3, growth: 2}",
       "3:18 warning: the criterion refrence is not in kam.yaml and does not count; the nearest there is "
       "reference "
       "[unknown-criterion] Correct it, or add refrence to attractiveness in kam.yaml.\n"
       "3:31 warning: the criterion zzzz is not in kam.yaml and does not count [unknown-criterion] Correct "
       "it, or add "
       "zzzz to attractiveness in kam.yaml."},
      {"partnership: {reference: 4}",
       "3:15 warning: the criterion reference is not in kam.yaml and does not count [unknown-criterion] "
       "Correct it, or "
       "add reference to partnership in kam.yaml."},
      {"collaboration: {logistic: {intensity: 4}}",
       "3:17 warning: the area logistic is not in kam.yaml and does not count; the nearest there is "
       "logistics "
       "[unknown-area] Correct it, or add logistic to collaboration in kam.yaml."},
      {"assessments: [{date: 2026-01-01, perspective: own, ratings: {flexibilty: {importance: 1}, "
       "flexibility: "
       "{}, own_one: "
       "{importance: 2}}}]\nrequirements: {own_one: }",
       "3:62 warning: the requirement flexibilty is not in kam.yaml and does not count; the nearest there is "
       "flexibility "
       "[unknown-requirement] Correct it, or add flexibilty to requirements in kam.yaml."},
      {"offerings: {anything: {current: 1}}\npotentials: [{kind: anything}]\nattractiveness: {refrence: }",
       ""},
  });
}

TEST_CASE("every fault is told, in the file's order") {
  CHECK(problems_of("swot: 1\nstatus: x\nfigures: {25: 1}\nname: ''\nkam: 1\n") ==
        "1:7 a map belongs here, not a single value [wrong-kind] Write it with its keys: strengths, "
        "weaknesses, "
        "opportunities, threats.\n"
        "2:9 status x is not known [unknown-value] Write one of prospect, candidate, key_account, former.\n"
        "3:11 25 is not a year of four digits [not-a-year] Write the year as in 2026.\n"
        "4:7 name is empty [missing-name] Write it as in `name: Nordlicht Windkraft GmbH`.");
  const auto broken = decode_account("kam: 1\nname: *a\n", "accounts/a.yaml", "a", default_settings());
  REQUIRE(broken.problems.size() == 1);
  CHECK(broken.problems[0].file == "accounts/a.yaml");
  CHECK(broken.problems[0].line == 2);
}
