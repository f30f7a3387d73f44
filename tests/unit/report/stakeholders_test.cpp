#include "report/account/stakeholders.hpp"

#include <algorithm>

#include "kam/render/render.hpp"
#include "kam/report/assess.hpp"
#include "stage.hpp"

using namespace kam;

namespace {

Account with(std::vector<Contact> contacts) {
  Account account = named("a", "A");
  account.contacts = std::move(contacts);
  return account;
}

Lines in_assessment(const Account& account, Language language = Language::en) {
  const Stage stage({account});
  return section_of(build_assessment(stage.view(language), 0, Explain::no),
                    language == Language::en ? "Who of ours knows whom" : "Wer von uns wen kennt");
}

Contact person(const std::string& name, std::optional<ContactRole> role, std::optional<double> influence,
               const std::string& owner = {}) {
  return {name, "", role, influence, {}, owner};
}

}  // namespace

TEST_CASE("who of ours knows whom: most contacts first, with their roles") {
  CHECK(in_assessment(with({person("Petersen", ContactRole::decision_maker, 5.0, "Anna"),
                            person("Thomsen", ContactRole::user, 4.0, "Jonas"),
                            person("Hartmann", {}, {}, "Jonas")})) ==
        Lines{"| Our contact | Number | Knows", "| Jonas | 2 | Thomsen (User); Hartmann",
              "| Anna | 1 | Petersen (Decision maker)",
              "Every decision maker who is named has a contact on our side."});
}

TEST_CASE(
    "whom nobody keeps: decision makers, then the influential, then the others with what is not known") {
  const Account account =
      with({person("Kind", ContactRole::user, 3.9), person("Stark", ContactRole::user, 4.0),
            person("Chef", ContactRole::decision_maker, {}), person("Ohne", {}, {}), person("Halb", {}, 2.0),
            person("Rolle", ContactRole::evaluator, {}), person("Eva", {}, 5.0, "Anna")});
  CHECK(in_assessment(account)[2] ==
        "No one on our side has been named as the contact of one decision maker: Chef. Influential, with no "
        "contact named on our side: Stark. No contact named on our side: Kind, Halb (role not known), Ohne "
        "(role "
        "and influence not known) and Rolle (influence not known).");
  CHECK(in_assessment(account, Language::de)[2] ==
        "Für einen Entscheider ist bei uns kein Kontakt benannt: Chef. Einflussreich und ohne benannten "
        "Kontakt "
        "bei uns: Stark. Ohne benannten Kontakt bei uns: Kind, Halb (Rolle nicht bekannt), Ohne (Rolle und "
        "Einfluss nicht bekannt) "
        "und Rolle (Einfluss nicht bekannt).");
  CHECK(in_assessment(with({person("Chef", ContactRole::decision_maker, 5.0),
                            person("Chefin", ContactRole::decision_maker, 4.0)})) ==
        Lines{"Who of ours knows whom has not been recorded yet. No one on our side has been named as the "
              "contact "
              "of 2 decision makers: Chef and Chefin."});
}

TEST_CASE("that nobody is known to decide is said; without contacts there is nothing to say") {
  CHECK(in_assessment(with({person("Eva", ContactRole::user, 5.0, "Anna")})).back() ==
        "Who decides is not known yet: none of these people is named as a decision maker.");
  CHECK(in_assessment(with({})).empty());
}

TEST_CASE("the plan has the same under its people") {
  const Stage stage({with({person("Petersen", ContactRole::decision_maker, 5.0)})});
  CHECK(section_of(build_plan(stage.view(), 0), "People at the customer") ==
        Lines{"| Name | Role in decisions | Influence (0 to 5)", "| Petersen | Decision maker | 5",
              "### Who of ours knows whom",
              "Who of ours knows whom has not been recorded yet. No one on our side has been named as the "
              "contact "
              "of one decision maker: Petersen."});
}

TEST_CASE("for programs: the keepers with their contacts, and the others") {
  const Account account =
      with({person("Petersen", ContactRole::decision_maker, 5.0), person("Eva", {}, {}, "Anna")});
  const Stage stage({account});
  const View view = stage.view();
  CHECK(render_json(stakeholders_data(account_view(view, 0))) ==
        "{\n  \"keepers\": [\n    {\n      \"owner\": \"Anna\",\n      \"contacts\": [\n        {\n"
        "          \"name\": \"Eva\",\n          \"role\": null,\n          \"influence\": null,\n"
        "          \"attitude\": null\n        }\n      ]\n    }\n  ],\n  \"unkept\": [\n    {\n"
        "      \"name\": \"Petersen\",\n      \"role\": \"decision_maker\",\n      \"influence\": 5,\n"
        "      \"attitude\": null\n    }\n  ]\n}\n");
}

TEST_CASE("the map of people: attitude upwards, influence to the right, the unknown named") {
  Account account =
      with({person("Vorn", ContactRole::user, 5.0), person("Hinten", {}, 0.0), person("Weg", {}, {})});
  account.contacts[0].attitude = Attitude::champion;
  account.contacts[1].attitude = Attitude::critic;
  const Stage stage({account});
  const auto document = build_assessment(stage.view(), 0, Explain::no, Matrix::shown);
  const auto is_map = [](const Block& block) {
    const auto* chart = std::get_if<Chart>(&block);
    return chart != nullptr && chart->id == "people";
  };
  const auto found = std::ranges::find_if(document.blocks, is_map);
  REQUIRE(found != document.blocks.end());
  const auto& chart = std::get<Chart>(*found);
  const auto& map = std::get<ScatterChart>(chart.picture);
  REQUIRE(map.points.size() == 2);
  CHECK(map.points[0].details == "User, Influence 5, Champion");
  CHECK(map.points[1].details == "Influence 0, Critic");
  CHECK(chart.not_drawn == std::vector{NotDrawn{"Influence or attitude not known", {"Weg"}}});
}

TEST_CASE("without a place for anybody the map says so") {
  const auto map = [](const Account& account) {
    const Stage stage({account});
    return section_of(build_assessment(stage.view(), 0, Explain::no, Matrix::shown),
                      "Influence and attitude");
  };
  CHECK(map(with({})) == Lines{"No people at the customer have been named yet."});
  CHECK(map(with({person("Weg", {}, 3.0)})) ==
        Lines{"Not placed, since influence or attitude is not known: Weg."});
}
