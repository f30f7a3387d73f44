#include <algorithm>

#include "sample.hpp"

using namespace kam;
using namespace kam::sample;

namespace {

bool is_open(const Account& account, std::string_view question, const Settings& settings = sample::settings(),
             Date as_of = kToday) {
  const auto open = score_account(account, settings, as_of).completeness.open;
  return std::ranges::find(open, question) != open.end();
}

// An account of which every question is answered.
Account well_known() {
  Account account = nordlicht();
  for (const auto& requirement : settings().requirements)
    account.assessments[0].ratings.push_back({requirement.id, {3, 3, {}, ""}});
  return account;
}

using Change = void (*)(Account&);
struct QuestionCase {
  std::string_view id;
  Change answer;  // on an account of which nothing is known
  Change forget;  // on one of which everything is
};

const QuestionCase kCases[] = {
    {"attractiveness_reasons",
     [](Account& a) {
       a.attractiveness = {{"reference", {0, ""}}};
     },
     [](Account& a) {
       a.attractiveness.clear();
       a.figures.clear();
     }},
    {"strategic_relevance",
     [](Account& a) {
       a.partnership = {{"strategic_relevance", {0, ""}}};
     },
     [](Account& a) { a.partnership[2].second.rating.reset(); }},
    {"unique_services", [](Account& a) { a.unique_services = {"x"}; },
     [](Account& a) { a.unique_services.clear(); }},
    {"collaboration_potential",
     [](Account& a) {
       a.partnership = {{"collaboration_potential", {1, ""}}};
     },
     [](Account& a) { a.partnership[0].second.rating.reset(); }},
    {"partner_acceptance",
     [](Account& a) {
       a.partnership = {{"partner_acceptance", {1, ""}}};
     },
     [](Account& a) { a.partnership.erase(a.partnership.begin() + 1); }},
    {"fixed_contact", [](Account& a) { a.manager = "Anna"; }, [](Account& a) { a.manager.clear(); }},
    {"collaboration_areas",
     [](Account& a) {
       a.collaboration = {{"sales", {0, {}, {}}}};
     },
     [](Account& a) { a.collaboration[0].second.intensity.reset(); }},
    {"collaboration_activities",
     [](Account& a) {
       a.collaboration = {{"sales", {1, {"fair"}, {}}}};
     },
     [](Account& a) { a.collaboration[0].second.activities.clear(); }},
    {"team_people",
     [](Account& a) {
       a.team = {{"Anna", "", "", {}, {}}};
     },
     [](Account& a) { a.team.clear(); }},
    {"team_tasks",
     [](Account& a) {
       a.team = {{"Anna", "", "", {"x"}, {}}};
     },
     [](Account& a) { a.team[0].tasks.clear(); }},
    {"team_unit",
     [](Account& a) {
       a.team = {{"Anna", "", "x", {}, {}}};
     },
     [](Account& a) { a.team[0].unit.clear(); }},
    {"team_authority",
     [](Account& a) {
       a.team = {{"Anna", "", "", {}, {"x"}}};
     },
     [](Account& a) { a.team[0].authority.clear(); }},
    {"customer_goals", [](Account& a) { a.customer_view.goals = {"x"}; },
     [](Account& a) { a.customer_view.goals.clear(); }},
    {"important_services", [](Account& a) { a.customer_view.important_services = {"x"}; },
     [](Account& a) { a.customer_view.important_services.clear(); }},
    {"market_strengths", [](Account& a) { a.customer_view.market_strengths = {"x"}; },
     [](Account& a) { a.customer_view.market_strengths.clear(); }},
    {"our_contribution", [](Account& a) { a.customer_view.our_contribution = "x"; },
     [](Account& a) { a.customer_view.our_contribution.clear(); }},
    {"requirements_rated",
     [](Account& a) {
       a.assessments = {assessment("2026-01-10", Perspective::own, {{"flexibility", 1, 1}})};
     },
     [](Account& a) {
       for (auto& entry : a.assessments)
         for (auto& [id, rating] : entry.ratings) rating.importance.reset();
     }},
    {"all_requirements_rated",
     [](Account& a) {
       a.assessments = {assessment("2026-01-10", Perspective::own, {})};
       for (const auto& requirement : settings().requirements)
         a.assessments[0].ratings.push_back({requirement.id, {1, 1, {}, ""}});
     },
     [](Account& a) { a.assessments[0].ratings.pop_back(); }},
    {"customer_asked",
     [](Account& a) { a.assessments = {assessment("2026-01-10", Perspective::customer, {})}; },
     [](Account& a) {
       for (auto& entry : a.assessments) entry.perspective = Perspective::own;
     }},
    {"potentials_named", [](Account& a) { a.potentials = {{}}; }, [](Account& a) { a.potentials.clear(); }},
    {"stakeholders_named", [](Account& a) { a.contacts = {{}}; }, [](Account& a) { a.contacts.clear(); }},
};

}  // namespace

TEST_CASE("completeness: the questions, in their order") {
  const std::vector<std::string_view> ids(question_ids().begin(), question_ids().end());
  std::vector<std::string_view> expected;
  for (const auto& question : kCases) expected.push_back(question.id);
  CHECK(ids == expected);
  CHECK(ids.size() == 21);
  const auto open = score_account(unknown_account(), settings(), kToday).completeness.open;
  CHECK(std::ranges::equal(open, expected));
}

TEST_CASE("completeness: everything known") {
  const auto completeness = score_account(well_known(), settings(), kToday).completeness;
  CHECK(completeness.score == 100.0);
  CHECK(completeness.answered == 21);
  CHECK(completeness.total == 21);
  CHECK(completeness.open.empty());
}

TEST_CASE("completeness: each question is answered and open for its own reason") {
  for (const auto& question : kCases) {
    CAPTURE(question.id);
    Account answered = unknown_account();
    question.answer(answered);
    CHECK_FALSE(is_open(answered, question.id));

    Account forgotten = well_known();
    question.forget(forgotten);
    CHECK(is_open(forgotten, question.id));
  }
}

TEST_CASE("completeness: one fact answers one question and no other") {
  for (const auto& question : kCases) {
    CAPTURE(question.id);
    Account account = unknown_account();
    question.answer(account);
    const auto completeness = score_account(account, settings(), kToday).completeness;
    // Some answers stand on others: a member of the team with a unit, an area with an activity.
    const bool stands_on_another = question.id == "collaboration_activities" || question.id == "team_tasks" ||
                                   question.id == "team_unit" || question.id == "team_authority" ||
                                   question.id == "all_requirements_rated";
    CHECK(completeness.answered == (stands_on_another ? 2 : 1));
    CHECK(known(completeness.score) == about(100.0 * completeness.answered / 21));
  }
}

TEST_CASE("completeness: a measured criterion is a reason, a figure behind no criterion is none") {
  CHECK_FALSE(is_open(account_with_revenue("a", 1), "attractiveness_reasons"));
  Account account = unknown_account();
  account.figures[2025].profit = 5;
  CHECK(is_open(account, "attractiveness_reasons"));
  account.attractiveness = {{"gone", {5, ""}}};
  CHECK(is_open(account, "attractiveness_reasons"));
}

TEST_CASE("completeness: a question on partnership asks for a rating of the account's own") {
  auto settings = sample::settings();
  settings.partnership[1].measure = Measure::revenue;
  settings.partnership[1].steps = {1};
  const auto account = account_with_revenue("a", 5);
  CHECK(score_account(account, settings, kToday).partnership.score == 100.0);
  CHECK(is_open(account, "partner_acceptance", settings));
}

TEST_CASE("completeness: every area with intensity names an activity") {
  Account account = unknown_account();
  account.collaboration = {
      {"logistics", {4, {"x"}, {}}}, {"sales", {0, {}, {}}}, {"marketing", {{}, {}, {}}}};
  CHECK_FALSE(is_open(account, "collaboration_activities"));
  account.collaboration[1].second.intensity = 0.5;
  CHECK(is_open(account, "collaboration_activities"));
  account.collaboration = {{"logistics", {0, {"x"}, {}}}};
  CHECK(is_open(account, "collaboration_activities"));
  account.collaboration = {{"logistics", {{}, {"x"}, {}}}};
  CHECK(is_open(account, "collaboration_activities"));
  account.collaboration = {{"gone", {5, {"x"}, {}}}};
  CHECK(is_open(account, "collaboration_activities"));
  CHECK(is_open(account, "collaboration_areas"));
}

TEST_CASE("completeness: every member of the team has it") {
  Account account = unknown_account();
  account.team = {{"Anna", "", "KAM", {"talk"}, {"discount"}}, {"Jonas", "", "", {}, {}}};
  CHECK_FALSE(is_open(account, "team_people"));
  for (const auto* question : {"team_tasks", "team_unit", "team_authority"})
    CHECK(is_open(account, question));
  account.team[1] = {"Jonas", "", "Logistics", {"stock"}, {"returns"}};
  for (const auto* question : {"team_tasks", "team_unit", "team_authority"})
    CHECK_FALSE(is_open(account, question));
}

TEST_CASE("completeness: requirements count in the headline perspective") {
  Account account = well_known();
  account.assessments[0].perspective = Perspective::own;  // all of them, as we see it
  account.assessments[1] = assessment("2026-09-15", Perspective::customer, {{"flexibility", 4, 3}});
  CHECK(is_open(account, "all_requirements_rated"));
  CHECK_FALSE(is_open(account, "all_requirements_rated", settings(), day("2026-09-14")));
  CHECK_FALSE(is_open(account, "requirements_rated"));
}

TEST_CASE("completeness: either value alone is no answer") {
  for (const auto& missing :
       {Given{"negotiation_competence", {}, 1}, Given{"negotiation_competence", 1, {}}}) {
    Account account = well_known();
    account.assessments[0].ratings.pop_back();
    account.assessments[0].ratings.push_back({missing.id, {missing.importance, missing.fulfilment, {}, ""}});
    CHECK(is_open(account, "all_requirements_rated"));
  }
}

TEST_CASE("completeness: the account's own requirements need not be rated, but may be") {
  Account account = unknown_account();
  account.requirements = {{"own", {}}};
  account.assessments = {assessment("2026-01-10", Perspective::customer, {{"own", 3, 3}})};
  CHECK_FALSE(is_open(account, "requirements_rated"));
  CHECK(is_open(account, "all_requirements_rated"));
  CHECK_FALSE(is_open(account, "all_requirements_rated", bare_settings()));  // no other to rate
  CHECK(is_open(unknown_account(), "all_requirements_rated", bare_settings()));
}

TEST_CASE("completeness: the customer is asked from the day of its assessment on") {
  Account account = unknown_account();
  account.assessments = {assessment("2026-05-05", Perspective::customer, {})};
  CHECK(is_open(account, "customer_asked", settings(), day("2026-05-04")));
  CHECK_FALSE(is_open(account, "customer_asked", settings(), day("2026-05-05")));
}
