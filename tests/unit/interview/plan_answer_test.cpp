#include "interview/plan_answer.hpp"

#include <doctest/doctest.h>

#include "kam/disk/portfolio.hpp"
#include "room.hpp"

using namespace kam;

namespace {

const std::string kHead = "kam: 1\nname: Nordlicht\n";

// The file behind its head, with the answer in it.
std::string filled(const std::string& body, const Fact& fact, AnswerKind kind, const Answer& answer) {
  const auto text = kHead + body;
  const auto parsed = parse_tree(text, "x");
  REQUIRE(parsed.root);
  Assessment assessment;
  assessment.date = Date{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{24}};
  assessment.source = "Jahresgespräch";
  assessment.perspective = parse_id<Perspective>(fact.group).value_or(Perspective::customer);
  const auto edits = plan_answer(*parsed.root, fact, kind, answer, assessment);
  const auto result = apply_edits(text, edits, account_key_order(room::settings()));
  CHECK(result.refusal.empty());
  return result.text.substr(kHead.size());
}

struct Row {
  const char* before;
  Fact fact;
  AnswerKind kind;
  Answer answer;
  const char* after;
};

void check(const std::vector<Row>& rows) {
  for (const auto& row : rows) {
    CAPTURE(row.before);
    CHECK(filled(row.before, row.fact, row.kind, row.answer) == row.after);
  }
}

}  // namespace

TEST_CASE("ratings are written short, with a reason long, and cleared by taking the key away") {
  const Fact fact{Topic::attractiveness, {}, "reference", {}};
  const auto kind = AnswerKind::rating;
  check({
      {"", fact, kind, {.number = 4}, "attractiveness:\n  reference: 4\n"},
      {"",
       fact,
       kind,
       {.number = 4, .text = "Messe"},
       "attractiveness:\n  reference: {rating: 4, reason: Messe}\n"},
      {"attractiveness: {reference: 3} # x\n",
       fact,
       kind,
       {.number = 3.5},
       "attractiveness: {reference: 3.5} # x\n"},
      {"attractiveness:\n  reference: 3 # x\n",
       fact,
       kind,
       {.number = 4, .text = "a: b"},
       "attractiveness:\n  reference: {rating: 4, reason: \"a: b\"} # x\n"},
      {"attractiveness:\n  reference:\n    rating: 3\n    reason: Messe\n",
       fact,
       kind,
       {.number = 4, .text = "Messe"},
       "attractiveness:\n  reference:\n    rating: 4\n    reason: Messe\n"},
      {"attractiveness:\n  reference: {rating: 3}\n",
       fact,
       kind,
       {.number = 4, .text = "Messe"},
       "attractiveness:\n  reference: {rating: 4, reason: Messe}\n"},
      {"attractiveness:\n  reference: 3\n  growth: 2\n", fact, kind, {}, "attractiveness:\n  growth: 2\n"},
      {"", fact, kind, {}, ""},
  });
}

TEST_CASE("texts, numbers and days stand where the format has them") {
  const std::string potential =
      "potentials:\n  - title: Service\n    kind: new_offerings\n    status: open\n";
  const auto of = [](const char* field) { return Fact{Topic::potential, "new_offerings", "Service", field}; };
  const Date due{std::chrono::year{2027}, std::chrono::month{6}, std::chrono::day{30}};
  const std::string value = potential, by = "actions:\n  - title: EDI\n";
  check({
      {"", {Topic::manager}, AnswerKind::text, {.text = "Anna Schmidt"}, "manager: Anna Schmidt\n"},
      {"manager: 'A. B.' # x\n", {Topic::manager}, AnswerKind::text, {.text = "Yes"}, "manager: 'Yes' # x\n"},
      {"manager: A\n", {Topic::manager}, AnswerKind::text, {}, ""},
      {"",
       {Topic::area, {}, "logistics", "intensity"},
       AnswerKind::plain_rating,
       {.number = 4},
       "collaboration:\n  logistics:\n    intensity: 4\n"},
      {"",
       {Topic::customer_view, {}, {}, "our_contribution"},
       AnswerKind::text,
       {.text = "Tempo"},
       "customer_view:\n  our_contribution: Tempo\n"},
      {potential.c_str(),
       of("value"),
       AnswerKind::money,
       {.number = 250000},
       "potentials:\n  - title: Service\n    kind: new_offerings\n    value: 250000\n    status: open\n"},
      {potential.c_str(),
       of("due"),
       AnswerKind::date,
       {.date = due},
       "potentials:\n  - title: Service\n    kind: new_offerings\n    status: open\n    due: 2027-06-30\n"},
      {potential.c_str(),
       {Topic::potential, "new_offerings", "Fehlt", "owner"},
       AnswerKind::text,
       {.text = "A"},
       potential.c_str()},
      {by.c_str(),
       {Topic::action, {}, "EDI", "requirement"},
       AnswerKind::requirement,
       {.text = "flexibility"},
       "actions:\n  - title: EDI\n    requirement: flexibility\n"},
  });
}

TEST_CASE("lists grow at their end and lose single items") {
  const Fact fact{Topic::unique_services};
  const auto kind = AnswerKind::list;
  check({
      {"", fact, kind, {.items = {"A", "B: c"}}, "unique_services:\n  - A\n  - \"B: c\"\n"},
      {"unique_services: []\n", fact, kind, {.items = {"A"}}, "unique_services:\n  - A\n"},
      {"unique_services: [A, B]\n", fact, kind, {.items = {"A", "B", "C"}}, "unique_services: [A, B, C]\n"},
      {"unique_services:\n- A\n- B # x\n- C\n",
       fact,
       kind,
       {.items = {"A", "C", "D"}},
       "unique_services:\n- A\n- C\n- D\n"},
      {"unique_services:\n- A\n", fact, kind, {.items = {"B"}}, "unique_services:\n  - B\n"},
      {"unique_services: [A, B]\nnotes: x\n", fact, kind, {}, "notes: x\n"},
  });
}

TEST_CASE("names make and remove records; what is closed or of another kind stays") {
  const Fact team{Topic::team};
  const Fact contacts{Topic::contacts};
  const Fact potentials{Topic::potentials, "new_offerings", {}, {}};
  const Fact actions{Topic::actions};
  const auto kind = AnswerKind::names;
  check({
      {"", team, kind, {.items = {"Anna", "Ben"}}, "team:\n  - name: Anna\n  - name: Ben\n"},
      {"team:\n  - name: Anna\n    role: KAM\n  - {name: Ben}\n",
       team,
       kind,
       {.items = {"Ben"}},
       "team:\n  - {name: Ben}\n"},
      {"team:\n  - name: Anna\n", team, kind, {}, ""},
      {"", contacts, kind, {.items = {"Weber"}}, "contacts:\n  - name: Weber\n"},
      {"contacts:\n  - name: Weber\n",
       {Topic::contact, {}, "Weber", "role"},
       AnswerKind::contact_role,
       {.text = "user"},
       "contacts:\n  - name: Weber\n    role: user\n"},
      {"contacts:\n  - {name: Weber, attitude: critic}\n",
       {Topic::contact, {}, "Weber", "attitude"},
       AnswerKind::attitude,
       {},
       "contacts:\n  - {name: Weber}\n"},
      {"",
       potentials,
       kind,
       {.items = {"Service"}},
       "potentials:\n  - title: Service\n    kind: new_offerings\n    status: open\n"},
      {"potentials:\n  - {title: A, kind: new_offerings, status: won}\n  - {title: B, kind: joint_strategy}\n"
       "  - {title: C, kind: new_offerings}\n",
       potentials,
       kind,
       {},
       "potentials:\n  - {title: A, kind: new_offerings, status: won}\n  - {title: B, kind: "
       "joint_strategy}\n"},
      {"actions:\n  - {title: A, status: done}\n  - {title: B}\n",
       actions,
       kind,
       {.items = {"C"}},
       "actions:\n  - {title: A, status: done}\n  - {title: C, status: open}\n"},
  });
}

TEST_CASE("ratings of requirements go into the assessment of the day, and out of it again") {
  const Fact fact{Topic::requirement, "customer", "flexibility", {}};
  const auto kind = AnswerKind::pair;
  const std::string there =
      "assessments:\n  - date: 2026-11-24\n    perspective: customer\n    source: Jahresgespräch\n    "
      "ratings:\n"
      "      flexibility: {importance: 4, fulfilment: 2}\n";
  check({
      {"",
       fact,
       kind,
       {.number = 5, .second = 4},
       "assessments:\n  - date: 2026-11-24\n    perspective: customer\n    source: Jahresgespräch\n    "
       "ratings:\n"
       "      flexibility: {importance: 5, fulfilment: 4}\n"},
      {there.c_str(),
       fact,
       kind,
       {.second = 3},
       "assessments:\n  - date: 2026-11-24\n    perspective: customer\n    source: Jahresgespräch\n    "
       "ratings:\n"
       "      flexibility: {importance: 4, fulfilment: 3}\n"},
      {there.c_str(),
       fact,
       kind,
       {},
       "assessments:\n  - date: 2026-11-24\n    perspective: customer\n    source: Jahresgespräch\n    "
       "ratings: {}\n"},
      {there.c_str(), {Topic::requirement, "own", "flexibility", {}}, kind, {}, there.c_str()},
  });
}
