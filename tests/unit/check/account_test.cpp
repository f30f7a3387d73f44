#include <doctest/doctest.h>

#include "check/rows.hpp"

using namespace kam;

namespace {

// Enough to qualify an account: attractiveness and partnership of that rating throughout.
std::string scores(const std::string& attractiveness, const std::string& partnership) {
  const auto& a = attractiveness;
  const auto& p = partnership;
  return "attractiveness: {revenue: " + a + ", contribution_margin: " + a + ", growth: " + a +
         ", reference: " + a + "}\npartnership: {collaboration_potential: " + p +
         ", partner_acceptance: " + p + "}\n";
}

const std::string kRule =
    " | A key account reaches attractiveness 60 and partnership 50 (thresholds in kam.yaml): ";

}  // namespace

TEST_CASE("a key account that the scores do not support") {
  const std::string above = kRule + "change the status, or rate it anew.";
  check_rows("status-above-scores",
             {{scores("3", "3") + "status: key_account", ""},
              {"status: key_account", ""},  // nothing speaks against it
              {scores("2", "3") + "status: candidate", ""},
              {scores("2.5", "3") + "status: key_account",
               "accounts/a.yaml:5:9 status is key_account, but the scores say regular (attractiveness 50, "
               "partnership "
               "60)" +
                   above},
              {scores("4", "2") + "status: key_account",
               "accounts/a.yaml:5:9 status is key_account, but the scores say candidate (attractiveness 80, "
               "partnership 40)" +
                   above}});
}

TEST_CASE("the scores say key account, the status does not") {
  const std::string below = ", but the scores say key_account (attractiveness 80, partnership 60)" + kRule +
                            "write status: key_account, or rate it anew.";
  check_rows("status-below-scores",
             {{scores("4", "3") + "status: key_account", ""},
              {scores("4", "3") + "status: former", ""},
              {scores("4", "3") + "status: prospect", ""},  // no customer yet
              {scores("4", "3") + "status: prospect\nfigures: {2025: {revenue: 1}}",
               "accounts/a.yaml:5:9 status is prospect" + below},
              {scores("4", "3") + "status: candidate", "accounts/a.yaml:5:9 status is candidate" + below},
              {scores("4", "3"), "accounts/a.yaml:1:1 no status is given" + below}});
}

TEST_CASE("an action that closes an unknown requirement") {
  check_rows("unknown-action-requirement",
             {{"actions: [{title: T}, {requirement: flexibility}]", ""},
              {"requirements: {own_wish: {}}\nactions: [{requirement: own_wish}]", ""},
              {"actions:\n  -\n  - {title: T, requirement: flexibilty}",
               "accounts/a.yaml:5:29 the action closes the requirement flexibilty, which there is not | Did "
               "you mean "
               "flexibility? Else add flexibilty to requirements in kam.yaml."},
              {"actions: [{requirement: zzz}]",
               "accounts/a.yaml:3:25 the action closes the requirement zzz, which there is not | Correct it, "
               "or add zzz to "
               "requirements in kam.yaml."}});
}

TEST_CASE("potentials and offerings that kam.yaml lacks") {
  check_rows("unknown-potential-kind",
             {{"potentials: [{title: T}, {kind: new_offerings}]", ""},
              {"potentials: [{kind: new_offering}]",
               "accounts/a.yaml:3:21 the kind of potential new_offering is not in kam.yaml | Did you mean "
               "new_offerings? Else add new_offering to potentials in kam.yaml."}});
  CHECK(account("offerings: {gears: {current: 1}}").lines_of("unknown-offering").empty());
  CHECK(Stage("kam: 1\nofferings: {gear: {}}\n")
            .account("a", "offerings: {gear: {current: 1}, gears: {current: 1}}")
            .lines_of("unknown-offering") ==
        "accounts/a.yaml:3:33 the offering gears is not in kam.yaml | Did you mean gear? Else add gears to "
        "offerings in kam.yaml.");
}

TEST_CASE("done actions with a future due date, and overdue ones") {
  check_rows("done-before-due", {{"actions: [{status: done, due: 2026-11-24}, {due: 2027-01-01}]", ""},
                                 {"actions: [{status: done, due: 2026-11-25}]",
                                  "accounts/a.yaml:3:31 the action is done, but due only on 2026-11-25 | "
                                  "Correct the status or the day; "
                                  "what was done early is due on the day it was done."}});
  check_rows(
      "overdue-action",
      {{"actions: [{due: 2026-11-24}, {status: done, due: 2026-01-01}]", ""},
       {"actions: [{due: 2026-11-23, owner: B}]",
        "accounts/a.yaml:3:17 the action is 1 day overdue | Write status: done or dropped, or agree on a new "
        "day."},
       {"status: former\nactions: [{due: 2026-11-22}]",
        "accounts/a.yaml:4:17 the action is 2 days overdue, and nobody owns it | Give it an owner and a new "
        "day, or write status: dropped."}});
}

TEST_CASE("an owner who is not in the team is told once") {
  const std::string hint = " | Add Carla to team, or name another owner.";
  check_rows(
      "owner-not-in-team",
      {{"actions: [{owner: Carla}]", ""},  // no team is given
       {"manager: M\nteam: [{name: Béa}]\nactions: [{owner: BÉA }, {owner: M}]", ""},
       {"team: [{name: B}]\nactions: [{owner: Carla, status: done}]\npotentials: [{owner: Carla, status: "
        "lost}]",
        ""},
       {"status: former\nteam: [{name: B}]\nactions: [{owner: Carla}]", ""},
       {"team: [{name: B}]\ncontacts: [{owner: Carla}]",
        "accounts/a.yaml:4:20 the owner Carla is not in the team" + hint},
       {"team: [{name: B}]\npotentials: [{owner: Carla}]\nactions: [{owner: Carla}]",
        "accounts/a.yaml:4:22 the owner Carla is not in the team" + hint},
       {"team: [{name: Anna Schmidt}]\nactions: [{owner: Anna Schmitt}]",
        "accounts/a.yaml:4:19 the owner Anna Schmitt is not in the team | Did you mean Anna Schmidt? Else "
        "add "
        "Anna Schmitt to team."}});
}

TEST_CASE("an assessment in the future") {
  check_rows(
      "future-assessment",
      {{"assessments: [{date: 2026-11-24, perspective: own}]", ""},
       {"assessments: [{date: 2026-11-25, perspective: own}]",
        "accounts/a.yaml:3:22 the assessment lies in the future, so it does not count: 2026-11-25 is after "
        "2026-11-24 | Correct the day."}});
}

TEST_CASE("contact, assessment and customer's view that are missing or old") {
  const std::string sheet = " | `kam assess ACCOUNT --sheet` prints a sheet for the customer to fill in.";
  check_rows("no-fixed-contact",
             {{"manager: A", ""},
              {"status: former", ""},
              {"",
               "accounts/a.yaml:1:1 the customer has no fixed contact on our side | Write who it is, as in "
               "manager: Anna Schmidt."},
              {"manager:",
               "accounts/a.yaml:3:1 the customer has no fixed contact on our side | Write who it is, as in "
               "manager: Anna Schmidt."}});
  const std::string rated = "ratings: {flexibility: {importance: 1, fulfilment: 5}}}";
  check_rows(
      "assessment-missing",
      {{"assessments: [{date: 2026-01-01, perspective: own, " + rated + "]", ""},
       {"status: former", ""},
       {"assessments: []",
        "accounts/a.yaml:3:1 nobody has assessed how well we fulfil this customer's requirements" + sheet}});
  check_rows("customer-never-asked",
             {{"assessments: [{date: 2026-01-01, perspective: customer, " + rated + "]", ""},
              {"assessments: [{date: 2026-01-01, perspective: own, " + rated + "]",
               "accounts/a.yaml:3:1 there is our own view only: the customer was never asked" + sheet}});
  check_rows(
      "assessment-stale",
      {{"assessments: [{date: 2025-11-24, perspective: own}]", ""},
       {"status: former\nassessments: [{date: 2025-11-23, perspective: own}]", ""},
       {"assessments: [{date: 2025-11-23, perspective: own}, {date: 2024-01-01, perspective: customer}]",
        "accounts/a.yaml:3:22 the latest assessment is 366 days old, more than 365 | Ask the customer again, "
        "and record it with `kam assess`."}});
}

TEST_CASE("an important requirement badly fulfilled is told where its rating stands") {
  const std::string assessments =
      "assessments:\n"
      "  - {date: 2026-03-01, perspective: customer, ratings: {flexibility: {importance: 4, fulfilment: "
      "1}}}\n"
      "  - {date: 2026-01-01, perspective: customer, ratings: {flexibility: {fulfilment: 5}}}\n"
      "  - {date: 2026-02-01, perspective: own, ratings: {flexibility: {importance: 5, fulfilment: 2}}}\n";
  const std::string line =
      "accounts/a.yaml:4:98 flexibility is important (4) and badly fulfilled (1), and no open action closes "
      "it | "
      "Agree on an action that names the requirement.";
  check_rows("requirement-gap", {{assessments, line},
                                 {assessments + "actions: [{requirement: flexibility, status: done}]", line},
                                 {assessments + "actions: [{requirement: flexibility}]", ""},
                                 {assessments + "status: former", ""}});
}

TEST_CASE("our own view above the customer's") {
  const auto views = [](const std::string& own, const std::string& customer) {
    return "assessments:\n  - {date: 2026-03-01, perspective: own, ratings: {flexibility: {importance: 4, "
           "fulfilment: " +
           own +
           "}}}\n  - {date: 2026-03-02, perspective: customer, ratings: {flexibility: {importance: 4, "
           "fulfilment: " +
           customer + "}}}\n";
  };
  check_rows("own-view-too-rosy", {{views("4", "3.3"), ""},
                                   {views("4", "3.25"),
                                    "accounts/a.yaml:4:37 our own view is 15 points above the customer's | "
                                    "Talk about it in the team: the "
                                    "customer's view is the one that decides."}});
}

TEST_CASE("decision makers who are against us, and nobody with influence") {
  check_rows(
      "decision-maker-critical",
      {{"contacts: [{name: A, role: user, attitude: critic}, {name: B, role: decision_maker}]", ""},
       {"contacts:\n  -\n  - {role: decision_maker, attitude: opponent}\n"
        "  - {name: B, role: decision_maker, attitude: critic}\n  - {name: B, role: user}",
        "accounts/a.yaml:5:38 somebody decides and is an opponent | Find out why, and win others there who "
        "have "
        "influence.\naccounts/a.yaml:6:47 B decides and is a critic | Find out why, and win others there who "
        "have influence."}});
  check_rows("no-influential-contact", {{"", ""},
                                        {"contacts: [{influence: 4}]", ""},
                                        {"contacts: [{influence: 3.9}]",
                                         "accounts/a.yaml:3:1 nobody is known there whose influence is at "
                                         "least 80 % of the scale | Find out who "
                                         "decides, and write the influence of those you know."}});
}
