#include "kam/report/assess.hpp"
#include "stage.hpp"

using namespace kam;

namespace {

struct Before {
  Account account;
};
struct After {
  Account account;
};

Lines changes(const Before& before, const After& after, Language language = Language::en) {
  const Stage old({before.account}, settings_of("X"));
  const Stage now({after.account}, settings_of("X"));
  auto lines = lines_of(build_change(old.view(language), now.view(language), 0));
  CHECK(lines[0].empty());
  CHECK(lines[1].empty());
  return {lines.begin() + 2, lines.end()};
}

Data change_data(const Before& before, const After& after) {
  const Stage old({before.account}, settings_of("X"));
  const Stage now({after.account}, settings_of("X"));
  return build_change_data(old.view(), now.view(), 0);
}

Data change(const char* section, const char* id, const char* field, const Data& before, const Data& after) {
  return Data::Record{
      {"section", section}, {"id", id}, {"field", field}, {"before", before}, {"after", after}};
}

Account later(Account account, Perspective perspective, const std::string& requirement,
              const RequirementRating& rating) {
  account.assessments.push_back({day(2026, 11, 24), perspective, "", "", {{requirement, rating}}});
  return account;
}

}  // namespace

TEST_CASE("what a rating changed: the rating, then the scores") {
  const auto after = later(nordlicht(), Perspective::customer, "flexibility", {{}, 4, {}, ""});
  CHECK(changes({nordlicht()}, {after}) ==
        Lines{"| Is flexible and open to change | Fulfilment 3 → 4 | Customer's view",
              "| Fulfilment | 71 → 80 (+8.9) | Customer's view"});
  CHECK(changes({nordlicht()}, {after}, Language::de) ==
        Lines{"| Ist flexibel und offen für Veränderungen | Erfüllung 3 → 4 | Kundensicht",
              "| Erfüllungsgrad | 71 → 80 (+8,9) | Kundensicht"});
  CHECK(change_data({nordlicht()}, {after}) ==
        Data(Data::List{change("customer", "flexibility", "fulfilment", 3.0, 4.0),
                        change("scores", "fulfilment_customer", "score", 71.11, 80.0)}));
}

TEST_CASE("what was not known before, or is not any more, is a dash or null") {
  const auto after = later(named("a", "A"), Perspective::own, "flexibility", {4, 2.25, {}, ""});
  CHECK(changes({named("a", "A")}, {after}, Language::de) ==
        Lines{"| Ist flexibel und offen für Veränderungen | Wichtigkeit – → 4 | Eigensicht",
              "| Ist flexibel und offen für Veränderungen | Erfüllung – → 2,25 | Eigensicht",
              "| Erfüllungsgrad | – → 45 | Eigensicht", "| Kenntnisstand | 0 → 5 (+4,8) | "});
  CHECK(changes({after}, {named("a", "A")}) ==
        Lines{"| Is flexible and open to change | Importance 4 → – | Own view",
              "| Is flexible and open to change | Fulfilment 2.25 → – | Own view",
              "| Fulfilment | 45 → – | Own view", "| Completeness | 5 → 0 (-4.8) | "});
  CHECK(change_data({named("a", "A")}, {after}) ==
        Data(Data::List{change("own", "flexibility", "importance", {}, 4.0),
                        change("own", "flexibility", "fulfilment", {}, 2.25),
                        change("scores", "fulfilment_own", "score", {}, 45.0),
                        change("scores", "completeness", "score", 0.0, 4.76)}));
}

TEST_CASE("criteria and areas, each with its own score") {
  auto after = nordlicht();
  after.attractiveness[0].second.rating = 2.5;
  after.partnership[1].second.rating = 4;
  after.collaboration.push_back({"sales", {1, {}, {}}});
  CHECK(changes({nordlicht()}, {after}) ==
        Lines{"| Value as a reference | Rating 4 → 2.5 | ",
              "| How far does it accept us as a partner? | Rating 5 → 4 | ", "| Sales | Intensity – → 1 | ",
              "| Attractiveness | 85 → 79 (-6) | ", "| Partnership | 80 → 73 (-6.7) | ",
              "| Collaboration | 80 → 50 (-30) | ", "| Completeness | 95 → 90 (-4.8) | "});
  CHECK(change_data({nordlicht()}, {after}) ==
        Data(Data::List{change("attractiveness", "reference", "rating", 4.0, 2.5),
                        change("partnership", "partner_acceptance", "rating", 5.0, 4.0),
                        change("collaboration", "sales", "intensity", {}, 1.0),
                        change("scores", "attractiveness", "score", 85.33, 79.33),
                        change("scores", "partnership", "score", 80.0, 73.33),
                        change("scores", "collaboration", "score", 80.0, 50.0),
                        change("scores", "completeness", "score", 95.24, 90.48)}));
}

TEST_CASE("where nothing changed there is nothing to show") {
  const Stage stage({nordlicht()}, settings_of("X"));
  const auto document = build_change(stage.view(Language::de), stage.view(Language::de), 0);
  CHECK(document.blocks.empty());
  CHECK(document.language == Language::de);
  CHECK(document.currency == "EUR");
  CHECK(build_change_data(stage.view(), stage.view(), 0) == Data(Data::List{}));
}

TEST_CASE("a change that rounding hides is still a change") {
  auto before = nordlicht();
  before.attractiveness[0].second.rating = 4.001;
  CHECK(changes({before}, {nordlicht()}) ==
        Lines{"| Value as a reference | Rating 4 → 4 | ", "| Attractiveness | 85 → 85 (0) | "});
  before.attractiveness[0].second.rating = 4 + 1e-12;
  CHECK(changes({before}, {nordlicht()}).empty());
}

TEST_CASE("an account's own requirement may come or go between before and after") {
  auto after = nordlicht();
  after.requirements.insert(after.requirements.begin(), CatalogueEntry{"audits", {"Audits", "", ""}});
  after.assessments.push_back(
      {day(2026, 11, 20), Perspective::customer, "", "", {{"audits", {1, 5, {}, ""}}}});
  CHECK(changes({nordlicht()}, {after})[0] == "| Audits | Importance – → 1 | Customer's view");
  CHECK(changes({after}, {nordlicht()}) == Lines{"| Fulfilment | 74 → 71 (-2.9) | Customer's view"});
}
