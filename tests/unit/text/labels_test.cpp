#include "kam/text/labels.hpp"

#include <doctest/doctest.h>

#include <array>
#include <set>
#include <string>
#include <vector>

#include "text/label_table.hpp"

namespace kam {

namespace {

constexpr std::array kBoth{Language::en, Language::de};

template <class Enum>
void check_enum(Vocabulary vocabulary) {
  for (const auto language : kBoth) {
    std::set<std::string_view> labels;
    for (const auto id : ids_of<Enum>()) {
      CAPTURE(id);
      const auto label = label_of(*parse_id<Enum>(id), language);
      CHECK_FALSE(label.empty());
      CHECK(label == find_label(vocabulary, id, language));
      CHECK_MESSAGE(labels.insert(label).second, "two values are called alike");
    }
  }
}

template <class Entries>
void check_catalogue(Vocabulary vocabulary, const Entries& entries) {
  CHECK_FALSE(entries.empty());
  for (const auto& entry : entries)
    for (const auto language : kBoth) {
      CAPTURE(entry.id);
      CHECK_FALSE(find_label(vocabulary, entry.id, language).empty());
      const std::string question(entry_question(vocabulary, entry.id, language));
      REQUIRE_FALSE(question.empty());
      CHECK(question.back() == '?');
    }
}

}  // namespace

TEST_CASE("every value of an enum has a label of its own") {
  check_enum<Status>(Vocabulary::status);
  check_enum<Qualification>(Vocabulary::qualification);
  check_enum<MatrixQuadrant>(Vocabulary::matrix_quadrant);
  check_enum<ImportanceQuadrant>(Vocabulary::importance_quadrant);
  check_enum<Perspective>(Vocabulary::perspective);
  check_enum<Attitude>(Vocabulary::attitude);
  check_enum<ContactRole>(Vocabulary::contact_role);
  check_enum<PotentialStatus>(Vocabulary::potential_status);
  check_enum<ActionStatus>(Vocabulary::action_status);
  check_enum<AgendaKind>(Vocabulary::agenda_kind);
  check_enum<Measure>(Vocabulary::measure);
}

TEST_CASE("every built-in catalogue entry has a label and a question") {
  const auto settings = default_settings();
  check_catalogue(Vocabulary::attractiveness, settings.attractiveness);
  check_catalogue(Vocabulary::partnership, settings.partnership);
  check_catalogue(Vocabulary::collaboration, settings.collaboration);
  check_catalogue(Vocabulary::requirement, settings.requirements);
  check_catalogue(Vocabulary::potential, settings.potentials);
}

TEST_CASE("the tables hold the built-in entries in the order of kam.yaml") {
  const auto settings = default_settings();
  const auto same = [](const auto& entries, label_table::Table table) {
    REQUIRE(entries.size() == table.size());
    for (std::size_t i = 0; i < table.size(); ++i) CHECK(entries[i].id == table[i].id);
  };
  same(settings.attractiveness, label_table::attractiveness());
  same(settings.partnership, label_table::partnership());
  same(settings.collaboration, label_table::collaboration());
  same(settings.requirements, label_table::requirements());
  same(settings.potentials, label_table::potentials());
  same(settings.attractiveness, label_table::attractiveness_questions());
  same(settings.partnership, label_table::partnership_questions());
  same(settings.collaboration, label_table::collaboration_questions());
  same(settings.requirements, label_table::requirement_questions());
  same(settings.potentials, label_table::potential_questions());
}

TEST_CASE("every column of the inventory has a title") {
  const std::vector<std::string> columns{"rank",
                                         "id",
                                         "name",
                                         "status",
                                         "manager",
                                         "industry",
                                         "external_id",
                                         "tags",
                                         "revenue_year",
                                         "revenue",
                                         "revenue_share",
                                         "abc",
                                         "revenue_growth",
                                         "contribution_margin",
                                         "share_of_wallet",
                                         "attractiveness",
                                         "attractiveness_coverage",
                                         "partnership",
                                         "partnership_coverage",
                                         "qualification",
                                         "fulfilment",
                                         "fulfilment_coverage",
                                         "perspective",
                                         "perception_gap",
                                         "collaboration",
                                         "quadrant",
                                         "completeness",
                                         "last_assessed",
                                         "stale",
                                         "top_gap",
                                         "open_actions",
                                         "overdue_actions",
                                         "expected_value",
                                         "white_space"};
  const auto fields = label_table::fields();
  REQUIRE(fields.size() > columns.size());
  for (std::size_t i = 0; i < columns.size(); ++i) {
    CHECK(fields[i].id == columns[i]);
    for (const auto language : kBoth)
      CHECK_FALSE(find_label(Vocabulary::field, columns[i], language).empty());
  }
}

TEST_CASE("every key of an account has a label") {
  for (const auto* key : {"name",
                          "status",
                          "industry",
                          "manager",
                          "customer_since",
                          "external_id",
                          "tags",
                          "figures",
                          "revenue",
                          "profit",
                          "contribution_margin",
                          "purchasing_volume",
                          "revenue_plan",
                          "attractiveness",
                          "partnership",
                          "unique_services",
                          "collaboration",
                          "intensity",
                          "activities",
                          "people",
                          "team",
                          "role",
                          "unit",
                          "tasks",
                          "authority",
                          "contacts",
                          "influence",
                          "attitude",
                          "owner",
                          "customer_view",
                          "goals",
                          "important_services",
                          "market_strengths",
                          "our_contribution",
                          "requirements",
                          "assessments",
                          "date",
                          "perspective",
                          "source",
                          "by",
                          "ratings",
                          "importance",
                          "fulfilment",
                          "best_competitor",
                          "note",
                          "offerings",
                          "current",
                          "potential",
                          "competitor",
                          "potentials",
                          "title",
                          "kind",
                          "value",
                          "probability",
                          "due",
                          "objectives",
                          "measure",
                          "target",
                          "year",
                          "actions",
                          "requirement",
                          "swot",
                          "strengths",
                          "weaknesses",
                          "opportunities",
                          "threats",
                          "notes"}) {
    CAPTURE(key);
    for (const auto language : kBoth) CHECK_FALSE(find_label(Vocabulary::field, key, language).empty());
  }
}

TEST_CASE("words of both languages stand in their own column") {
  CHECK(find_label(Vocabulary::field, "lost_points", Language::de) == "Punktverlust");
  CHECK(find_label(Vocabulary::field, "lost_points", Language::en) == "Points lost");
  CHECK(find_label(Vocabulary::measure, "share_of_wallet", Language::de) == "Lieferanteil");
  CHECK(find_label(Vocabulary::requirement, "delivery_on_time", Language::en) == "Delivers on time");
  CHECK(find_label(Vocabulary::requirement, "delivery_on_time", Language::de) == "Liefert pünktlich");
  CHECK(find_label(Vocabulary::attractiveness, "revenue", Language::de) == "Umsatz mit uns");
  CHECK(find_label(Vocabulary::field, "revenue", Language::de) == "Umsatz");
  CHECK(find_label(Vocabulary::partnership, "partner_acceptance", Language::en) ==
        "How far does it accept us as a partner?");
  CHECK(find_label(Vocabulary::collaboration, "sales", Language::de) == "Vertrieb");
  CHECK(find_label(Vocabulary::potential, "process_optimisation", Language::en) == "Better processes");
  CHECK(label_of(Status::key_account, Language::de) == "Schlüsselkunde");
  CHECK(label_of(Qualification::regular, Language::en) == "Regular customer");
  CHECK(label_of(MatrixQuadrant::status, Language::de) == "Ertragskunde");
  CHECK(label_of(ImportanceQuadrant::keep_up, Language::de) == "Stärke halten");
  CHECK(label_of(Perspective::own, Language::de) == "Eigensicht");
  CHECK(label_of(Attitude::champion, Language::de) == "Fürsprecher");
  CHECK(label_of(ContactRole::decision_maker, Language::en) == "Decision maker");
  CHECK(label_of(PotentialStatus::won, Language::de) == "Gewonnen");
  CHECK(label_of(ActionStatus::done, Language::de) == "Erledigt");
  CHECK(label_of(Measure::revenue, Language::en) == "Revenue");
}

TEST_CASE("an id that a vocabulary lacks has no label") {
  for (const auto language : kBoth) {
    CHECK(find_label(Vocabulary::field, "no_such", language).empty());
    CHECK(find_label(Vocabulary::requirement, "", language).empty());
    CHECK(find_label(Vocabulary::status, "open", language).empty());
    CHECK_MESSAGE(find_label(Vocabulary::measure, "rank", language).empty(), "a field, but no measure");
    CHECK(entry_question(Vocabulary::requirement, "no_such", language).empty());
    CHECK(entry_question(Vocabulary::status, "prospect", language).empty());
    CHECK(question_text("no_such", language).empty());
  }
}

TEST_CASE("an entry's label: own language, any, other language, built-in, id") {
  const std::string id = "reference";
  const auto label = [&](const OwnLabel& own, Language language) {
    return entry_label(Vocabulary::attractiveness, id, own, language);
  };
  CHECK(label({"any", "deutsch", "english"}, Language::de) == "deutsch");
  CHECK(label({"any", "deutsch", "english"}, Language::en) == "english");
  CHECK(label({"any", "", "english"}, Language::de) == "any");
  CHECK(label({"any", "deutsch", ""}, Language::en) == "any");
  CHECK(label({"", "", "english"}, Language::de) == "english");
  CHECK(label({"", "deutsch", ""}, Language::en) == "deutsch");
  CHECK(label({}, Language::de) == "Wert als Referenz");
  CHECK(label({}, Language::en) == "Value as a reference");
  CHECK(entry_label(Vocabulary::attractiveness, "own_criterion", {}, Language::de) == "own_criterion");
  CHECK(entry_label(Vocabulary::requirement, "reference", {}, Language::de) == "reference");
}

TEST_CASE("the handbook asks 21 questions in both languages") {
  const std::vector<std::string> ids{"attractiveness_reasons",
                                     "strategic_relevance",
                                     "unique_services",
                                     "collaboration_potential",
                                     "partner_acceptance",
                                     "fixed_contact",
                                     "collaboration_areas",
                                     "collaboration_activities",
                                     "team_people",
                                     "team_tasks",
                                     "team_unit",
                                     "team_authority",
                                     "customer_goals",
                                     "important_services",
                                     "market_strengths",
                                     "our_contribution",
                                     "requirements_rated",
                                     "all_requirements_rated",
                                     "customer_asked",
                                     "potentials_named",
                                     "stakeholders_named"};
  const auto questions = label_table::questions();
  REQUIRE(questions.size() == ids.size());
  for (std::size_t i = 0; i < ids.size(); ++i) {
    CHECK(questions[i].id == ids[i]);
    CHECK(question_text(ids[i], Language::en) == questions[i].en);
    CHECK(question_text(ids[i], Language::de) == questions[i].de);
    CHECK(questions[i].en.back() == '?');
    CHECK(questions[i].de.back() == '?');
  }
  CHECK(question_text("fixed_contact", Language::de) == "Wer ist bei uns der feste Ansprechpartner?");
}

TEST_CASE("a table with an empty text or an id twice is unsound") {
  using label_table::is_sound;
  using label_table::Label;
  using Labels = std::vector<Label>;
  CHECK(is_sound(Labels{}));
  CHECK(is_sound(Labels{{"a", "x", "x"}, {"b", "x", "x"}}));
  CHECK_FALSE(is_sound(Labels{{"", "x", "x"}}));
  CHECK_FALSE(is_sound(Labels{{"a", "", "x"}}));
  CHECK_FALSE(is_sound(Labels{{"a", "x", ""}}));
  CHECK_FALSE(is_sound(Labels{{"a", "x", "x"}, {"b", "x", "x"}, {"a", "y", "y"}}));
}

}  // namespace kam
