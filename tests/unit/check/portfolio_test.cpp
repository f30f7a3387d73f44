#include <doctest/doctest.h>

#include "check/rows.hpp"

using namespace kam;

TEST_CASE("files that are not read") {
  struct {
    std::string file;
    std::string line;
  } const table[] = {
      {"accounts/a.yml",
       "0:0 the file is not read: accounts are accounts/ID.yaml | Rename it to accounts/a.yaml."},
      {"accounts/Ä B.YAML",
       "0:0 the file is not read: accounts are accounts/ID.yaml | Rename it to accounts/ae-b.yaml."},
      {"accounts/株.yml", "0:0 the file is not read: accounts are accounts/ID.yaml | Move it elsewhere."},
      {"accounts/notes.txt", "0:0 the file is not read: accounts are accounts/ID.yaml | Move it elsewhere."},
      {"accounts/plain", "0:0 the file is not read: accounts are accounts/ID.yaml | Move it elsewhere."},
      {"accounts/old/",
       "0:0 the directory is not read: accounts lie side by side in accounts/ | Move account files in it to "
       "accounts/, "
       "and everything else elsewhere."},
      {"kam.yml",
       "0:0 the file is not read: the settings are in kam.yaml | Take over what counts, and delete it."},
  };
  for (const auto& row : table) {
    CAPTURE(row.file);
    CHECK(Stage().passed_over(row.file).lines_of("file-not-read") == row.file + ":" + row.line);
  }
}

TEST_CASE("a file is not to be renamed to one that is there") {
  CHECK(account("").passed_over("accounts/A.yml").lines_of("file-not-read") ==
        "accounts/A.yml:0:0 the file is not read: accounts are accounts/ID.yaml | Take over into "
        "accounts/a.yaml what "
        "counts, and delete it.");
}

TEST_CASE("names that differ in case only") {
  const auto stage =
      Stage().account("vw", "").account("VW", "").account("bmw", "").passed_over("accounts/BMW.yaml");
  const std::string hint = " | Rename one: Windows and macOS take the two for one file.";
  CHECK(stage.lines_of("id-collision") ==
        "accounts/BMW.yaml:0:0 the name differs from accounts/bmw.yaml in case only" + hint +
            "\naccounts/VW.yaml:0:0 the name differs from accounts/vw.yaml in case only" + hint +
            "\naccounts/bmw.yaml:0:0 the name differs from accounts/BMW.yaml in case only" + hint +
            "\naccounts/vw.yaml:0:0 the name differs from accounts/VW.yaml in case only" + hint);
}

TEST_CASE("two accounts with one name or external id") {
  const auto stage = Stage()
                         .account("a", "name: Große  AG\nexternal_id: \"1\"")
                         .account("b", "name: GROSSE AG\nexternal_id: 10")
                         .account("c", "name: große ag\nexternal_id: ' 1'")
                         .account("d", "name: D");
  const std::string apart = " | Put the two together, or tell them apart, as by their place.";
  CHECK(stage.lines_of("duplicate-name") ==
        "accounts/a.yaml:2:7 the name Große  AG is also that of accounts/b.yaml, accounts/c.yaml" + apart +
            "\naccounts/b.yaml:2:7 the name GROSSE AG is also that of accounts/a.yaml, accounts/c.yaml" +
            apart +
            "\naccounts/c.yaml:2:7 the name große ag is also that of accounts/a.yaml, accounts/b.yaml" +
            apart);
  const std::string correct = " | Correct one of them, or put the two accounts together.";
  CHECK(stage.lines_of("duplicate-external-id") ==
        "accounts/a.yaml:3:14 the external id 1 is also that of accounts/c.yaml" + correct +
            "\naccounts/c.yaml:3:14 the external id  1 is also that of accounts/a.yaml" + correct);
}

TEST_CASE("accounts that differ in what nobody sees have one name") {
  const auto stage =
      Stage().account("a", "name: \"Gro\\u00ADße AG\"").account("b", "name: \"Große\\u200B AG\"");
  CHECK(stage.lines_of("duplicate-name").find("accounts/b.yaml") != std::string::npos);
}

TEST_CASE("names that hold what nobody sees, and nothing else that does") {
  const auto found = [](const std::string& text) {
    return account(text).lines_of("invisible-character") != std::string();
  };
  for (const char* text :
       {"name: \"a\\u200B\"", "external_id: \"1\\uFEFF\"", "manager: \"a\\u00ADb\"", "industry: \"a\\u034F\"",
        "tags: [a, \"b\\u2060\"]", "team: [{name: \"a\\u200D\"}]",
        "contacts: [{name: a, title: \"a\\u115F\"}]", "contacts: [{name: a, owner: \"a\\u3164\"}]",
        "actions: [{title: \"a\\uFE0F\"}]", "potentials: [{title: \"a\\U000E0041\"}]",
        "objectives: [{title: \"a\\u202A\"}]", "collaboration: {logistics: {people: [\"a\\u200B\"]}}",
        "requirements: {own: {label: {de: \"a\\u200B\"}}}",
        "assessments: [{date: 2026-01-01, perspective: own, source: \"a\\u200B\"}]"}) {
    CAPTURE(text);
    CHECK(found(text));
  }
  for (const char* text : {"notes: \"a\\u200B\"", "x_name: \"a\\u200B\"", "x_a: {name: \"a\\u200B\"}",
                           "actions: [{title: \"❤\\uFE0F\"}]", "contacts: [{name: a, role: user}]",
                           "customer_view: {goals: [\"a\\u200B\"]}"}) {
    CAPTURE(text);
    CHECK_FALSE(found(text));
  }
  CHECK(account("x_kam_ignore: [invisible-character]\nname: \"a\\u200B\"")
            .lines_of("invisible-character")
            .empty());
  CHECK(
      Stage("kam: 1\ncompany: \"a\\u200B\"\n").lines_of("invisible-character").starts_with("kam.yaml:2:10 "));
}

TEST_CASE("words of names in several scripts") {
  const auto stage = Stage("kam: 1\npotentials: {a: {label: Sеrvice}}\n")
                         .account("a", "name: Große AG\nteam:\n  - name: Anna\n  -\n  - {name: Ϲlara Weber}")
                         .account("b", "name: ООО Siemens\nactions: [{title: EDI für Газпром}]");
  const std::string anew = " | Type the word anew in one script: letters that look alike make another name.";
  CHECK(stage.lines_of("mixed-scripts") ==
        "accounts/a.yaml:6:12 name is written in Greek (Ϲ, U+03F9) and Latin (l, U+006C): Ϲlara" + anew +
            "\nkam.yaml:2:25 label is written in Latin (S, U+0053) and Cyrillic (е, U+0435): Sеrvice" + anew);
}

TEST_CASE("of many accounts with one name a few are told") {
  Stage stage;
  for (const char* id : {"a", "b", "c", "d", "e", "f"}) stage.account(id, "name: A");
  const auto lines = stage.lines_of("duplicate-name");
  CHECK(
      lines.starts_with("accounts/a.yaml:2:7 the name A is also that of accounts/b.yaml, accounts/c.yaml, "
                        "accounts/d.yaml and 2 more | "));
}

TEST_CASE("weights that are all zero") {
  const std::string hint = " | Give what counts a weight above zero; without weight: each counts once.";
  const auto lines = [](const std::string& settings) {
    return Stage("kam: 1\n" + settings).lines_of("zero-weights");
  };
  CHECK(lines("").empty());
  CHECK(lines("partnership: {}\n").empty());
  CHECK(lines("partnership: {a: {weight: 0}, b: {weight: 1}}\n").empty());
  CHECK(lines("partnership: {a: {weight: 0}, b: {weight: 0}}\n") ==
        "kam.yaml:2:1 all weights of partnership are zero, so no account has a score" + hint);
  CHECK(lines("attractiveness: {a: {weight: 0}}\ncollaboration: {a: {weight: 0}}\n") ==
        "kam.yaml:2:1 all weights of attractiveness are zero, so no account has a score" + hint +
            "\nkam.yaml:3:1 all weights of collaboration are zero, so no account has a score" + hint);
}

TEST_CASE("steps that rate every account alike") {
  const auto lines = [](const std::string& settings, const std::vector<std::string>& revenues) {
    Stage stage("kam: 1\n" + settings);
    int number = 0;
    for (const auto& revenue : revenues)
      stage.account("a" + std::to_string(number++), "figures: {2025: {revenue: " + revenue + "}}");
    return stage.lines_of("steps-rate-alike");
  };
  const std::string steps = "attractiveness: {size: {measure: revenue, steps: [100, 1000]}}\n";
  CHECK(lines(steps, {"1", "2", "100"}).empty());  // 100 reaches the first
  CHECK(lines(steps, {"1", "2"}).empty());         // too few
  CHECK(lines(steps, {"7", "7", "7"}).empty());    // they are alike
  CHECK(lines(steps, {"1", "2", "33"}) ==
        "kam.yaml:2:43 size rates all 3 accounts alike: each reaches 0 of 2 steps | Steps at the quintiles "
        "of this "
        "portfolio: [1, 2, 33].");
  CHECK(lines(steps, {"1239", "5678", "12345", "2000", "3999", "99999", "4000", "4100", "50000", "1000"}) ==
        "kam.yaml:2:43 size rates all 10 accounts alike: each reaches 2 of 2 steps | Steps at the quintiles "
        "of this "
        "portfolio: [1000, 2000, 4000, 5600, 50000].");
  CHECK(lines("", {"-1234.5", "0", "0.4567"}) ==
        "kam.yaml:1:1 revenue rates all 3 accounts alike: each reaches 0 of 5 steps | Steps at the quintiles "
        "of this "
        "portfolio: [-1300, 0, 0.45].");
  CHECK(Stage("kam: 1\n" + steps)
            .account("a", "figures: {2025: {revenue: 1}}")
            .account("b", "figures: {2025: {revenue: 2}}")
            .account("c", "status: former\nfigures: {2025: {revenue: 3}}")
            .lines_of("steps-rate-alike")
            .empty());
}

TEST_CASE("codes are silenced in the file") {
  const std::string notes = "status: candidate\n";
  CHECK(account(notes).codes() == std::vector<std::string>{"assessment-missing", "no-fixed-contact"});
  CHECK(account(notes + "x_kam_ignore: [no-fixed-contact]").codes() ==
        std::vector<std::string>{"assessment-missing"});
  CHECK(account(notes + "x_kam_ignore: no-fixed-contact").codes() ==
        std::vector<std::string>{"assessment-missing"});
  CHECK(account(notes + "x_kam_ignore: [assessment-missing,\n\n , no-fixed-contact, unknown-key]\nnmae: x")
            .codes() == std::vector<std::string>{"empty-item"});
  CHECK(account(notes + "x_kam_ignore: [assessment-missing, no-fixed-contact, unknown-key]\nnmae: x")
            .codes()
            .empty());
  CHECK(Stage("kam: 1\nx_kam_ignore: [no-fixed-contact]\n").account("a", notes).codes() ==
        std::vector<std::string>{"assessment-missing", "no-fixed-contact"});
  CHECK(Stage("kam: 1\nx_kam_ignore: [zero-weights]\npartnership: {a: {weight: 0}}\n").codes().empty());
}

TEST_CASE("what cannot be silenced is told") {
  check_rows(
      "unknown-ignored-code",
      {{"x_kam_ignore: [no-fixed-contact]", ""},
       {"x_kam_ignore: []", ""},
       {"x_kam_ignore:", ""},
       {"x_kam_ignore: [no-fixed-contract]",
        "accounts/a.yaml:3:16 there is no code no-fixed-contract to ignore | Did you mean no-fixed-contact?"},
       {"x_kam_ignore:\n  -\n  - zzz",
        "accounts/a.yaml:5:5 there is no code zzz to ignore | `man kam-check` lists the codes."},
       {"x_kam_ignore: {a: b}",
        "accounts/a.yaml:3:1 x_kam_ignore is no list of codes | Write it as in x_kam_ignore: "
        "[assessment-stale]."},
       {"x_kam_ignore: [[a], rating-out-of-range]",
        "accounts/a.yaml:3:16 x_kam_ignore is no list of codes | Write it as in x_kam_ignore: "
        "[assessment-stale].\n"
        "accounts/a.yaml:3:21 rating-out-of-range is an error and cannot be ignored in the file | Mend what "
        "it "
        "tells of."}});
  CHECK(account("x_kam_ignore: [rating-out-of-range]\nattractiveness: {reference: 7}").codes() ==
        std::vector<std::string>{"rating-out-of-range", "unknown-ignored-code"});
}

TEST_CASE("a rated criterion that counts nowhere is an error, a requirement of the past is not") {
  const auto problems =
      account(
          "attractiveness: {refrence: 1}\ncollaboration: {a: {intensity: 1}}\n"
          "assessments: [{date: 2026-01-01, perspective: own, ratings: {b: {importance: 1}}}]")
          .check();
  std::string told;
  for (const auto& problem : problems)
    if (problem.code.starts_with("unknown-"))
      told += problem.code + (problem.severity == Severity::error ? " error\n" : " warning\n");
  CHECK(told == "unknown-criterion error\nunknown-area error\nunknown-requirement warning\n");
}

TEST_CASE("what is broken does not keep the rest from being checked") {
  const auto broken = Stage().account("a", "status: lost\nnmae: x").account("b", "manager: B");
  CHECK(broken.codes() == std::vector<std::string>{"assessment-missing", "unknown-key", "unknown-value"});
  const auto unsettled = Stage("kam: 1\nscale: 1\n")
                             .account("a", "a: 1\na: 2")
                             .account("b", "status: lost")
                             .passed_over("accounts/x");
  CHECK(unsettled.codes() ==
        std::vector<std::string>{"duplicate-key", "file-not-read", "number-out-of-range"});
}

TEST_CASE("problems come by file, line and column") {
  const auto problems = Stage("kam: 1\nnmae: x\n")
                            .account("b", "x: 1\nmanager: M")
                            .account("a", "x: 1\nactions: [{due: 2026-01-01}]")
                            .check();
  std::string places;
  for (const auto& problem : problems)
    places += problem.file + ":" + std::to_string(problem.line) + ":" + std::to_string(problem.column) + "\n";
  CHECK(places ==
        "accounts/a.yaml:1:1\naccounts/a.yaml:1:1\naccounts/a.yaml:3:1\naccounts/a.yaml:4:17\n"
        "accounts/b.yaml:1:1\naccounts/b.yaml:3:1\nkam.yaml:2:1\n");
}
