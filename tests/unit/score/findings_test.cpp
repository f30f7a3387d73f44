#include <algorithm>

#include "sample.hpp"

using namespace kam;
using namespace kam::sample;

namespace {

using Strings = std::vector<std::string>;
using Numbers = std::vector<double>;

// An account that needs nothing done.
Account sound() {
  Account account = unknown_account();
  account.manager = "Anna Schmidt";
  account.assessments = {assessment("2026-10-01", Perspective::customer, {{"flexibility", 5, 5}})};
  return account;
}

Strings codes(const Account& account, const Settings& settings = sample::settings(), Date as_of = kToday) {
  Strings result;
  for (const auto& finding : score_account(account, settings, as_of).findings)
    result.emplace_back(finding_id(finding.kind));
  return result;
}

Finding only_finding(const Account& account, Date as_of = kToday) {
  const auto findings = score_account(account, settings(), as_of).findings;
  REQUIRE(findings.size() == 1);
  return findings[0];
}

Contact contact(ContactRole role, std::optional<Attitude> attitude, std::optional<double> influence) {
  return {"Maren", "", role, influence, attitude, ""};
}

}  // namespace

TEST_CASE("findings: none of a sound account") {
  CHECK(codes(sound()).empty());
}

TEST_CASE("findings: no-fixed-contact") {
  Account account = sound();
  account.manager.clear();
  const auto finding = only_finding(account);
  CHECK(finding.kind == FindingKind::no_fixed_contact);
  CHECK(finding.subjects.empty());
  CHECK(finding.numbers.empty());
}

TEST_CASE("findings: assessment-missing") {
  Account account = sound();
  SUBCASE("no assessment") {
    account.assessments.clear();
  }
  SUBCASE("none that gives a score") {
    account.assessments = {assessment("2026-10-01", Perspective::customer, {{"flexibility", 5, {}}}),
                           assessment("2026-10-01", Perspective::own, {{"flexibility", {}, 5}})};
  }
  SUBCASE("none yet") {
    account.assessments[0].date = day("2026-11-25");
  }
  const auto finding = only_finding(account);
  CHECK(finding.kind == FindingKind::assessment_missing);
  CHECK(finding.subjects.empty());
  CHECK(finding.numbers.empty());
}

TEST_CASE("findings: customer-never-asked") {
  Account account = sound();
  account.assessments[0].perspective = Perspective::own;
  const auto finding = only_finding(account);
  CHECK(finding.kind == FindingKind::customer_never_asked);
  CHECK(finding.subjects.empty());
  CHECK(finding.numbers.empty());

  SUBCASE("not where it was asked and gave too little for a score") {
    account.assessments.push_back(assessment("2026-11-24", Perspective::customer, {{"flexibility", 5, {}}}));
    CHECK(codes(account).empty());
  }
  SUBCASE("but where it is to be asked later") {
    account.assessments.push_back(assessment("2026-11-25", Perspective::customer, {{"flexibility", 5, {}}}));
    CHECK(codes(account) == Strings{"customer-never-asked"});
  }
}

TEST_CASE("findings: assessment-stale") {
  const auto finding = only_finding(sound(), day("2027-10-02"));
  CHECK(finding.kind == FindingKind::assessment_stale);
  CHECK(finding.subjects == Strings{"2026-10-01"});
  CHECK(finding.numbers == Numbers{366});
  CHECK(codes(sound(), settings(), day("2027-10-01")).empty());
}

TEST_CASE("findings: requirement-gap") {
  Account account = sound();
  account.assessments = {
      assessment("2026-10-01", Perspective::customer,
                 {{"flexibility", 4, 3}, {"delivered_quality", 5, 4}, {"proven_quality", 2, 1}})};
  const auto finding = only_finding(account);
  CHECK(finding.kind == FindingKind::requirement_gap);
  CHECK(finding.subjects == Strings{"flexibility"});
  REQUIRE(finding.numbers.size() == 3);
  CHECK(finding.numbers[0] == 4);
  CHECK(finding.numbers[1] == 3);
  CHECK(finding.numbers[2] == about(100.0 * 8 / 55));

  const auto with_action = [&](const char* requirement, ActionStatus status) {
    account.actions = {{"x", "other", "", {}, ActionStatus::open}, {"y", requirement, "", {}, status}};
    return codes(account);
  };
  CHECK(with_action("flexibility", ActionStatus::open).empty());
  CHECK(with_action("flexibility", ActionStatus::done) == Strings{"requirement-gap"});
  CHECK(with_action("flexibility", ActionStatus::dropped) == Strings{"requirement-gap"});
  CHECK(with_action("delivered_quality", ActionStatus::open) == Strings{"requirement-gap"});
  CHECK(with_action("", ActionStatus::open) == Strings{"requirement-gap"});
}

TEST_CASE("findings: requirement-gap is the headline's") {
  Account account = sound();
  account.assessments = {
      assessment("2026-10-01", Perspective::own, {{"flexibility", 5, 5}, {"market_strategies", 5, 3}}),
      assessment("2026-10-02", Perspective::customer, {{"flexibility", 5, 3}, {"market_strategies", 5, 5}})};
  CHECK(only_finding(account).subjects == Strings{"flexibility"});
  const auto before = score_account(account, settings(), day("2026-10-01")).findings;
  REQUIRE(before.size() == 2);
  CHECK(before[0].kind == FindingKind::customer_never_asked);
  CHECK(before[1].subjects == Strings{"market_strategies"});
}

TEST_CASE("findings: no requirement-gap without a fulfilment") {
  Account account = sound();
  account.assessments = {assessment("2026-10-01", Perspective::customer, {{"flexibility", 0, 1}})};
  auto settings = sample::settings();
  settings.thresholds.crosshair.importance = 0;
  CHECK(score_account(account, settings, kToday).fulfilment.customer.requirements[7].quadrant ==
        ImportanceQuadrant::concentrate_here);
  CHECK(codes(account, settings) == Strings{"assessment-missing"});
}

TEST_CASE("findings: gaps come with the most lost points first, equals in the catalogue's order") {
  Account account = sound();
  account.assessments = {
      assessment("2026-10-01", Perspective::customer,
                 {{"proven_quality", 3, 2}, {"flexibility", 4, 1}, {"delivered_quality", 3, 2}})};
  Strings subjects;
  for (const auto& finding : score_account(account, settings(), kToday).findings)
    subjects.push_back(finding.subjects.at(0));
  CHECK(subjects == Strings{"flexibility", "delivered_quality", "proven_quality"});
}

TEST_CASE("findings: overdue-action") {
  Account account = sound();
  account.actions = {{"Call", "", "Jonas", day("2026-11-23"), ActionStatus::open},
                     {"Visit", "", "", day("2026-11-24"), ActionStatus::open},
                     {"Write", "", "", {}, ActionStatus::open},
                     {"Done", "", "", day("2026-01-01"), ActionStatus::done},
                     {"Dropped", "", "", day("2026-01-01"), ActionStatus::dropped}};
  const auto finding = only_finding(account);
  CHECK(finding.kind == FindingKind::overdue_action);
  CHECK(finding.subjects == Strings{"Call", "Jonas", "2026-11-23"});
  CHECK(finding.numbers == Numbers{1});

  const auto later = score_account(account, settings(), day("2026-12-01")).findings;
  REQUIRE(later.size() == 2);
  CHECK(later[0].numbers == Numbers{8});
  CHECK(later[1].subjects == Strings{"Visit", "", "2026-11-24"});
  CHECK(later[1].numbers == Numbers{7});
}

TEST_CASE("findings: own-view-too-rosy from 15 points up") {
  const auto with_own = [](double fulfilment) {
    Account account = sound();
    account.assessments = {assessment("2026-10-01", Perspective::customer, {{"flexibility", 5, 3.5}}),
                           assessment("2026-10-01", Perspective::own, {{"flexibility", 5, fulfilment}})};
    return account;
  };
  const auto finding = only_finding(with_own(4.25));  // 85 − 70
  CHECK(finding.kind == FindingKind::own_view_too_rosy);
  CHECK(finding.subjects.empty());
  REQUIRE(finding.numbers.size() == 1);
  CHECK(finding.numbers[0] == about(15));
  CHECK(codes(with_own(5)) == Strings{"own-view-too-rosy"});
  CHECK(codes(with_own(4.24)).empty());
  CHECK(codes(with_own(0)).empty());
}

TEST_CASE("findings: decision-maker-critical") {
  const auto with_contact = [](ContactRole role, std::optional<Attitude> attitude) {
    Account account = sound();
    account.contacts = {contact(role, attitude, 5)};
    return account;
  };
  const auto finding = only_finding(with_contact(ContactRole::decision_maker, Attitude::critic));
  CHECK(finding.kind == FindingKind::decision_maker_critical);
  CHECK(finding.subjects == Strings{"Maren", "critic"});
  CHECK(finding.numbers.empty());
  CHECK(only_finding(with_contact(ContactRole::decision_maker, Attitude::opponent)).subjects ==
        Strings{"Maren", "opponent"});
  for (const auto attitude : {Attitude::champion, Attitude::supporter, Attitude::neutral})
    CHECK(codes(with_contact(ContactRole::decision_maker, attitude)).empty());
  CHECK(codes(with_contact(ContactRole::decision_maker, {})).empty());
  for (const auto role :
       {ContactRole::approver, ContactRole::evaluator, ContactRole::user, ContactRole::other})
    CHECK(codes(with_contact(role, Attitude::opponent)).empty());
}

TEST_CASE("findings: no-influential-contact") {
  const auto with_influences = [](std::vector<std::optional<double>> influences) {
    Account account = sound();
    for (const auto& influence : influences)
      account.contacts.push_back(contact(ContactRole::user, Attitude::neutral, influence));
    return account;
  };
  CHECK(codes(with_influences({})).empty());
  CHECK(codes(with_influences({4})).empty());  // 80 % of 5
  CHECK(codes(with_influences({1, std::nullopt, 4.5})).empty());
  const auto finding = only_finding(with_influences({3.99, 1}));
  CHECK(finding.kind == FindingKind::no_influential_contact);
  CHECK(finding.subjects.empty());
  CHECK(finding.numbers.empty());
  CHECK(codes(with_influences({std::nullopt})) == Strings{"no-influential-contact"});

  auto settings = sample::settings();
  settings.scale = 10;
  settings.thresholds.crosshair.fulfilment = 0;
  CHECK(codes(with_influences({8}), settings).empty());
  CHECK(codes(with_influences({7.9}), settings) == Strings{"no-influential-contact"});
}

TEST_CASE("findings: come in the header's order") {
  Account account = unknown_account();
  account.assessments = {assessment("2024-10-01", Perspective::own, {{"flexibility", 5, 5}}),
                         assessment("2024-10-01", Perspective::customer, {{"flexibility", 5, 1}})};
  account.actions = {{"Call", "", "", day("2026-01-01"), ActionStatus::open}};
  account.contacts = {contact(ContactRole::decision_maker, Attitude::critic, 1)};
  CHECK(codes(account) == Strings{"no-fixed-contact", "assessment-stale", "requirement-gap", "overdue-action",
                                  "own-view-too-rosy", "decision-maker-critical", "no-influential-contact"});
  account.assessments.pop_back();
  account.actions.clear();
  account.contacts.clear();
  CHECK(codes(account) == Strings{"no-fixed-contact", "customer-never-asked", "assessment-stale"});
}
