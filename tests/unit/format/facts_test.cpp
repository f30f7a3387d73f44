#include "kam/format/facts.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>

#include "kam/disk/portfolio.hpp"
#include "kam/format/format.hpp"
#include "support/problem_lines.hpp"
#include "support/worked_example.hpp"

using namespace kam;

namespace {

Node tree_of(std::string_view text) {
  auto tree = parse_tree(text, "accounts/a.yaml");
  CHECK(problem_lines(tree.problems).empty());
  REQUIRE(tree.root.has_value());
  return *tree.root;
}

std::string edited(std::string_view text, const std::vector<Edit>& edits) {
  const auto result = apply_edits(text, edits, account_key_order(default_settings()));
  CHECK(result.refusal.empty());
  return result.text;
}

std::string recorded(std::string_view text, const Account& facts) {
  return edited(text, plan_facts(tree_of(text), {}, facts));
}

std::string updated(std::string_view text, const Account& facts) {
  const auto decoded = decode_account(text, "accounts/a.yaml", "a", default_settings());
  CHECK(problem_lines(decoded.problems).empty());
  return edited(text, plan_facts(tree_of(text), decoded.account, facts));
}

Account on(const char* day) {
  Account facts;
  facts.assessments.resize(1);
  facts.assessments[0].date = parse_date(day).value();
  return facts;
}

RequirementRating rated(std::optional<double> importance, std::optional<double> fulfilment) {
  return {importance, fulfilment, {}, {}};
}

constexpr std::string_view kBare = "kam: 1\nname: A\n";

}  // namespace

TEST_CASE("ratings of criteria, short and long") {
  auto recording = on("2026-11-24");
  recording.attractiveness = {{"reference", {4, {}}}, {"technology_partner", {2.5, {}}}, {"growth", {1, {}}}};
  recording.partnership = {{"partner_acceptance", {0, {}}}};
  CHECK(recorded(
            "kam: 1\nname: A\nattractiveness:\n  reference: 3   # why\n  technology_partner:\n    rating: 1\n"
            "    reason: R\npartnership:\n  partner_acceptance:\n",
            recording) ==
        "kam: 1\nname: A\nattractiveness:\n  growth: 1\n  reference: 4   # why\n  technology_partner:\n    "
        "rating: 2.5\n"
        "    reason: R\npartnership:\n  partner_acceptance: 0\n");
  CHECK(recorded("kam: 1\nname: A\nattractiveness: {technology_partner: {reason: R}}\n", recording) ==
        "kam: 1\nname: A\nattractiveness: {growth: 1, reference: 4, technology_partner: {rating: 2.5, "
        "reason: R}}\n"
        "partnership:\n  partner_acceptance: 0\n");
  CHECK(recorded(kBare, recording) ==
        "kam: 1\nname: A\nattractiveness:\n  growth: 1\n  reference: 4\n  technology_partner: "
        "2.5\npartnership:\n"
        "  partner_acceptance: 0\n");
}

TEST_CASE("a list's facts: what is equal is not touched") {
  constexpr std::string_view kFile =
      "kam: 1\nname: \"A  B \"\ncustomer_since: 2014\ntags:\n  - export   # since 2020\n  - far;shore\n"
      "attractiveness:\n  reference: {rating: 4, reason: R}\n  growth: 1\ncollaboration:\n  logistics: "
      "{intensity: 3}\n";
  Account facts;
  facts.name = "A B";
  facts.customer_since = 2014;
  facts.tags = {"shore", "export", "far"};
  facts.attractiveness = {{"reference", {4, {}}}, {"growth", {1, {}}}};
  facts.collaboration = {{"logistics", {3, {}, {}}}};
  CHECK(updated(kFile, facts) == kFile);
  facts.customer_since = 2015;
  facts.tags = {"far", "shore", "key"};
  facts.attractiveness = {{"reference", {5, {}}}, {"growth", {1, {}}}};
  facts.partnership = {{"partner_acceptance", {2, {}}}};
  facts.collaboration = {{"logistics", {3, {}, {}}}, {"sales", {1, {}, {}}}};
  CHECK(updated(kFile, facts) ==
        "kam: 1\nname: \"A  B \"\ncustomer_since: 2015\ntags:\n  - far;shore\n  - key\n"
        "attractiveness:\n  reference: {rating: 5, reason: R}\n  growth: 1\npartnership:\n  "
        "partner_acceptance: 2\ncollaboration:\n  logistics: {intensity: 3}\n  sales:\n    intensity: 1\n");
  CHECK(updated("kam: 1\nname: A\n", facts) ==
        "kam: 1\nname: A B\ncustomer_since: 2015\ntags: [far, shore, key]\nattractiveness:\n  growth: 1\n  "
        "reference: 5\npartnership:\n  partner_acceptance: 2\ncollaboration:\n  logistics:\n    intensity: "
        "3\n  sales:\n    intensity: 1\n");
}

TEST_CASE("a new file holds all facts of a list") {
  Account facts;
  facts.name = "A";
  facts.customer_since = 2014;
  facts.tags = {"export", "a, b"};
  facts.attractiveness = {{"reference", {4.5, {}}}};
  facts.partnership = {{"partner_acceptance", {2, {}}}};
  facts.collaboration = {{"logistics", {3, {}, {}}}};
  const auto file = new_account_file(facts, "");
  CHECK(file ==
        "kam: 1\nname: A\ncustomer_since: 2014\ntags: [export, \"a, b\"]\nattractiveness:\n  reference: "
        "4.5\npartnership:\n  partner_acceptance: 2\ncollaboration:\n  logistics:\n    intensity: 3\n");
  CHECK(updated(file, facts) == file);
}

TEST_CASE("a list's contacts: new ones are appended, others changed where they differ") {
  constexpr std::string_view kFile =
      "kam: 1\nname: A\ncontacts:\n  - name: Dr. Maren Petersen   # seit 2020\n    title: 'Leiterin  "
      "Einkauf'\n"
      "    influence: 5\n  - {name: Jonas Weber}\nnotes: x\n";
  const auto decoded = decode_account(kFile, "accounts/a.yaml", "a", default_settings());
  Contact petersen;
  petersen.name = "Maren Petersen";
  petersen.title = "Leiterin Einkauf";
  petersen.influence = 5;
  CHECK(plan_contact_facts(decoded.account, {{0, petersen}}).empty());
  petersen.influence = 4;
  petersen.role = ContactRole::decision_maker;
  Contact weber;
  weber.name = "Jonas Weber";
  weber.attitude = Attitude::critic;
  Contact li;
  li.name = "Li Wu";
  li.title = "CEO";
  li.owner = "Anna Schmidt";
  CHECK(edited(kFile, plan_contact_facts(decoded.account, {{0, petersen}, {1, weber}, {{}, li}})) ==
        "kam: 1\nname: A\ncontacts:\n  - name: Dr. Maren Petersen   # seit 2020\n    title: 'Leiterin  "
        "Einkauf'\n"
        "    role: decision_maker\n    influence: 4\n  - {name: Jonas Weber, attitude: critic}\n  - {name: "
        "Li Wu, "
        "title: CEO, owner: Anna Schmidt}\nnotes: x\n");
  CHECK(edited(kBare, plan_contact_facts({}, {{{}, li}})) ==
        "kam: 1\nname: A\ncontacts:\n  - name: Li Wu\n    title: CEO\n    owner: Anna Schmidt\n");
}

TEST_CASE("an area's intensity") {
  auto recording = on("2026-11-24");
  recording.collaboration = {{"logistics", {3, {}, {}}}, {"sales", {4.5, {}, {}}}};
  CHECK(recorded(
            "kam: 1\nname: A\ncollaboration:\n  logistics:\n    activities: [a]\n  sales: {intensity: 1}\n",
            recording) ==
        "kam: 1\nname: A\ncollaboration:\n  logistics:\n    intensity: 3\n    activities: [a]\n  sales: "
        "{intensity: "
        "4.5}\n");
  CHECK(recorded(kBare, recording) ==
        "kam: 1\nname: A\ncollaboration:\n  logistics:\n    intensity: 3\n  sales:\n    intensity: 4.5\n");
}

TEST_CASE("a new assessment at the list's end") {
  auto recording = on("2026-11-24");
  auto& assessment = recording.assessments[0];
  assessment.perspective = Perspective::own;
  assessment.source = "Messe";
  assessment.by = "Jonas Weber";
  assessment.ratings = {
      {"flexibility", rated(4, 3)}, {"proven_quality", rated({}, 2)}, {"delivery_on_time", rated(5, {})}};
  const std::string added =
      "  - date: 2026-11-24\n    perspective: own\n    source: Messe\n    by: Jonas Weber\n    ratings:\n"
      "      flexibility: {importance: 4, fulfilment: 3}\n      proven_quality: {fulfilment: 2}\n"
      "      delivery_on_time: {importance: 5}\n";
  CHECK(recorded(kBare, recording) == "kam: 1\nname: A\nassessments:\n" + added);
  const std::string other =
      "kam: 1\nname: A\nassessments:\n  - date: 2026-11-24\n    perspective: own\n    source: Besuch\n"
      "    ratings: {flexibility: {importance: 1}}\n";
  CHECK(recorded(other, recording) == other + added);
}

TEST_CASE("a recording that says no more leaves the rest out") {
  auto recording = on("2026-11-24");
  auto& assessment = recording.assessments[0];
  assessment.ratings = {{"flexibility", rated({}, 3)}};
  CHECK(recorded(kBare, recording) ==
        "kam: 1\nname: A\nassessments:\n  - date: 2026-11-24\n    perspective: customer\n    ratings:\n"
        "      flexibility: {fulfilment: 3}\n");
}

TEST_CASE("one date, perspective and source are one assessment: the last such") {
  const std::string before =
      "kam: 1\nname: A\nassessments:\n"
      "  - date: 2026-03-31\n    perspective: customer\n    source: S\n    ratings:\n      flexibility: "
      "{importance: 1}\n"
      "  - date: 2026-03-31\n    perspective: customer\n    source: S   # the talk\n    ratings:\n"
      "      proven_quality:\n        fulfilment: 1\n      flexibility: {importance: 4, fulfilment: 2, "
      "note: N}\n"
      "  - date: 2026-03-31\n    perspective: customer\n    ratings:\n      flexibility: {importance: 3}\n";
  auto recording = on("2026-03-31");
  auto& assessment = recording.assessments[0];
  assessment.source = "S";
  assessment.ratings = {
      {"flexibility", rated({}, 3)}, {"proven_quality", rated(5, 4)}, {"delivered_quality", rated(5, 5)}};
  CHECK(
      recorded(before, recording) ==
      "kam: 1\nname: A\nassessments:\n"
      "  - date: 2026-03-31\n    perspective: customer\n    source: S\n    ratings:\n      flexibility: "
      "{importance: 1}\n"
      "  - date: 2026-03-31\n    perspective: customer\n    source: S   # the talk\n    ratings:\n"
      "      delivered_quality: {importance: 5, fulfilment: 5}\n"
      "      proven_quality:\n        importance: 5\n        fulfilment: 4\n"
      "      flexibility: {importance: 4, fulfilment: 3, note: N}\n"
      "  - date: 2026-03-31\n    perspective: customer\n    ratings:\n      flexibility: {importance: 3}\n");
  assessment.source = "";
  assessment.ratings = {{"flexibility", rated(2, {})}};
  CHECK(recorded(before, recording).ends_with("ratings:\n      flexibility: {importance: 2}\n"));
  assessment.perspective = Perspective::own;
  CHECK(recorded(before, recording) ==
        before +
            "  - date: 2026-03-31\n    perspective: own\n    ratings:\n      flexibility: {importance: 2}\n");
  assessment.perspective = Perspective::customer;
  assessment.date = parse_date("2026-04-01").value();
  CHECK(recorded(before, recording) == before +
                                           "  - date: 2026-04-01\n    perspective: customer\n    ratings:\n  "
                                           "    flexibility: {importance: 2}\n");
}

TEST_CASE("an assessment without ratings gets them, and who asked is noted") {
  auto recording = on("2026-03-31");
  auto& assessment = recording.assessments[0];
  assessment.by = "Anna";
  assessment.ratings = {{"flexibility", rated(4, 3)}};
  for (const std::string ratings : {"", "    ratings:\n", "    ratings: {}\n"}) {
    CAPTURE(ratings);
    CHECK(
        recorded("kam: 1\nname: A\nassessments:\n  - date: 2026-03-31\n    perspective: customer\n" + ratings,
                 recording) ==
        "kam: 1\nname: A\nassessments:\n  - date: 2026-03-31\n    perspective: customer\n    by: Anna\n    "
        "ratings:\n"
        "      flexibility: {importance: 4, fulfilment: 3}\n");
  }
  CHECK(recorded("kam: 1\nname: A\nassessments: [{date: 2026-03-31, perspective: customer, ratings: "
                 "{flexibility: ~}}]\n",
                 recording) ==
        "kam: 1\nname: A\nassessments: [{date: 2026-03-31, perspective: customer, by: Anna, ratings: "
        "{flexibility: "
        "{importance: 4, fulfilment: 3}}}]\n");
}

TEST_CASE("nothing said is nothing recorded") {
  auto recording = on("2026-03-31");
  CHECK(plan_facts(tree_of(kBare), {}, recording).empty());
  recording.assessments[0].ratings = {{"flexibility", rated(5, 2)}, {"proven_quality", rated({}, {})}};
  CHECK(recorded(kBare, recording) ==
        "kam: 1\nname: A\nassessments:\n  - date: 2026-03-31\n    perspective: customer\n    ratings:\n"
        "      flexibility: {importance: 5, fulfilment: 2}\n");
  recording.assessments[0].ratings = {{"proven_quality", rated({}, {})}};
  CHECK(plan_facts(tree_of(kBare), {}, recording).empty());
}

TEST_CASE("recording the same again changes nothing") {
  auto recording = on("2026-03-31");
  auto& assessment = recording.assessments[0];
  assessment.source = "Jahresgespräch 2026";
  assessment.by = "Anna Schmidt";
  assessment.ratings = {{"delivered_quality", rated(5, 4)}, {"flexibility", rated(4, 2)}};
  recording.attractiveness = {{"technology_partner", {3, {}}}, {"reference", {4, {}}}};
  recording.collaboration = {{"logistics", {4, {}, {}}}};
  CHECK(recorded(kWorkedAccount, recording) == kWorkedAccount);
}

TEST_CASE("a new account's file") {
  Account facts;
  facts.name = "Nordlicht";
  CHECK(new_account_file(facts, "") == "kam: 1\nname: Nordlicht\n");
  CHECK(new_account_file(facts, "\n# Why?\n#attractiveness:\n") ==
        "kam: 1\nname: Nordlicht\n\n# Why?\n#attractiveness:\n");
  facts.name = "Nr: 1";
  facts.status = Status::key_account;
  facts.industry = "NO";
  facts.manager = "Anna Schmidt";
  facts.external_id = "10023";
  facts.figures[2025].revenue = 1240000;
  facts.figures[2025].contribution_margin = -0.5;
  facts.figures[2024].revenue_plan = 3;
  facts.figures[2024].purchasing_volume = 2;
  facts.figures[2024].profit = 1;
  facts.figures[2023] = {};
  const auto file = new_account_file(facts, "");
  CHECK(file ==
        "kam: 1\nname: \"Nr: 1\"\nstatus: key_account\nindustry: \"NO\"\nmanager: Anna Schmidt\nexternal_id: "
        "\"10023\"\n"
        "figures:\n  2024: {profit: 1, purchasing_volume: 2, revenue_plan: 3}\n"
        "  2025: {revenue: 1240000, contribution_margin: -0.5}\n");
  const auto decoded = decode_account(file, "accounts/a.yaml", "a", default_settings());
  CHECK(decoded.problems.empty());
  CHECK(decoded.account.name == "Nr: 1");
  CHECK(decoded.account.external_id == "10023");
  CHECK(decoded.account.figures.at(2024) == facts.figures[2024]);
  CHECK(decoded.account.figures.at(2025) == facts.figures[2025]);
}

TEST_CASE("figures without a value make no section") {
  Account facts;
  facts.name = "A";
  facts.figures[2025] = {};
  CHECK(new_account_file(facts, "") == "kam: 1\nname: A\n");
  CHECK(updated(kBare, facts) == kBare);
}

TEST_CASE("an update writes what is new and touches nothing else") {
  Account facts;
  facts.name = "B";
  facts.status = Status::former;
  facts.industry = "Bahn";
  facts.manager = "Anna";
  facts.external_id = "007";
  facts.figures[2025].revenue = 5;
  facts.figures[2025].contribution_margin = 2;
  CHECK(updated(kBare, facts) ==
        "kam: 1\nname: B\nstatus: former\nindustry: Bahn\nmanager: Anna\nexternal_id: \"007\"\nfigures:\n"
        "  2025: {revenue: 5, contribution_margin: 2}\n");
  const std::string there =
      "kam: 1\nname: B   # new\nstatus: former\nindustry: Bahn\nmanager: Anna\nexternal_id: '007'\nfigures:\n"
      "  2024: {revenue: 4}\n  2025: {revenue: 5.0, contribution_margin: 2}  # audited\n";
  CHECK(updated(there, facts) == there);
  facts.figures[2025].revenue = 6;
  facts.figures[2026].profit = -1;
  CHECK(
      updated(there, facts) ==
      "kam: 1\nname: B   # new\nstatus: former\nindustry: Bahn\nmanager: Anna\nexternal_id: '007'\nfigures:\n"
      "  2024: {revenue: 4}\n  2025: {revenue: 6, contribution_margin: 2}  # audited\n  2026: {profit: "
      "-1}\n");
}

TEST_CASE("an update takes nothing away") {
  Account nothing;
  CHECK(updated(kWorkedAccount, nothing) == kWorkedAccount);
  nothing.figures[2025] = {};
  CHECK(updated(kWorkedAccount, nothing) == kWorkedAccount);
}

TEST_CASE("figures go where none were") {
  Account facts;
  facts.figures[2025].revenue = 5;
  facts.figures[2024].revenue = 4;
  const std::string after = "kam: 1\nname: A\nfigures:\n  2024: {revenue: 4}\n  2025: {revenue: 5}\n";
  CHECK(updated(kBare, facts) == after);
  CHECK(updated("kam: 1\nname: A\nfigures:\n", facts) == after);
  CHECK(updated("kam: 1\nname: A\nfigures:\n  2024: {revenue: 4}\n  2025:\n", facts) == after);
  CHECK(updated("kam: 1\nname: A\nfigures: {2024: {revenue: 4}, 2025: ~}\n", facts) ==
        "kam: 1\nname: A\nfigures: {2024: {revenue: 4}, 2025: {revenue: 5}}\n");
  CHECK(updated("kam: 1\nname: A\nfigures: {}\n", facts)
            .ends_with("2024: {revenue: 4}\n  2025: {revenue: 5}\n"));
}

TEST_CASE("a new file names every figure that the format has") {
  Account facts;
  facts.name = "A";
  facts.figures[2025] = {1, 2, 3, 4, 5};
  const auto root = tree_of(new_account_file(facts, ""));
  const Node* year = root.find("figures")->find("2025");
  REQUIRE(year != nullptr);
  std::vector<std::string_view> keys;
  for (const auto& [key, value] : year->entries) keys.emplace_back(key.value);
  CHECK(keys == keys_of(*find_field(account_format(), "figures")->shape.record));
}
